package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.reporting.report.ReportApi.NewContent;
import vn.tiendo.reporting.report.ReportRepository.Filter;

/// What people do with reports.
@ApplicationScoped
class ReportService {

    private static final int WORKING_DAYS_AFTER_RETURN = 5;
    private static final Set<Role> REVIEWERS = Set.of(Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);

    @Inject
    CurrentActor actor;

    @Inject
    ReportRepository reports;

    @Inject
    ReportContentRepository contents;

    @Inject
    WorkingCalendarRepository calendar;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// A report with the text that the reader may see.
    record Read(Report report, @Nullable ReportContent content) {}

    private interface Step {
        ReportEvent take(Report report, Actor by, Instant now);
    }

    @Transactional
    Read read(UUID id) {
        var reach = ReportReach.of(actor.get());
        var report = reports.get(id, reach);
        return new Read(report, contents.of(id, reach.editionShownOf(report)).orElse(null));
    }

    @Transactional
    List<Report> page(Filter filter, PageRequest page) {
        return reports.page(filter, ReportReach.of(actor.get()), page);
    }

    @Transactional
    Read write(UUID id, @Nullable String ifMatch, NewContent text) {
        var report = find(id);
        var post = requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = ReportEvent.stateOf(report);
        var now = clock.instant();
        var event = report.draft();
        var by = actor.get().id();
        var content = newestContent(report).orElseGet(() -> new ReportContent(report.id(), report.edition(), by, now));
        content.write(text.narrative(), text.numbers(), by, now);
        contents.persist(content);
        publish(report, event, "write-report", post, before);
        return new Read(report, content);
    }

    @Transactional
    Read submit(UUID id, @Nullable String ifMatch) {
        return step(
                id,
                ifMatch,
                "submit-report",
                this::requireReporter,
                (report, by, now) -> report.submit(newestContent(report).orElse(null), by.id(), now));
    }

    @Transactional
    Read receive(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, "receive-report", this::requireVia, (report, by, now) -> report.receive(now));
    }

    @Transactional
    Read forward(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, "forward-report", this::requireVia, (report, by, now) -> report.forward(now));
    }

    @Transactional
    Read accept(UUID id, @Nullable String ifMatch) {
        return step(
                id, ifMatch, "accept-report", this::requireRecipient, (report, by, now) -> report.accept(by.id(), now));
    }

    @Transactional
    Read sendBack(UUID id, @Nullable String ifMatch, String reason, @Nullable LocalDate until) {
        return step(
                id,
                ifMatch,
                "return-report",
                report -> requireAt(report.desk(), ReportProblem.NotTheRecipient::new),
                (report, by, now) -> report.sendBack(reason, Days.endOf(dayAfterReturn(until, now)), now));
    }

    private Read step(UUID id, @Nullable String ifMatch, String action, PostRule rule, Step step) {
        var report = find(id);
        var post = rule.postFor(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = ReportEvent.stateOf(report);
        var event = step.take(report, actor.get(), clock.instant());
        publish(report, event, action, post, before);
        return new Read(report, newestContent(report).orElse(null));
    }

    private interface PostRule {
        HeldPost postFor(Report report);
    }

    private void publish(Report report, ReportEvent event, String action, HeldPost post, ReportEvent.State before) {
        outbox.add(ReportEvent.STREAM, report, event.word());
        audit.record(actor.get(), post, action, "report", report.id(), before, ReportEvent.stateOf(report));
    }

    private Report find(UUID id) {
        return reports.get(id, ReportReach.of(actor.get()));
    }

    private HeldPost requireReporter(Report report) {
        return actor.get()
                .require(report.organisationPath(), Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);
    }

    private HeldPost requireVia(Report report) {
        if (!report.hasVia()) {
            throw new ReportProblem.NoViaBody();
        }
        return requireAt(report.viaOrganisationId(), ReportProblem.NotTheViaBody::new);
    }

    private HeldPost requireRecipient(Report report) {
        return requireAt(report.recipientOrganisationId(), ReportProblem.NotTheRecipient::new);
    }

    /// A post at the very organisation: whoever stands above it does not act in its place.
    private HeldPost requireAt(@Nullable UUID organisation, Supplier<ReportProblem> otherwise) {
        return actor.get().posts().stream()
                .filter(post -> post.organisationId().equals(organisation) && REVIEWERS.contains(post.role()))
                .findFirst()
                .orElseThrow(otherwise);
    }

    private LocalDate dayAfterReturn(@Nullable LocalDate wanted, Instant now) {
        var today = Days.dayOf(now);
        if (wanted == null) {
            return calendar.workingDays().plus(today, WORKING_DAYS_AFTER_RETURN);
        }
        if (!wanted.isAfter(today)) {
            throw new ReportProblem.ReturnDayTooEarly(today);
        }
        return wanted;
    }

    private Optional<ReportContent> newestContent(Report report) {
        return contents.of(report.id(), report.edition());
    }
}
