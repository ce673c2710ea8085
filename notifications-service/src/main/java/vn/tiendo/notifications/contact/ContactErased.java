package vn.tiendo.notifications.contact;

/// Told, within the transaction of the erasure, whose contact as a member was erased. The account may hold posts
/// all the same.
public record ContactErased(String issuer, String subject) {}
