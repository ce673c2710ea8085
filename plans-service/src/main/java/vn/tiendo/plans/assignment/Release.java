package vn.tiendo.plans.assignment;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That something is owed no more without being done: waived by a superior, or over with its plan.
@Embeddable
record Release(@Nullable Instant waivedAt, @Nullable Instant closedAt) {

    static final Release NONE = new Release(null, null);

    static Release waived(Instant now) {
        return new Release(now, null);
    }

    /// @param stillOpen what is open when its plan ends is waived by that
    Release closed(boolean stillOpen, Instant now) {
        return new Release(stillOpen ? now : waivedAt, now);
    }

    boolean isWaived() {
        return waivedAt != null;
    }

    boolean isClosed() {
        return closedAt != null;
    }
}
