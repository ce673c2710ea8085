package vn.tiendo.plans.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.imports.PlanImportProblem.AlreadyConfirmed;
import vn.tiendo.plans.imports.PlanImportProblem.NotReadYet;

/// A document on its way to becoming a plan; its sender's own thing until then.
@Entity
class PlanImport {

    @Schema(name = "PlanImportStatus")
    enum Status {
        /// Kept, and about to be read in the background.
        WAITING,
        /// Read: a person edits and confirms.
        PROPOSED,
        CONFIRMED,
        /// Reading it failed several times; it can be deleted.
        FAILED
    }

    private static final int FAILURES_BORNE = 3;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String submitterIssuer;
    private String submitterSubject;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private DocumentFormat format;

    private String hash;
    private long size;

    @Enumerated(EnumType.STRING)
    private Status status = Status.WAITING;

    private int failures;
    private Instant submittedAt;
    private @Nullable Instant readAt;
    private @Nullable Instant editedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable UUID planId;

    protected PlanImport() {}

    PlanImport(UUID organisation, Actor submitter, SentDocument sent, Instant now) {
        this.id = Uuid7.next();
        this.organisationId = organisation;
        this.submitterIssuer = submitter.issuer();
        this.submitterSubject = submitter.subject();
        this.fileName = sent.fileName();
        this.format = sent.format();
        this.hash = sent.hash();
        this.size = sent.size();
        this.submittedAt = now;
    }

    void wasRead(Instant now) {
        status = Status.PROPOSED;
        readAt = now;
    }

    void failed() {
        failures++;
        if (failures >= FAILURES_BORNE) {
            status = Status.FAILED;
        }
    }

    void edited(Instant now) {
        requireProposed();
        editedAt = now;
    }

    void confirmed(UUID plan, Instant now) {
        requireProposed();
        status = Status.CONFIRMED;
        confirmedAt = now;
        planId = plan;
    }

    /// The draft that came of it has been deleted.
    void reopen() {
        status = Status.PROPOSED;
        confirmedAt = null;
        planId = null;
    }

    /// @throws AlreadyConfirmed with the plan that came of it
    /// @throws NotReadYet while there is nothing to confirm
    void requireProposed() {
        if (status == Status.CONFIRMED) {
            throw new AlreadyConfirmed(Objects.requireNonNull(planId));
        }
        if (status != Status.PROPOSED) {
            throw new NotReadYet();
        }
    }

    boolean isOf(Actor actor) {
        return submitterIssuer.equals(actor.issuer()) && submitterSubject.equals(actor.subject());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String submitterIssuer() {
        return submitterIssuer;
    }

    String submitterSubject() {
        return submitterSubject;
    }

    String fileName() {
        return fileName;
    }

    DocumentFormat format() {
        return format;
    }

    String hash() {
        return hash;
    }

    long size() {
        return size;
    }

    Status status() {
        return status;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    UUID planId() {
        return planId;
    }
}
