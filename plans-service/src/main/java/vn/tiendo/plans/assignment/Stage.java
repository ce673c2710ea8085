package vn.tiendo.plans.assignment;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The part of a standing that time does not change; the database keeps it as a generated column, for lists.
enum Stage {
    OPEN,
    /// Sent back in time: open until the day that the return named.
    RETURNED,
    SUBMITTED,
    DONE,
    DONE_LATE,
    WAIVED,
    TRANSFERRED;

    static final List<Stage> ALL = List.of(values());

    String is() {
        return "stage = '" + name() + "'";
    }

    /// The conditions that together hold for exactly those assignments that have a standing now.
    ///
    /// @param bind names a value in the query
    static List<String> of(Standing standing, Function<Object, String> bind, Instant now) {
        return switch (standing) {
            case UNDATED -> List.of(OPEN.is() + " and sort_due = " + bind.apply(Due.END_OF_LISTS));
            case AWAITED ->
                List.of(
                        OPEN.is() + " and sort_due > " + bind.apply(now) + " and sort_due < "
                                + bind.apply(Due.END_OF_LISTS),
                        RETURNED.is() + " and returned_until > " + bind.apply(now));
            case OVERDUE ->
                List.of(
                        OPEN.is() + " and sort_due <= " + bind.apply(now),
                        RETURNED.is() + " and returned_until <= " + bind.apply(now));
            case SUBMITTED -> List.of(SUBMITTED.is());
            case DONE -> List.of(DONE.is());
            case DONE_LATE -> List.of(DONE_LATE.is());
            case WAIVED -> List.of(WAIVED.is());
            case TRANSFERRED -> List.of(TRANSFERRED.is());
        };
    }
}
