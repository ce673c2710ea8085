package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How those who are rated see themselves.
@Embeddable
record SelfScored(
        @Nullable BigDecimal selfPoints,
        @Nullable String selfNote,
        @Nullable Instant selfScoredAt) {

    static final SelfScored NOT_YET = new SelfScored(null, null, null);
}
