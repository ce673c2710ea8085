package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.problem.DatabaseFaults;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.time.Days;

/// Applies planned restructurings when business time has reached their day, the earliest first.
@ApplicationScoped
class RestructuringTask implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(RestructuringTask.class);

    @Inject
    RestructuringRepository restructurings;

    @Inject
    RestructuringService service;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "restructuring";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    /// The restructuring has a transaction of its own, so that one that does not fit leaves nothing behind but its
    /// reason.
    @Override
    public boolean pass() {
        var due = restructurings.nextDue(Days.dayOf(clock.instant()));
        due.ifPresent(id -> {
            try {
                service.applyPlanned(id);
                LOG.infof("Restructuring %s is applied", id);
            } catch (DomainProblem reason) {
                service.fail(id, reason);
                LOG.warnf("Restructuring %s no longer fits the tree: %s", id, reason.code());
            } catch (RuntimeException failure) {
                if (!DatabaseFaults.isBrokenRule(failure)) {
                    throw failure; // passes by itself, or is a defect that must stay visible
                }
                service.fail(id, new RestructuringProblem.RuleOfTreeBroken());
                LOG.warnf("Restructuring %s breaks a rule of the stored tree", id);
            }
        });
        return due.isPresent();
    }
}
