package vn.tiendo.plans.activity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityApi.FindingCounts;
import vn.tiendo.plans.activity.ActivityApi.Subject;
import vn.tiendo.plans.activity.ActivityParty.Relation;
import vn.tiendo.plans.activity.ActivityProblem.ActivityKeepsItsPlace;
import vn.tiendo.plans.activity.ActivityProblem.AlreadyCancelled;
import vn.tiendo.plans.activity.ActivityProblem.WrongActivityStatus;
import vn.tiendo.plans.obligation.ObligationKind;

/// Something that is planned or was held: once held it counts towards what the organisation owes until it is
/// cancelled.
@Entity
public class Activity implements Versioned {

    static final EventStream<Activity> STREAM = new EventStream<>("plans.activity.v1", ActivityEvent::of);

    enum Status {
        PLANNED,
        HELD,
        /// Held, and what was first recorded of it has been put right.
        CORRECTED,
        CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;

    @Column(updatable = false)
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private ObligationKind kind;

    @Enumerated(EnumType.STRING)
    private Status status;

    /// Never absent: there is always a day.
    @Embedded
    private @Nullable ActivityRecord told;

    private int openFindings;
    private int closedFindings;
    private int carriedFindings;

    @ElementCollection
    @CollectionTable(name = "activity_obligation", joinColumns = @JoinColumn(name = "activity_id"))
    @BatchSize(size = 200)
    private List<CountedObligation> counted = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "activity_party", joinColumns = @JoinColumn(name = "activity_id"))
    @BatchSize(size = 200)
    private List<ActivityParty> parties = new ArrayList<>();

    private Instant recordedAt;
    private @Nullable Instant correctedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable String reason;

    protected Activity() {}

    Activity(KnownOrganisation organisation, ActivityContent content, List<ActivityParty> parties, Instant now) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.organisationPath = organisation.path();
        this.kind = content.kind();
        this.status = content.heldOn() == null ? Status.PLANNED : Status.HELD;
        this.recordedAt = now;
        write(content, parties);
    }

    /// Rewrites what is only planned.
    void replan(ActivityContent content, List<ActivityParty> others) {
        require(Status.PLANNED);
        write(content, others);
    }

    /// What was planned has taken place; the moment that the server hears of it is kept.
    void hold(ActivityContent content, List<ActivityParty> others, Instant now) {
        require(Status.PLANNED);
        write(content, others);
        status = Status.HELD;
        recordedAt = now;
    }

    /// Puts right what was recorded; the old record is kept beside it.
    void correct(ActivityContent content, List<ActivityParty> others, Instant now) {
        if (status != Status.HELD && status != Status.CORRECTED) {
            throw new WrongActivityStatus(status, Status.HELD);
        }
        write(content, others);
        status = Status.CORRECTED;
        correctedAt = now;
    }

    void cancel(String why, Instant now) {
        if (status == Status.CANCELLED) {
            throw new AlreadyCancelled();
        }
        status = Status.CANCELLED;
        cancelledAt = now;
        reason = why;
    }

    /// What its organisation had only planned is the successor's, now that it has ended.
    void passTo(UUID successor) {
        require(Status.PLANNED);
        organisationId = successor;
    }

    private void require(Status needed) {
        if (status != needed) {
            throw new WrongActivityStatus(status, needed);
        }
    }

    private void write(ActivityContent content, List<ActivityParty> others) {
        if (!organisationId.equals(content.organisationId()) || kind != content.kind()) {
            throw new ActivityKeepsItsPlace();
        }
        told = new ActivityRecord(content, told == null ? null : told.plannedOn());
        if (!List.copyOf(parties).equals(others)) {
            parties.clear();
            parties.addAll(others);
        }
    }

    /// @param toAssignments what it counts to now, one entry per obligation
    void countTo(List<CountedObligation> toAssignments) {
        if (!counted().equals(toAssignments)) {
            counted.clear();
            counted.addAll(toAssignments);
        }
    }

    void found(FindingCounts counts) {
        openFindings = counts.open();
        closedFindings = counts.closed();
        carriedFindings = counts.carried();
    }

    boolean isHeld() {
        return status == Status.HELD || status == Status.CORRECTED;
    }

    boolean isInspection() {
        return ActivityRules.isInspection(kind);
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

    Status status() {
        return status;
    }

    ActivityRecord told() {
        return Objects.requireNonNull(told);
    }

    List<Subject> subjects() {
        return parties.stream()
                .filter(party -> party.relation() == Relation.SUBJECT)
                .map(party -> new Subject(party.organisationId(), party.role()))
                .toList();
    }

    List<UUID> coordinators() {
        return parties.stream()
                .filter(party -> party.relation() == Relation.COORDINATOR)
                .map(ActivityParty::organisationId)
                .toList();
    }

    @Nullable
    FindingCounts findings() {
        return isInspection() ? new FindingCounts(openFindings, closedFindings, carriedFindings) : null;
    }

    List<CountedObligation> counted() {
        return List.copyOf(counted);
    }

    List<UUID> countedFor() {
        return counted.stream()
                .map(CountedObligation::assignmentId)
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<UUID> countedFor(UUID obligation) {
        return counted.stream()
                .filter(each -> each.obligationId().equals(obligation))
                .findFirst()
                .map(CountedObligation::assignmentId);
    }

    List<UUID> obligations() {
        return counted.stream().map(CountedObligation::obligationId).sorted().toList();
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Instant correctedAt() {
        return correctedAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
