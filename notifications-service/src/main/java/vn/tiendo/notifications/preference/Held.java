package vn.tiendo.notifications.preference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value that holds, and where it comes from.
///
/// @param organisationId with ORGANISATION, which one
record Held<T>(T value, Source source, @Nullable UUID organisationId) {

    static <T> Held<T> shipped(T value) {
        return new Held<>(value, Source.SHIPPED, null);
    }

    static <T> Held<T> own(T value) {
        return new Held<>(value, Source.OWN, null);
    }

    static <T> Held<T> of(UUID organisation, T value) {
        return new Held<>(value, Source.ORGANISATION, organisation);
    }
}
