package vn.tiendo.notifications.inbox;

/// An account: the issuer and subject of its tokens.
record Addressee(String issuer, String subject) {}
