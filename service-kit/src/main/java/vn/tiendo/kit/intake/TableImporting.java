package vn.tiendo.kit.intake;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.tiendo.kit.intake.RowImporter.Batch;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.problem.DatabaseFaults;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;

/// Takes in the rows of imports, one batch per pass.
///
/// What a batch makes and what became of its rows is one transaction: a kill at any point loses nothing and repeats
/// nothing. A batch that fails as a whole is tried again, behind the other imports, and given up after ten failures.
@ApplicationScoped
public class TableImporting implements LeaderTask {

    static final String NAME = "table-importing";
    private static final Logger LOG = Logger.getLogger(TableImporting.class);
    private static final int BATCH = 500;

    @Inject
    TableImportRepository imports;

    @Inject
    ImportRowRepository rows;

    @Inject
    ReachRepository reach;

    @Inject
    @All
    List<RowImporter> importers;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        if (importers.isEmpty()) {
            return false; // a service without imports has no tables for them
        }
        var next = imports.nextToTake();
        if (next.isEmpty()) {
            return false;
        }
        var id = next.get().id();
        try {
            QuarkusTransaction.requiringNew().timeout(60).run(() -> takeSome(id));
        } catch (RuntimeException failure) {
            if (!DatabaseFaults.passes(failure)) {
                LOG.warnf("A batch of import %s failed", id);
                QuarkusTransaction.requiringNew().run(() -> {
                    var failed = imports.locked(id);
                    failed.failed(clock.instant());
                    imports.update(failed);
                });
            }
            throw failure;
        }
        return true;
    }

    private void takeSome(UUID id) {
        var found = imports.locked(id);
        if (!found.isUnderWay()) {
            return;
        }
        var some = rows.next(found, BATCH);
        if (!some.isEmpty()) {
            var outcomes = importerOf(found.subject())
                    .take(new Batch(some, found.dryRun(), submitterOf(found), names -> rows.named(id, names)));
            rows.settle(id, some, outcomes);
            found.took(outcomes, some.size() < BATCH, clock.instant());
        } else {
            found.took(List.of(), true, clock.instant());
        }
        imports.update(found);
    }

    /// With the posts of this moment: who lost the post meanwhile imports nothing more.
    private Actor submitterOf(TableImport found) {
        var today = Days.dayOf(clock.instant());
        return new Actor(
                found.submitterIssuer(),
                found.submitterSubject(),
                reach.postsHeldBy(found.submitterIssuer(), found.submitterSubject(), today));
    }

    private RowImporter importerOf(String subject) {
        return importers.stream()
                .filter(importer -> importer.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody imports " + subject));
    }
}
