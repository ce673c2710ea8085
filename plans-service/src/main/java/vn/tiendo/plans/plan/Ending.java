package vn.tiendo.plans.plan;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a plan ceased to bind: closed at the end of its year, recalled, or superseded by an amendment.
@Embeddable
record Ending(
        @Nullable Instant closedAt,
        @Nullable Instant recalledAt,
        @Nullable String recallReason,
        @Nullable Instant supersededAt,
        @Nullable UUID supersededById) {

    static final Ending NONE = new Ending(null, null, null, null, null);

    static Ending closed(Instant now) {
        return new Ending(now, null, null, null, null);
    }

    static Ending recalled(String reason, Instant now) {
        return new Ending(null, now, reason, null, null);
    }

    static Ending supersededBy(UUID amendment, Instant now) {
        return new Ending(null, null, null, now, amendment);
    }
}
