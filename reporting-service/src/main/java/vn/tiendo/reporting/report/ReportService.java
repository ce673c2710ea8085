package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.reporting.report.ReportDesk.Read;
import vn.tiendo.reporting.report.ReportRepository.Filter;

/// What people do with reports on their way up.
@ApplicationScoped
class ReportService {

    private static final int WORKING_DAYS_AFTER_RETURN = 5;

    @Inject
    CurrentActor actor;

    @Inject
    ReportDesk desk;

    @Inject
    ReportRepository reports;

    @Inject
    ReportContentRepository contents;

    @Inject
    WorkingCalendarRepository calendar;

    @Inject
    Clock clock;

    private interface Step {
        ReportEvent take(Report report, Actor by, Instant now);
    }

    private interface PostRule {
        HeldPost postFor(Report report);
    }

    @Transactional
    Read read(UUID id) {
        var reach = ReportReach.of(actor.get());
        var report = reports.get(id, reach);
        return desk.show(report, contents.of(id, reach.editionShownOf(report)).orElse(null));
    }

    @Transactional
    List<Report> page(Filter filter, PageRequest page) {
        return reports.page(filter, ReportReach.of(actor.get()), page);
    }

    /// Refused as long as the template's rules find errors.
    @Transactional
    Read submit(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, "submit-report", desk::requireReporter, (report, by, now) -> {
            var content = desk.newestContent(report).orElse(null);
            var event = report.submit(content, by.id(), now);
            if (content != null) {
                requireValid(report, content);
            }
            return event;
        });
    }

    private void requireValid(Report report, ReportContent content) {
        var errors = desk.errorsOf(report, content);
        if (!errors.isEmpty()) {
            throw new ReportProblem.ReportInvalid(errors);
        }
    }

    @Transactional
    Read receive(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, "receive-report", desk::requireVia, (report, by, now) -> report.receive(now));
    }

    @Transactional
    Read forward(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, "forward-report", desk::requireVia, (report, by, now) -> report.forward(now));
    }

    @Transactional
    Read accept(UUID id, @Nullable String ifMatch) {
        return step(
                id, ifMatch, "accept-report", desk::requireRecipient, (report, by, now) -> report.accept(by.id(), now));
    }

    @Transactional
    Read sendBack(UUID id, @Nullable String ifMatch, String reason, @Nullable LocalDate until) {
        return step(
                id,
                ifMatch,
                "return-report",
                report -> desk.requireAt(report.route().deskAt(report.status()), ReportProblem.NotTheRecipient::new),
                (report, by, now) -> report.sendBack(reason, Days.endOf(dayAfterReturn(until, now)), now));
    }

    private Read step(UUID id, @Nullable String ifMatch, String action, PostRule rule, Step step) {
        var report = desk.find(id);
        var post = rule.postFor(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var event = step.take(report, actor.get(), clock.instant());
        desk.publish(report, event, action, post, before);
        return desk.show(report, desk.newestContent(report).orElse(null));
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
}
