package vn.tiendo.plans.deadline;

/// Why a deadline cannot be read.
///
/// @param field path inside the deadline, such as `recurrence.day`
public record DeadlineFault(String field, Reason reason) {

    public enum Reason {
        /// The form needs it.
        MISSING,
        /// It does not go with the form, or says something else than another field.
        CONTRADICTS,
        /// There is no such day.
        IMPOSSIBLE
    }
}
