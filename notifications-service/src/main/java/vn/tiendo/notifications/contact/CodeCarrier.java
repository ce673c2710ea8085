package vn.tiendo.notifications.contact;

/// Brings codes to addresses that are not confirmed yet.
public interface CodeCarrier {

    /// Whether there is a way to addresses of this kind at all.
    boolean reaches(PointKind kind);

    /// Called after the transaction has been committed. A code that does not arrive is asked for again.
    void bring(Address address, String code);
}
