package vn.tiendo.registrations.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.tiendo.kit.time.Uuid7;

/// What became of one item of a registration, told once and never changed.
@Entity
@Immutable
class FollowUp {

    @Id
    private UUID id = Uuid7.next();

    private UUID registrationId;
    private String item;
    private String note;
    private LocalDate happenedOn;
    private UUID[] fileIds;
    private Instant recordedAt;
    private boolean byMember;

    protected FollowUp() {}

    FollowUp(
            Registration registration,
            String item,
            String note,
            LocalDate happenedOn,
            List<UUID> files,
            boolean byMember,
            Instant now) {
        this.registrationId = registration.id();
        this.item = item;
        this.note = note;
        this.happenedOn = happenedOn;
        this.fileIds = files.toArray(UUID[]::new);
        this.byMember = byMember;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    String item() {
        return item;
    }

    String note() {
        return note;
    }

    LocalDate happenedOn() {
        return happenedOn;
    }

    /// Evidence: files of the registration.
    List<UUID> files() {
        return List.of(fileIds);
    }

    boolean byMember() {
        return byMember;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
