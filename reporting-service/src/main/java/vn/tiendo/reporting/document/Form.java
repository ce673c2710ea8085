package vn.tiendo.reporting.document;

/// Whose rule on documents a paper follows.
public enum Form {
    /// Papers of the party.
    PARTY,
    /// Papers of the state; mass organisations follow it as far as they have no form of their own here.
    STATE
}
