package vn.tiendo.registrations.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's own assessment of its registration, and the words of the collective on it.
@Entity
@Table(name = "registration_assessment")
class Assessment {

    @Id
    private UUID registrationId;

    private String items;
    private @Nullable String summary;
    private Instant assessedAt;
    private @Nullable String collectiveComment;
    private @Nullable LocalDate metOn;
    private @Nullable Instant commentedAt;

    protected Assessment() {}

    /// @param assessed the items as JSON
    Assessment(Registration registration, String assessed, @Nullable String together, Instant now) {
        registrationId = registration.id();
        items = assessed;
        summary = together;
        assessedAt = now;
    }

    void say(String assessed, @Nullable String together, Instant now) {
        items = assessed;
        summary = together;
        assessedAt = now;
    }

    void comment(String words, @Nullable LocalDate meeting, Instant now) {
        collectiveComment = words;
        metOn = meeting;
        commentedAt = now;
    }

    String items() {
        return items;
    }

    @Nullable
    String summary() {
        return summary;
    }

    Instant assessedAt() {
        return assessedAt;
    }

    @Nullable
    String collectiveComment() {
        return collectiveComment;
    }

    @Nullable
    LocalDate metOn() {
        return metOn;
    }

    @Nullable
    Instant commentedAt() {
        return commentedAt;
    }
}
