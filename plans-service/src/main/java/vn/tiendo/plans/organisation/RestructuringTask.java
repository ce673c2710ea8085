package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.problem.DatabaseFaults;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.time.Days;

/// Carries out planned restructurings when business time has reached their day, and accepted ones at once, the earliest
/// first.
@ApplicationScoped
class RestructuringTask implements LeaderTask {

    static final String NAME = "restructuring";

    private static final Logger LOG = Logger.getLogger(RestructuringTask.class);

    @Inject
    RestructuringRepository restructurings;

    @Inject
    RestructuringExecution execution;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    /// The pass waits for the restructuring, and has to outlast it.
    @Override
    public Duration longest() {
        return Duration.ofSeconds(RestructuringExecution.LONGEST + 60L);
    }

    /// The restructuring has a transaction of its own, so that one that does not fit leaves nothing behind but its
    /// reason.
    @Override
    public boolean pass() {
        var due = restructurings.nextDue(Days.dayOf(clock.instant()));
        due.filter(execution::start).ifPresent(this::carryOut);
        return due.isPresent();
    }

    private void carryOut(UUID id) {
        try {
            var applied = execution.carryOut(id);
            LOG.infof("Restructuring %s is %s", id, applied ? "applied" : "called off");
        } catch (DomainProblem reason) {
            execution.fail(id, reason);
            LOG.warnf("Restructuring %s no longer fits the tree: %s", id, reason.code());
        } catch (RuntimeException failure) {
            if (!DatabaseFaults.isBrokenRule(failure)) {
                throw failure; // passes by itself, or is a defect: it stays visible until somebody calls it off
            }
            execution.fail(id, new RestructuringProblem.RuleOfTreeBroken());
            LOG.warnf("Restructuring %s breaks a rule of the stored tree", id);
        }
    }
}
