package vn.tiendo.plans.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.activity.ActivityProblem.FindingNotOpen;

/// Something that an inspection found and an organisation has to put right by a day; open until a re-inspection closes
/// or carries it.
@Entity
public class Finding {

    enum Status {
        OPEN,
        CLOSED,
        /// The re-inspection has a finding of its own that goes on with it.
        CARRIED,
        /// Its inspection was cancelled.
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID inspectionId;

    @Column(updatable = false)
    private String inspectionPath;

    private UUID organisationId;

    @Column(updatable = false)
    private String organisationPath;

    private String text;
    private LocalDate dueDay;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private @Nullable UUID carriedFrom;
    private @Nullable UUID settledBy;
    private @Nullable Instant settledAt;
    private @Nullable String settlement;
    private Instant recordedAt;

    protected Finding() {}

    Finding(Activity inspection, KnownOrganisation about, String text, LocalDate dueDay, Instant now) {
        this.id = Uuid7.next();
        this.inspectionId = inspection.id();
        this.inspectionPath = inspection.organisationPath();
        this.organisationId = about.id();
        this.organisationPath = about.path();
        this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
        this.dueDay = dueDay;
        this.recordedAt = now;
    }

    void close(Activity reinspection, @Nullable String how, Instant now) {
        settle(Status.CLOSED, reinspection, how, now);
    }

    /// @return the finding of the re-inspection that goes on with it
    Finding carry(Activity reinspection, LocalDate until, @Nullable String why, Instant now) {
        settle(Status.CARRIED, reinspection, why, now);
        var next = new Finding();
        next.id = Uuid7.next();
        next.inspectionId = reinspection.id();
        next.inspectionPath = reinspection.organisationPath();
        next.organisationId = organisationId;
        next.organisationPath = organisationPath;
        next.text = text;
        next.dueDay = until;
        next.carriedFrom = id;
        next.recordedAt = now;
        return next;
    }

    private void settle(Status outcome, Activity reinspection, @Nullable String how, Instant now) {
        if (status != Status.OPEN || inspectionId.equals(reinspection.id())) {
            throw new FindingNotOpen(id);
        }
        status = outcome;
        settledBy = reinspection.id();
        settledAt = now;
        settlement = how;
    }

    /// The re-inspection that settled it was cancelled.
    void reopen() {
        status = Status.OPEN;
        settledBy = null;
        settledAt = null;
        settlement = null;
    }

    void withdraw() {
        status = Status.WITHDRAWN;
    }

    UUID id() {
        return id;
    }

    UUID inspectionId() {
        return inspectionId;
    }

    String inspectionPath() {
        return inspectionPath;
    }

    UUID organisationId() {
        return organisationId;
    }

    String text() {
        return text;
    }

    LocalDate dueDay() {
        return dueDay;
    }

    Status status() {
        return status;
    }

    @Nullable
    UUID carriedFrom() {
        return carriedFrom;
    }

    @Nullable
    UUID settledBy() {
        return settledBy;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    @Nullable
    String settlement() {
        return settlement;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
