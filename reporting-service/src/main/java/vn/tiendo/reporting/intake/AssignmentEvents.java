package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.progress.CountedAssignment;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.progress.Source;
import vn.tiendo.reporting.report.ExpectationService;
import vn.tiendo.reporting.report.OwedReport;

/// Counts assignments, and expects a report from each that asks for one.
@ApplicationScoped
public class AssignmentEvents implements EventHandler {

    @Inject
    CountingService counting;

    @Inject
    ExpectationService expectations;

    @Override
    public String topic() {
        return "plans.assignment.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        counting.count(
                Source.ASSIGNMENT,
                events.stream().map(event -> event.as(CountedAssignment.class)).toList());
        expectations.follow(
                events.stream().map(event -> event.as(OwedReport.class)).toList());
    }
}
