package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.reporting.organisation.Places;

/// Expects one report per assignment to report, and follows what becomes of the assignment.
///
/// Repeatable. A report whose organisation is not known yet is kept, but in no list and on no topic, until it can be
/// filed.
@ApplicationScoped
public class ExpectationService {

    @Inject
    ReportRepository reports;

    @Inject
    Places places;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /// @param assignments newest states, at most one per id
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<OwedReport> assignments) {
        var owed = assignments.stream().filter(OwedReport::isExpected).toList();
        if (owed.isEmpty()) {
            return;
        }
        var known = places.hold(
                owed.stream().map(OwedReport::organisationId).distinct().toList());
        var held = reports.forAssignments(owed.stream().map(OwedReport::id).toList()).stream()
                .collect(Collectors.toMap(Report::assignmentId, Function.identity()));
        var happened = new LinkedHashMap<Report, ReportEvent>();
        for (var one : owed) {
            var report = held.get(one.id());
            if (report != null) {
                report.follow(one).filter(event -> report.isFiled()).ifPresent(event -> happened.put(report, event));
            } else if (!one.isOff()) {
                var expected = new Report(one, clock.instant());
                var place = known.get(one.organisationId());
                if (place != null) {
                    happened.put(expected, expected.fileAt(place));
                }
                reports.persist(expected);
            }
        }
        publish(happened);
    }

    /// Files what was expected of these organisations before they were known.
    @Transactional(Transactional.TxType.MANDATORY)
    public void file(Collection<UUID> organisations) {
        var known = places.hold(organisations);
        var happened = new LinkedHashMap<Report, ReportEvent>();
        for (var report : reports.unfiledOf(organisations)) {
            var place = known.get(report.organisationId());
            if (place != null) {
                happened.put(report, report.fileAt(place));
            }
        }
        publish(happened);
    }

    private void publish(Map<Report, ReportEvent> happened) {
        var byEvent = new LinkedHashMap<ReportEvent, List<Report>>();
        happened.forEach((report, event) ->
                byEvent.computeIfAbsent(event, each -> new ArrayList<>()).add(report));
        byEvent.forEach((event, of) -> outbox.addAll(ReportEvent.STREAM, of, event.word()));
    }
}
