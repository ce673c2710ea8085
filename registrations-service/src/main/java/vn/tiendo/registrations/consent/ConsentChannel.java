package vn.tiendo.registrations.consent;

/// How a person said it.
public enum ConsentChannel {
    /// Signed in, by itself.
    ONLINE,
    /// On paper, entered by who keeps the members where the person belongs.
    PAPER
}
