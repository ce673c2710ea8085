package vn.tiendo.reporting.report;

import static vn.tiendo.reporting.report.ReportStatus.ACCEPTED;
import static vn.tiendo.reporting.report.ReportStatus.DRAFT;
import static vn.tiendo.reporting.report.ReportStatus.EXPECTED;
import static vn.tiendo.reporting.report.ReportStatus.FORWARDED;
import static vn.tiendo.reporting.report.ReportStatus.RECEIVED;
import static vn.tiendo.reporting.report.ReportStatus.RETURNED;
import static vn.tiendo.reporting.report.ReportStatus.SUBMITTED;
import static vn.tiendo.reporting.report.ReportStatus.WITHDRAWN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.fact.Facts.Span;
import vn.tiendo.reporting.organisation.Place;
import vn.tiendo.reporting.regime.Periods;

/// A report of one organisation for one assignment, on its way to the recipient, straight or through the via body.
@Entity
@CheckReturnValue
class Report implements Versioned {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private @Nullable UUID assignmentId;
    private UUID planId;
    private @Nullable UUID obligationId;
    private UUID organisationId;
    private @Nullable String organisationPath;
    private String kind;
    private @Nullable String form;
    private String occurrence;

    @Enumerated(EnumType.STRING)
    private ReportStatus status = EXPECTED;

    private @Nullable UUID recipientOrganisationId;
    private @Nullable UUID viaOrganisationId;
    private @Nullable Instant dueAt;
    private Instant expectedAt;
    private int edition;
    private int submittedEdition;

    @Embedded
    private WayUp passage = new WayUp();

    @Embedded
    private @Nullable Basis basis;

    protected Report() {}

    Report(OwedReport owed, Instant now) {
        assignmentId = owed.id();
        planId = owed.planId();
        obligationId = owed.obligationId();
        organisationId = owed.organisationId();
        kind = owed.kind();
        form = owed.form();
        occurrence = Objects.requireNonNullElse(owed.occurrence(), "");
        recipientOrganisationId = owed.recipientOrganisationId();
        viaOrganisationId = owed.viaOrganisationId();
        dueAt = owed.dueAt();
        expectedAt = now;
    }

    /// Something that happened, which no assignment asks to report.
    static Report ofIncident(
            UUID plan,
            @Nullable UUID obligation,
            Place at,
            @Nullable UUID recipient,
            @Nullable UUID via,
            LocalDate day,
            Instant now) {
        var report = new Report();
        report.planId = plan;
        report.obligationId = obligation;
        report.organisationId = at.organisationId();
        report.organisationPath = at.path();
        report.kind = "INCIDENT_REPORT";
        report.occurrence = day.toString();
        report.recipientOrganisationId = recipient == null ? at.parentId() : recipient;
        report.viaOrganisationId = via;
        report.expectedAt = now;
        return report;
    }

    /// Files the report where its organisation stands. Without a named recipient it goes to the parent.
    ReportEvent fileAt(Place place) {
        organisationPath = place.path();
        if (recipientOrganisationId == null) {
            recipientOrganisationId = place.parentId();
        }
        return ReportEvent.EXPECTED;
    }

    /// Follows its assignment: a moved day always, another recipient or via body until it is accepted, because the
    /// one before may have ended. A waived or transferred assignment withdraws what nobody has handed in yet, and
    /// brings it back when it is owed again.
    Optional<ReportEvent> follow(OwedReport owed) {
        var dayMoved = !Objects.equals(dueAt, owed.dueAt()) && !owed.showsCorrection();
        if (dayMoved) {
            dueAt = owed.dueAt();
        }
        if (status == WITHDRAWN) {
            if (owed.isOff()) {
                return dayMoved ? Optional.of(ReportEvent.CHANGED) : Optional.empty();
            }
            status = edition == 0 ? EXPECTED : DRAFT;
            return Optional.of(ReportEvent.EXPECTED);
        }
        var withItsOrganisation = status == EXPECTED || status == DRAFT || (status == RETURNED && owed.isTransferred());
        if (withItsOrganisation && owed.isOff()) {
            status = WITHDRAWN;
            return Optional.of(ReportEvent.WITHDRAWN);
        }
        var routeMoved = status != ACCEPTED && goesElsewhere(owed);
        if (routeMoved) {
            goAsIn(owed);
        }
        var carried = isCarriedOver(owed);
        return dayMoved || routeMoved || carried ? Optional.of(ReportEvent.CHANGED) : Optional.empty();
    }

    /// Its assignment was transferred: the organisation that owes it now goes on with what has been written so far.
    ReportEvent passTo(OwedReport owed, @Nullable Place place) {
        assignmentId = owed.id();
        organisationId = owed.organisationId();
        organisationPath = place == null ? null : place.path();
        dueAt = owed.dueAt();
        if (status == WITHDRAWN) {
            status = submittedEdition > 0 ? RETURNED : edition == 0 ? EXPECTED : DRAFT;
        }
        goAsIn(owed);
        return ReportEvent.PASSED_ON;
    }

    boolean isBeingWritten() {
        return status == EXPECTED || status == DRAFT || status == RETURNED;
    }

    /// Whether somebody still has to do something about it; an accepted report stays where it was.
    boolean isOpen() {
        return status != ACCEPTED;
    }

    /// An amendment has taken the place of the plan: the same assignment follows from another obligation.
    private boolean isCarriedOver(OwedReport owed) {
        var carried = !Objects.equals(obligationId, owed.obligationId());
        planId = owed.planId();
        obligationId = owed.obligationId();
        return carried;
    }

    private boolean goesElsewhere(OwedReport owed) {
        return !Objects.equals(recipientOrganisationId, recipientOf(owed))
                || !Objects.equals(viaOrganisationId, owed.viaOrganisationId());
    }

    private void goAsIn(OwedReport owed) {
        recipientOrganisationId = recipientOf(owed);
        viaOrganisationId = owed.viaOrganisationId();
    }

    private @Nullable UUID recipientOf(OwedReport owed) {
        return owed.recipientOrganisationId() == null ? recipientOrganisationId : owed.recipientOrganisationId();
    }

    /// Opens an edition for writing; one that has been handed in stays as it was, and a new one follows it.
    ///
    /// @param today its days must have begun
    ReportEvent draft(LocalDate today) {
        require(EXPECTED, DRAFT, RETURNED);
        if (basis != null && basis.dataFrom() != null && today.isBefore(basis.dataFrom())) {
            throw new ReportProblem.PeriodNotOpen(basis.dataFrom());
        }
        if (edition == submittedEdition) {
            edition++;
        }
        if (status == EXPECTED) {
            status = DRAFT;
        }
        return ReportEvent.DRAFTED;
    }

    /// Keeps the version of the template that it is written with, and the days that it covers.
    void writeWith(Basis begun) {
        basis = begun;
    }

    /// The days whose facts belong to it: those of its window, else the year of its last day up to that day.
    Span spanOfFacts(LocalDate today) {
        return Basis.spanOf(basis, dueAt, today);
    }

    /// A figure is corrected after it was accepted: the corrected edition stands beside the accepted one.
    ///
    /// @return the number of the new edition
    int restate(Instant now) {
        require(ACCEPTED);
        edition++;
        submittedEdition = edition;
        passage.restated(now);
        return edition;
    }

    /// @param content of the newest edition, null when nothing has been written
    /// @param by identity of the person who hands it in
    /// @param now the server's receipt, which is what lateness is judged by
    ReportEvent submit(@Nullable ReportContent content, String by, Instant now) {
        require(EXPECTED, DRAFT, RETURNED);
        if (content == null || !content.hasResults()) {
            throw new ReportProblem.ReportIncomplete();
        }
        status = SUBMITTED;
        submittedEdition = edition;
        passage.submitted(by, now);
        return ReportEvent.SUBMITTED;
    }

    ReportEvent receive(Instant now) {
        requireVia();
        require(SUBMITTED);
        status = RECEIVED;
        passage.received(now);
        return ReportEvent.RECEIVED;
    }

    ReportEvent forward(Instant now) {
        requireVia();
        require(RECEIVED);
        status = FORWARDED;
        passage.forwarded(now);
        return ReportEvent.FORWARDED;
    }

    /// @param by identity of the person who accepts, who must not be the one who handed it in
    ReportEvent accept(String by, Instant now) {
        require(hasVia() ? FORWARDED : SUBMITTED);
        if (by.equals(passage.submittedBy())) {
            throw new ReportProblem.OwnReport();
        }
        status = ACCEPTED;
        passage.accepted(now);
        return ReportEvent.ACCEPTED;
    }

    /// @param until first instant at which it is late again; handed in before, it stays on time if it was
    ReportEvent sendBack(String reason, Instant until, Instant now) {
        require(SUBMITTED, RECEIVED, FORWARDED);
        passage.sentBack(reason, until, now, dueAt);
        status = RETURNED;
        return ReportEvent.RETURNED;
    }

    /// The organisation whose turn it is once the report has been handed in.
    @Nullable
    UUID desk() {
        return hasVia() && (status == SUBMITTED || status == RECEIVED) ? viaOrganisationId : recipientOrganisationId;
    }

    boolean hasVia() {
        return viaOrganisationId != null && !viaOrganisationId.equals(recipientOrganisationId);
    }

    /// A fact that stays: the newest version came at or after the first instant that was too late.
    boolean isHandedInLate() {
        return passage.isLate(dueAt);
    }

    /// Late now: handed in late, or not in although the day is over.
    boolean isLate(Instant now) {
        return status != WITHDRAWN && passage.isLate(isBeingWritten(), dueAt, now);
    }

    private void requireVia() {
        if (!hasVia()) {
            throw new ReportProblem.NoViaBody();
        }
    }

    private void require(ReportStatus... needed) {
        if (!List.of(needed).contains(status)) {
            throw new ReportProblem.WrongReportStatus(status, List.of(needed));
        }
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /// The public state, as events and answers carry it.
    ReportEvent.State state() {
        return new ReportEvent.State(
                id,
                assignmentId,
                planId,
                obligationId,
                organisationId,
                kind,
                form,
                occurrence,
                status,
                recipientOrganisationId,
                viaOrganisationId,
                dueAt,
                expectedAt,
                passage.submittedAt(),
                passage.receivedAt(),
                passage.forwardedAt(),
                passage.acceptedAt(),
                passage.returnedAt(),
                passage.returnedUntil(),
                passage.restatedAt(),
                passage.isLate(dueAt));
    }

    @Nullable
    UUID assignmentId() {
        return assignmentId;
    }

    UUID organisationId() {
        return organisationId;
    }

    boolean isFiled() {
        return organisationPath != null;
    }

    String organisationPath() {
        return Objects.requireNonNull(organisationPath);
    }

    /// The calendar period that it is for: what its occurrence names, or else the year of its last day on time.
    String period() {
        return Periods.of(occurrence, dueAt);
    }

    ReportStatus status() {
        return status;
    }

    @Nullable
    String returnReason() {
        return passage.returnReason();
    }

    int edition() {
        return edition;
    }

    int submittedEdition() {
        return submittedEdition;
    }

    @Nullable
    Basis basis() {
        return basis;
    }
}
