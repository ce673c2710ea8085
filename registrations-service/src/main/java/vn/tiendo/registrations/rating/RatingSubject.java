package vn.tiendo.registrations.rating;

/// Who is rated in a peer group.
public enum RatingSubject {
    COLLECTIVE,
    INDIVIDUAL
}
