package vn.tiendo.plans.organisation;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.organisation.RestructuringApi.Act;
import vn.tiendo.plans.organisation.RestructuringApi.Decision;
import vn.tiendo.plans.organisation.RestructuringApi.Failure;
import vn.tiendo.plans.organisation.RestructuringApi.NewRestructuring;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;
import vn.tiendo.plans.organisation.RestructuringProblem.NoLongerPlanned;

/// Changes of the tree under one decision: applied at once as a whole, or planned until their day comes, or accepted
/// because they are too large to wait for; then applied as a whole or failed as a whole in the background.
@Entity
public class Restructuring {

    /// Where a restructuring has got to.
    public enum Status {
        PLANNED,
        ACCEPTED,
        EXECUTING,
        APPLIED,
        CANCELLED,
        FAILED
    }

    /// What is to be carried out some day, or again because a replica was killed meanwhile.
    static final Set<Status> OPEN = EnumSet.of(Status.PLANNED, Status.ACCEPTED, Status.EXECUTING);

    @Id
    private UUID id;

    @Version
    private long version;

    private String decisionNumber;
    private String decisionSymbol;
    private LocalDate decisionDate;
    private String decisionIssuer;
    private LocalDate effectiveOn;
    private LocalDate dueOn;

    @Convert(converter = RestructuringText.Acts.class)
    private List<Act> acts;

    @Convert(converter = RestructuringText.Outcomes.class)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    private String authorIssuer;
    private String authorSubject;
    private @Nullable UUID authorPostId;
    private Instant recordedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant appliedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable Instant failedAt;
    private @Nullable String failure;

    @Convert(converter = RestructuringText.Arguments.class)
    private @Nullable Map<String, String> failureArguments;

    protected Restructuring() {}

    Restructuring(NewRestructuring request, Actor author, @Nullable HeldPost post, Instant now) {
        this.id = Uuid7.next();
        this.decisionNumber = request.decision().number();
        this.decisionSymbol = request.decision().symbol();
        this.decisionDate = request.decision().date();
        this.decisionIssuer = request.decision().issuer();
        this.effectiveOn = request.effectiveOn();
        this.dueOn = effectiveOn;
        this.acts = List.copyOf(request.acts());
        this.outcome = new Outcome(List.of(), 0, Map.of(), false);
        this.authorIssuer = author.issuer();
        this.authorSubject = author.subject();
        this.authorPostId = post == null ? null : post.id();
        this.recordedAt = now;
    }

    /// @param wouldHappen what a rehearsal has shown
    void plan(Outcome wouldHappen) {
        outcome = wouldHappen;
    }

    /// It is to be carried out as soon as possible, after what came before it.
    void accept(Outcome wouldHappen, LocalDate today) {
        status = Status.ACCEPTED;
        outcome = wouldHappen;
        dueOn = today;
    }

    /// One that was started before is started again, and keeps the moment when it first was.
    ///
    /// @return whether it is still to be carried out
    boolean start(Instant now) {
        if (!isOpen()) {
            return false;
        }
        if (status != Status.EXECUTING) {
            status = Status.EXECUTING;
            startedAt = now;
        }
        return true;
    }

    /// @param complete whether nothing has to pass to successors
    void applied(Outcome happened, boolean complete, Instant now) {
        require();
        status = Status.APPLIED;
        outcome = happened;
        appliedAt = now;
        completedAt = complete ? now : null;
    }

    void completed(Instant now) {
        completedAt = now;
    }

    /// Also one that is begun again and again because a defect keeps it from ending; while it is under way,
    /// its row is locked.
    void cancel(Instant now) {
        require();
        status = Status.CANCELLED;
        cancelledAt = now;
    }

    /// Its day has come and it no longer fits the tree.
    void fail(DomainProblem reason, Instant now) {
        require();
        status = Status.FAILED;
        failedAt = now;
        failure = reason.code();
        failureArguments = reason.arguments().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private void require() {
        if (!isOpen()) {
            throw new NoLongerPlanned(status);
        }
    }

    private boolean isOpen() {
        return OPEN.contains(status);
    }

    NewRestructuring request() {
        return new NewRestructuring(decision(), effectiveOn, acts);
    }

    /// The person who ordered it, without the posts of that day.
    Actor author() {
        return new Actor(authorIssuer, authorSubject, List.of());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Decision decision() {
        return new Decision(decisionNumber, decisionSymbol, decisionDate, decisionIssuer);
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    List<Act> acts() {
        return acts;
    }

    Outcome outcome() {
        return outcome;
    }

    Status status() {
        return status;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant appliedAt() {
        return appliedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    @Nullable
    Failure failure() {
        return failedAt == null
                ? null
                : new Failure(
                        Objects.requireNonNull(failure),
                        Objects.requireNonNullElse(failureArguments, Map.of()),
                        failedAt);
    }
}
