package vn.tiendo.registrations.campaign;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// That the members of one unit may write again, until when and why.
@Embeddable
class Reopening {

    private UUID unitId;
    private UUID organisationId;
    private LocalDate until;
    private String reason;
    private Instant reopenedAt;

    protected Reopening() {}

    Reopening(UUID unitId, UUID organisationId, LocalDate until, String reason, Instant reopenedAt) {
        this.unitId = unitId;
        this.organisationId = organisationId;
        this.until = until;
        this.reason = reason;
        this.reopenedAt = reopenedAt;
    }

    UUID unitId() {
        return unitId;
    }

    UUID organisationId() {
        return organisationId;
    }

    LocalDate until() {
        return until;
    }

    String reason() {
        return reason;
    }

    Instant reopenedAt() {
        return reopenedAt;
    }
}
