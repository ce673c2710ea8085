package vn.tiendo.plans.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.problem.DatabaseFaults;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.imports.PlanImport.Status;
import vn.tiendo.plans.imports.reader.PlanReader;

/// Reads the documents that wait, one per pass.
///
/// What was understood of one is one transaction: a kill at any point leaves it waiting, to be read again. One that
/// cannot be read is given up after three failures and holds up nobody.
@ApplicationScoped
public class PlanReading implements LeaderTask {

    static final String NAME = "plan-reading";
    private static final Logger LOG = Logger.getLogger(PlanReading.class);
    private static final int LONGEST_SECONDS = 60;

    @Inject
    PlanImportRepository imports;

    @Inject
    PlanImportContents contents;

    @Inject
    Resolving resolving;

    @Inject
    ReachRepository reach;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean pass() {
        var next = imports.nextToRead();
        if (next.isEmpty()) {
            return false;
        }
        var id = next.get().id();
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> read(id));
        } catch (RuntimeException | StackOverflowError failure) {
            if (DatabaseFaults.isAway(failure)) {
                throw failure;
            }
            LOG.warnf("Reading import %s failed: %s", id, failure.getClass().getName());
            QuarkusTransaction.requiringNew().run(() -> imports.lockedById(id).ifPresent(PlanImport::failed));
        }
        return true;
    }

    private void read(UUID id) {
        var found = imports.lockedById(id).orElse(null);
        if (found == null || found.status() != Status.WAITING) {
            return;
        }
        var content = contents.of(found);
        var reading = PlanReader.read(content.text());
        var issuer = reach.get(found.organisationId());
        var resolution = resolving.of(reading, issuer, submitterOf(found));
        content.propose(reading, resolution, ProposedDraft.of(issuer.id(), reading, resolution));
        found.wasRead(clock.instant());
    }

    /// With the posts of this moment: who lost the post meanwhile finds nothing in the tree.
    private Actor submitterOf(PlanImport found) {
        return new Actor(
                found.submitterIssuer(),
                found.submitterSubject(),
                reach.postsHeldBy(found.submitterIssuer(), found.submitterSubject(), Days.dayOf(clock.instant())));
    }
}
