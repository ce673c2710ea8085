package vn.tiendo.notifications.outgoing;

/// No message goes to this address.
public final class AddressRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean inside;

    AddressRefused(boolean inside) {
        super(inside ? "address-private" : "address-unfit");
        this.inside = inside;
    }

    /// Whether it names, or resolves to, an address inside a network; else it is no address that could be called.
    public boolean isInside() {
        return inside;
    }
}
