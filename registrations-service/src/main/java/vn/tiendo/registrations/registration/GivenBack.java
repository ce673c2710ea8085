package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// That a registration was returned, why, and until when it comes back in time.
@Embeddable
record GivenBack(
        @Nullable Instant returnedAt,
        @Nullable LocalDate returnedUntil,
        @Nullable String returnReason) {

    static final GivenBack NEVER = new GivenBack(null, null, null);

    boolean isInTime(Instant now) {
        return returnedUntil != null && now.isBefore(Days.endOf(returnedUntil));
    }
}
