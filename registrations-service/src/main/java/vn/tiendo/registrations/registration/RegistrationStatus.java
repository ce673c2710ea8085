package vn.tiendo.registrations.registration;

/// OWED → SUBMITTED → ACCEPTED, or RETURNED and SUBMITTED again; EXEMPT may opt in by submitting. An accepted
/// one ends as CLOSED when it was used in a rating; LEFT, who left the roster before anything was in.
///
/// A draft is no status: whoever owes and drafts still owes.
public enum RegistrationStatus {
    OWED,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    EXEMPT,
    LEFT,
    CLOSED
}
