package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// What was once submitted and then given back, as it was.
@Entity
@Immutable
class RegistrationRevision {

    @Embeddable
    record Key(UUID registrationId, int number) {}

    @EmbeddedId
    private Key key;

    private UUID formVersionId;
    private String content;
    private Instant submittedAt;
    private Instant returnedAt;
    private String returnReason;

    protected RegistrationRevision() {}

    RegistrationRevision(Registration registration, String reason, Instant now) {
        key = new Key(registration.id(), registration.revision());
        formVersionId = Objects.requireNonNull(registration.writing().formVersionId(), "what is submitted has a form");
        content = Objects.requireNonNull(registration.writing().content(), "what is submitted has content");
        submittedAt = Objects.requireNonNull(registration.receipt().submittedAt(), "what is submitted has a moment");
        returnedAt = now;
        returnReason = reason;
    }

    int number() {
        return key.number();
    }

    UUID formVersionId() {
        return formVersionId;
    }

    String content() {
        return content;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant returnedAt() {
        return returnedAt;
    }

    String returnReason() {
        return returnReason;
    }
}
