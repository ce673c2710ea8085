package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Settles what an organisation owes by a report.
@ApplicationScoped
class ReportEvents implements EventHandler {

    private static final Set<String> WITH_SOMETHING_IN =
            Set.of("SUBMITTED", "RECEIVED", "FORWARDED", "ACCEPTED", "RETURNED");

    @Inject
    AssignmentFacts assignments;

    private record Report(
            @Nullable UUID assignmentId,
            String status,
            @Nullable Instant submittedAt,
            @Nullable Instant returnedUntil,
            @Nullable Boolean late) {}

    @Override
    public String topic() {
        return "reporting.report.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var report = event.as(Report.class);
        if (report.assignmentId == null) {
            return; // an incident, which no assignment asks for
        }
        assignments.reportChanged(
                report.assignmentId,
                WITH_SOMETHING_IN.contains(report.status) ? report.submittedAt : null,
                report.status.equals("ACCEPTED"),
                report.status.equals("RETURNED"),
                report.returnedUntil,
                report.late);
    }
}
