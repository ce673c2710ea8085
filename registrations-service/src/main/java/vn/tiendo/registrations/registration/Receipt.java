package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a registration came in, by the clock of the server.
///
/// @param countedAt what lateness is judged by: the receipt of the version before, when it came back in time
@Embeddable
record Receipt(
        @Nullable Instant receivedAt,
        @Nullable Instant countedAt,
        @Nullable Instant submittedAt) {

    static final Receipt NONE = new Receipt(null, null, null);
}
