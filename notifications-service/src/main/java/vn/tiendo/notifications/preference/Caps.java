package vn.tiendo.notifications.preference;

/// How much goes out for an organisation and all below it that have no caps of their own.
///
/// @param perDay mandatory messages count, but are not held back by it
public record Caps(int perMinute, int perDay) {

    public static final Caps SHIPPED = new Caps(600, 50_000);
}
