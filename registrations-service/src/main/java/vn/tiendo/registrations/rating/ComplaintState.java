package vn.tiendo.registrations.rating;

/// Whether somebody objects to a rating. What is open is verified again before anything is decided or final.
public enum ComplaintState {
    NONE,
    OPEN,
    /// Verified again: it stands as it was.
    DISMISSED,
    /// Verified again: it is to be decided anew.
    UPHELD,
    /// Decided anew.
    SETTLED
}
