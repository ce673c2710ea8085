package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.report.ReportApi.AcceptReports;
import vn.tiendo.reporting.report.ReportApi.Acceptance;

/// Accepts many reports at once, each with an outcome of its own: one that cannot be accepted is named and
/// keeps no other back. A batch costs the same number of statements whatever its size.
@ApplicationScoped
class BulkAcceptance {

    @Inject
    CurrentActor actor;

    @Inject
    ReportDesk desk;

    @Inject
    ReportRepository reports;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<Acceptance> accept(AcceptReports request) {
        var by = actor.get();
        var now = clock.instant();
        var found = reports
                .holdAll(
                        request.items().stream()
                                .map(AcceptReports.Item::id)
                                .distinct()
                                .toList(),
                        ReportReach.of(by))
                .stream()
                .collect(Collectors.toMap(Report::id, Function.identity()));
        var outcomes = new ArrayList<Acceptance>();
        var accepted = new ArrayList<Report>();
        var deeds = new ArrayList<Deed>();
        for (var item : request.items()) {
            var report = found.get(item.id());
            try {
                if (report == null) {
                    throw new ReportProblem.ReportNotFound();
                }
                var post = desk.requireRecipient(report);
                ETags.requireMatch("\"" + item.version() + "\"", report.version());
                var before = report.state();
                var event = report.accept(by.id(), now);
                accepted.add(report);
                deeds.add(new Deed(post, "accept-report", "report", report.id(), before, report.state()));
                outcomes.add(Acceptance.of(item.id(), event));
            } catch (DomainProblem refused) {
                outcomes.add(Acceptance.refused(item.id(), refused.code()));
            }
        }
        accepted.forEach(report -> report.passage().told(now));
        outbox.addAll(ReportEvent.STREAM, accepted, ReportEvent.ACCEPTED.word());
        audit.recordAll(by, deeds);
        return outcomes;
    }
}
