package vn.tiendo.registrations.rating;

/// In which of its two capacities somebody is rated; a cadre who is a party member may be rated in both.
public enum RatingSide {
    /// As cadre, civil servant or employee of an agency or unit.
    AGENCY,
    /// As party member or party organisation.
    PARTY
}
