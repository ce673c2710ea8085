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

    @Embedded
    private Demand demand;

    private UUID organisationId;
    private @Nullable String organisationPath;

    @Enumerated(EnumType.STRING)
    private ReportStatus status = EXPECTED;

    @Embedded
    private @Nullable Route route;

    private @Nullable Instant dueAt;
    private Instant expectedAt;

    @Embedded
    private Editions editions = Editions.NONE;

    @Embedded
    private WayUp passage = new WayUp();

    @Embedded
    private @Nullable Basis basis;

    protected Report() {}

    Report(OwedReport owed, Instant now) {
        demand = Demand.of(owed);
        organisationId = owed.organisationId();
        route = Route.of(owed);
        dueAt = owed.dueAt();
        expectedAt = now;
    }

    /// Something that happened, which no assignment asks to report.
    static Report ofIncident(Demand incident, Place at, Route wanted, Instant now) {
        var report = new Report();
        report.demand = incident;
        report.organisationId = at.organisationId();
        report.organisationPath = at.path();
        report.route = wanted.orTo(at.parentId());
        report.expectedAt = now;
        return report;
    }

    /// Files the report where its organisation stands. Without a named recipient it goes to the parent.
    ReportEvent fileAt(Place place) {
        organisationPath = place.path();
        route = route().orTo(place.parentId());
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
            status = editions.isUnwritten() ? EXPECTED : DRAFT;
            return Optional.of(ReportEvent.EXPECTED);
        }
        var withItsOrganisation = status == EXPECTED || status == DRAFT || (status == RETURNED && owed.isTransferred());
        if (withItsOrganisation && owed.isOff()) {
            status = WITHDRAWN;
            return Optional.of(ReportEvent.WITHDRAWN);
        }
        var routeMoved = status != ACCEPTED && takes(route().asIn(owed));
        var carried = demand.carriedTo(owed, !editions.isUnwritten());
        var isOther = !carried.equals(demand);
        demand = carried;
        return dayMoved || routeMoved || isOther ? Optional.of(ReportEvent.CHANGED) : Optional.empty();
    }

    /// Its organisation stands elsewhere: what goes to the parent goes to the new one, whoever holds it until it is
    /// accepted, because the one before may have ended.
    Optional<ReportEvent> moveTo(Place place) {
        return status != ACCEPTED && takes(route().from(place)) ? Optional.of(ReportEvent.CHANGED) : Optional.empty();
    }

    private boolean takes(Route other) {
        var moved = !other.isLike(route());
        route = other;
        return moved;
    }

    /// Its assignment was transferred: the organisation that owes it now goes on with what has been written so far.
    ReportEvent passTo(OwedReport owed, @Nullable Place place) {
        demand = demand.passedTo(owed);
        organisationId = owed.organisationId();
        organisationPath = place == null ? null : place.path();
        dueAt = owed.dueAt();
        if (status == WITHDRAWN) {
            status = editions.isHandedIn() ? RETURNED : editions.isUnwritten() ? EXPECTED : DRAFT;
        }
        route = route().asIn(owed);
        route = place == null ? route : route.from(place);
        return ReportEvent.PASSED_ON;
    }

    boolean isBeingWritten() {
        return status == EXPECTED || status == DRAFT || status == RETURNED;
    }

    /// Whether somebody still has to do something about it; an accepted report stays where it was.
    boolean isOpen() {
        return status != ACCEPTED;
    }

    /// Opens an edition for writing; one that has been handed in stays as it was, and a new one follows it.
    ///
    /// @param today its days must have begun
    ReportEvent draft(LocalDate today) {
        require(EXPECTED, DRAFT, RETURNED);
        if (basis != null && basis.dataFrom() != null && today.isBefore(basis.dataFrom())) {
            throw new ReportProblem.PeriodNotOpen(basis.dataFrom());
        }
        editions = editions.opened();
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
        editions = editions.opened().handedIn();
        passage.restated(now);
        return editions.edition();
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
        editions = editions.handedIn();
        passage.submitted(by, now);
        return ReportEvent.SUBMITTED;
    }

    ReportEvent receive(Instant now) {
        route().requireVia();
        require(SUBMITTED);
        status = RECEIVED;
        passage.received(now);
        return ReportEvent.RECEIVED;
    }

    ReportEvent forward(Instant now) {
        route().requireVia();
        require(RECEIVED);
        status = FORWARDED;
        passage.forwarded(now);
        return ReportEvent.FORWARDED;
    }

    /// @param by identity of the person who accepts, who must not be the one who handed it in
    ReportEvent accept(String by, Instant now) {
        require(route().hasVia() ? FORWARDED : SUBMITTED);
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

    /// Late now: handed in late, or not in although the day is over.
    boolean isLate(Instant now) {
        return status != WITHDRAWN && passage.isLate(isBeingWritten(), dueAt, now);
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
        return ReportEvent.State.of(this);
    }

    Demand demand() {
        return demand;
    }

    Route route() {
        return Route.orNone(route);
    }

    WayUp passage() {
        return passage;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    Instant expectedAt() {
        return expectedAt;
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
        return Periods.of(demand.occurrence(), dueAt);
    }

    ReportStatus status() {
        return status;
    }

    int edition() {
        return editions.edition();
    }

    int submittedEdition() {
        return editions.submittedEdition();
    }

    @Nullable
    Basis basis() {
        return basis;
    }
}
