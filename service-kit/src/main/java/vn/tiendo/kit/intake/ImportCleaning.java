package vn.tiendo.kit.intake;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import vn.tiendo.kit.leader.LeaderTask;

/// Forgets the rows of imports ninety days after their completion; counts and what was made stay.
@ApplicationScoped
public class ImportCleaning implements LeaderTask {

    private static final int BATCH = 2_000;
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    TableImportRepository imports;

    @Inject
    @All
    List<RowImporter> importers;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "import-cleaning";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean pass() {
        return !importers.isEmpty()
                && imports.forgetRowsOfThoseCompletedBefore(clock.instant().minus(KEPT), BATCH) == BATCH;
    }
}
