package vn.tiendo.registrations.rating;

/// How far a rating has come; each step follows the one before.
public enum RatingStatus {
    OPEN,
    SELF_SCORED,
    APPRAISED,
    PROPOSED,
    DECIDED,
    FINAL
}
