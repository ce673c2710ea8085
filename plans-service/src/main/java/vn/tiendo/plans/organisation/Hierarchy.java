package vn.tiendo.plans.organisation;

/// The three hierarchies of the political system; each organisation belongs to one of them.
enum Hierarchy {
    PARTY,
    STATE,
    MASS
}
