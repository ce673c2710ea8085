package vn.tiendo.plans.activity;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.activity.ActivityApi.HeldActivity;
import vn.tiendo.plans.activity.ActivityProblem.AlreadyCancelled;
import vn.tiendo.plans.obligation.IdsText;
import vn.tiendo.plans.obligation.ObligationKind;

/// Something that was held: it counts towards what the organisation owes until it is cancelled.
@Entity
public class Activity implements Versioned {

    static final EventStream<Activity> STREAM = new EventStream<>("plans.activity.v1", ActivityApi.ActivityState::of);

    enum Status {
        HELD,
        CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private ObligationKind kind;

    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private Status status = Status.HELD;

    private @Nullable Integer attendance;
    private @Nullable String note;

    /// The assignments that it was counted to.
    @Convert(converter = IdsText.class)
    private List<UUID> countedFor;

    @Convert(converter = IdsText.class)
    private List<UUID> obligations;

    private Instant recordedAt;

    protected Activity() {}

    Activity(KnownOrganisation organisation, HeldActivity held, List<UUID> countedFor, Instant now) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.organisationPath = organisation.path();
        this.kind = held.kind();
        this.heldOn = held.heldOn();
        this.attendance = held.attendance();
        this.note = held.note();
        this.obligations = List.copyOf(held.obligationIds());
        this.countedFor = List.copyOf(countedFor);
        this.recordedAt = now;
    }

    void cancel() {
        if (status == Status.CANCELLED) {
            throw new AlreadyCancelled();
        }
        status = Status.CANCELLED;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    ObligationKind kind() {
        return kind;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    Status status() {
        return status;
    }

    @Nullable
    Integer attendance() {
        return attendance;
    }

    @Nullable
    String note() {
        return note;
    }

    List<UUID> countedFor() {
        return countedFor;
    }

    List<UUID> obligations() {
        return obligations;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
