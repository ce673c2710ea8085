package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody else entered a registration for its member, from paper or on request.
///
/// @param statedOn day on which the paper is said to have been handed in; kept beside the receipt, never in its place
/// @param scanId the picture of the paper
/// @param confirmedAt when the member said that this is what it wrote
@Embeddable
record ProxyEntry(
        @Nullable Instant proxiedAt,
        @Nullable UUID proxyPostId,
        @Nullable LocalDate statedOn,
        @Nullable UUID scanId,
        @Nullable Instant confirmedAt) {

    static final ProxyEntry NONE = new ProxyEntry(null, null, null, null, null);

    boolean isAny() {
        return proxiedAt != null;
    }

    /// A paper to look at, or the word of the member.
    boolean isProven() {
        return scanId != null || confirmedAt != null;
    }

    ProxyEntry confirmed(Instant now) {
        return new ProxyEntry(proxiedAt, proxyPostId, statedOn, scanId, now);
    }

    ProxyEntry with(UUID scan) {
        return new ProxyEntry(proxiedAt, proxyPostId, statedOn, scan, confirmedAt);
    }
}
