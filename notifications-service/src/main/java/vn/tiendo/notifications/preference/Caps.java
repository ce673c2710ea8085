package vn.tiendo.notifications.preference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// How much goes out for an organisation and all below it that have no caps of their own.
///
/// @param perDay mandatory messages count, but are not held back by it
public record Caps(
        @NotNull @Min(1) @Max(100_000) Integer perMinute,
        @NotNull @Min(1) @Max(10_000_000) Integer perDay) {

    public static final Caps SHIPPED = new Caps(600, 50_000);
}
