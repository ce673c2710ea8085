package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.plans.attachment.Originals;

/// Forgets what nobody confirmed ninety days after it was sent, and a year after its confirmation what a plan came of:
/// the plan keeps the original and the text as its own files.
@ApplicationScoped
public class PlanImportCleaning implements LeaderTask {

    static final String NAME = "plan-import-cleaning";
    static final Duration UNCONFIRMED = Duration.ofDays(90);
    static final Duration CONFIRMED = Duration.ofDays(365);
    private static final int BATCH = 100;

    @Inject
    PlanImportRepository imports;

    @Inject
    Originals originals;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean pass() {
        return forget(clock.instant()) >= BATCH;
    }

    int forget(Instant now) {
        var over = Stream.concat(
                        imports.unconfirmedSince(now.minus(UNCONFIRMED), BATCH).stream(),
                        imports.confirmedBefore(now.minus(CONFIRMED), BATCH).stream())
                .toList();
        for (var each : over) {
            imports.delete(each);
            originals.release(each.hash());
        }
        imports.flush();
        return over.size();
    }
}
