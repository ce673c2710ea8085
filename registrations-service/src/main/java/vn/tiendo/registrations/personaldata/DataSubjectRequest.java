package vn.tiendo.registrations.personaldata;

import static vn.tiendo.registrations.personaldata.RequestState.ACCEPTED;
import static vn.tiendo.registrations.personaldata.RequestState.EXECUTED;
import static vn.tiendo.registrations.personaldata.RequestState.RECEIVED;
import static vn.tiendo.registrations.personaldata.RequestState.REFUSED;
import static vn.tiendo.registrations.personaldata.RequestState.WITHDRAWN;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.member.MemberSubjects.Subject;

/// What one person asks to have done about its data, and by when.
@Entity
class DataSubjectRequest {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID memberId;
    private UUID organisationId;
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    @Enumerated(EnumType.STRING)
    private RequestState state = RECEIVED;

    private boolean onPaper;
    private boolean withProcessor;
    private @Nullable String wish;
    private @Nullable String correction;
    private String termsSource;
    private Instant receivedAt;
    private Instant answerDueAt;
    private Instant executionDueAt;
    private @Nullable Instant answeredAt;
    private @Nullable String reason;
    private @Nullable Instant extendedAt;
    private @Nullable String extensionReason;
    private @Nullable Instant closedAt;
    private @Nullable String outcome;
    private @Nullable Instant liftedAt;
    private @Nullable String liftingReason;

    protected DataSubjectRequest() {}

    /// @param correction as JSON, for a CORRECTION
    DataSubjectRequest(
            Subject subject,
            RequestKind kind,
            @Nullable String wish,
            @Nullable String correction,
            RequestClock clock,
            Instant now) {
        this.memberId = subject.id();
        this.organisationId = subject.organisationId();
        this.organisationPath = subject.path();
        this.kind = kind;
        this.onPaper = !subject.self();
        this.wish = wish;
        this.correction = correction;
        this.termsSource = clock.source();
        this.receivedAt = now;
        this.answerDueAt = clock.answerDue(now);
        this.executionDueAt = clock.executionDue(kind, now, false, false);
    }

    /// @param processor whether somebody else processes the data on the organisation's behalf, which takes longer
    void accept(boolean processor, RequestClock clock, Instant now) {
        require(RECEIVED);
        state = ACCEPTED;
        answeredAt = now;
        withProcessor = processor;
        executionDueAt = clock.executionDue(kind, receivedAt, processor, false);
    }

    /// @param why the law that lets or makes the organisation keep on
    void refuse(String why, Instant now) {
        require(RECEIVED);
        state = REFUSED;
        answeredAt = now;
        closedAt = now;
        reason = why;
    }

    void extend(String why, RequestClock clock, Instant now) {
        require(ACCEPTED);
        if (extendedAt != null) {
            throw new RequestProblem.ExtendedAlready();
        }
        extendedAt = now;
        extensionReason = why;
        executionDueAt = clock.executionDue(kind, receivedAt, withProcessor, true);
    }

    void execute(@Nullable String done, Instant now) {
        require(ACCEPTED);
        state = EXECUTED;
        closedAt = now;
        outcome = done;
    }

    void withdraw(Instant now) {
        if (state != ACCEPTED) {
            require(RECEIVED);
        }
        state = WITHDRAWN;
        closedAt = now;
    }

    /// Ends what a granted restriction or objection stopped.
    void lift(String why, Instant now) {
        if (!isRestricting()) {
            throw new RequestProblem.NotRestricting();
        }
        liftedAt = now;
        liftingReason = why;
    }

    boolean isRestricting() {
        return kind.restricts() && state == EXECUTED && liftedAt == null;
    }

    private void require(RequestState needed) {
        if (state != needed) {
            throw new RequestProblem.WrongRequestState(state, needed);
        }
    }

    /// Computed when read.
    boolean isOverdue(Instant now) {
        return switch (state) {
            case RECEIVED -> !now.isBefore(answerDueAt) || !now.isBefore(executionDueAt);
            case ACCEPTED -> !now.isBefore(executionDueAt);
            case REFUSED, EXECUTED, WITHDRAWN -> false;
        };
    }

    /// On which it is executed in time.
    LocalDate lastDay() {
        return Days.dayOf(executionDueAt).minusDays(1);
    }

    boolean answeredLate() {
        return answeredAt != null && !answeredAt.isBefore(answerDueAt);
    }

    boolean executedLate() {
        return state == EXECUTED && closedAt != null && !closedAt.isBefore(executionDueAt);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID memberId() {
        return memberId;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    RequestKind kind() {
        return kind;
    }

    RequestState state() {
        return state;
    }

    boolean onPaper() {
        return onPaper;
    }

    boolean withProcessor() {
        return withProcessor;
    }

    @Nullable
    String wish() {
        return wish;
    }

    @Nullable
    String correction() {
        return correction;
    }

    String termsSource() {
        return termsSource;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant answerDueAt() {
        return answerDueAt;
    }

    Instant executionDueAt() {
        return executionDueAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Instant extendedAt() {
        return extendedAt;
    }

    @Nullable
    String extensionReason() {
        return extensionReason;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }

    @Nullable
    String liftingReason() {
        return liftingReason;
    }
}
