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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.reporting.organisation.Place;
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
        var held = reports
                .forAssignments(owed.stream()
                        .flatMap(one -> Stream.of(one.id(), one.transferredFromAssignmentId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(report -> report.demand().assignmentId(), Function.identity()));
        var happened = new LinkedHashMap<Report, ReportEvent>();
        for (var one : owed) {
            var report = held.get(one.id());
            if (report == null && !one.isOff() && takesOver(one, known, held, happened)) {
                continue;
            }
            if (report != null) {
                report.follow(one).filter(event -> report.isFiled()).ifPresent(event -> happened.put(report, event));
            } else if (!one.isOff()) {
                expect(one, known, happened);
            }
        }
        publish(happened);
    }

    /// Whether it goes on with a report that another organisation began, instead of beginning its own.
    private static boolean takesOver(
            OwedReport owed, Map<UUID, Place> known, Map<UUID, Report> held, Map<Report, ReportEvent> happened) {
        var begun = owed.transferredFromAssignmentId() == null ? null : held.get(owed.transferredFromAssignmentId());
        if (begun == null || !begun.isOpen()) {
            return false;
        }
        held.remove(begun.demand().assignmentId());
        var event = begun.passTo(owed, known.get(owed.organisationId()));
        held.put(owed.id(), begun);
        if (begun.isFiled()) {
            happened.put(begun, event);
        }
        return true;
    }

    private void expect(OwedReport owed, Map<UUID, Place> known, Map<Report, ReportEvent> happened) {
        var expected = new Report(owed, clock.instant());
        var place = known.get(owed.organisationId());
        if (place != null) {
            happened.put(expected, expected.fileAt(place));
        }
        reports.persist(expected);
    }

    /// Files what was expected of these organisations before they were known, and sends to their parents what nobody
    /// else is named for.
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
        for (var report : reports.toFormerParentsOf(organisations)) {
            var place = known.get(report.organisationId());
            if (place != null) {
                report.moveTo(place).ifPresent(event -> happened.put(report, event));
            }
        }
        publish(happened);
    }

    private void publish(Map<Report, ReportEvent> happened) {
        var now = clock.instant();
        var byEvent = new LinkedHashMap<ReportEvent, List<Report>>();
        happened.forEach((report, event) -> {
            report.passage().told(now);
            byEvent.computeIfAbsent(event, each -> new ArrayList<>()).add(report);
        });
        byEvent.forEach((event, of) -> outbox.addAll(ReportEvent.STREAM, of, event.word()));
    }
}
