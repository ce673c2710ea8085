package vn.tiendo.registrations.rating;

/// What becomes of a part of a place under a cap.
public enum Rounding {
    /// "Not more than": a part of a place is none.
    DOWN,
    /// From one half on it is a place.
    HALF_UP,
    /// Any part is a place.
    UP
}
