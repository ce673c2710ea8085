package vn.tiendo.registrations.exemplar;

/// Proposed by the unit, approved by its committee, reported to the superior, commended there, looked at again a year
/// on.
public enum NominationStatus {
    PROPOSED,
    APPROVED,
    REPORTED,
    COMMENDED,
    FOLLOWED_UP,
    REJECTED
}
