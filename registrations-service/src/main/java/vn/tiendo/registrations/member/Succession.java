package vn.tiendo.registrations.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That an organisation ended, and which one its members belong to from the next day on.
@Entity
public class Succession {

    @Id
    private UUID organisationId;

    private UUID successorId;
    private LocalDate endedOn;
    private @Nullable Instant completedAt;

    protected Succession() {}

    void complete(Instant now) {
        completedAt = now;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID successorId() {
        return successorId;
    }

    /// Last day of the organisation.
    LocalDate endedOn() {
        return endedOn;
    }
}
