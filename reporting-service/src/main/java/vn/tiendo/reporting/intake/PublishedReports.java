package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.reporting.progress.CountedReport;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.progress.Source;

/// Counts reports from the topic that this service itself publishes.
@ApplicationScoped
public class PublishedReports implements EventHandler {

    @Inject
    CountingService counting;

    @Override
    public String topic() {
        return "reporting.report.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        onAll(List.of(event));
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        counting.count(
                Source.REPORT,
                events.stream().map(event -> event.as(CountedReport.class)).toList());
    }
}
