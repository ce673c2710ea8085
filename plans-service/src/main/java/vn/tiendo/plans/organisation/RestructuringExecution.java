package vn.tiendo.plans.organisation;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.organisation.RestructuringApi.Deed;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;
import vn.tiendo.plans.organisation.RestructuringApi.RestructuringView;

/// Brings a restructuring from one state to the next. In the background each step is a transaction of its own: that it
/// has begun is seen by everybody, what it has done only as a whole.
@ApplicationScoped
class RestructuringExecution {

    /// In seconds; nobody waits for it, and it is not cut into smaller ones: rights are by path, and of the tree before
    /// and the tree after only one can be right.
    static final int LONGEST = 3_600;

    @Inject
    RestructuringRepository restructurings;

    @Inject
    ActsInOrder acts;

    @Inject
    TreeRepository tree;

    @Inject
    BackgroundTasks background;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @return whether it is still to be carried out
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean start(UUID id) {
        return restructurings.lock(id).start(clock.instant());
    }

    /// Carries out what was planned or accepted. Who ordered it was allowed to then; the tree is checked now.
    ///
    /// @return whether it is applied now; not if somebody has called it off meanwhile
    /// @throws DomainProblem when it no longer fits; nothing has happened then
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST)
    boolean carryOut(UUID id) {
        tree.lockPatiently();
        var restructuring = restructurings.lock(id);
        if (restructuring.status() != Restructuring.Status.EXECUTING) {
            return false;
        }
        var author = restructuring.author();
        done(id, acts.carryOut(restructuring, author), author, null);
        return true;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Restructuring done(UUID id, Outcome outcome, Actor actor, @Nullable HeldPost post) {
        var restructuring = restructurings.findById(id);
        var complete = outcome.effects().stream().noneMatch(effect -> effect.deed() == Deed.ENDED);
        restructuring.applied(outcome, complete, clock.instant());
        restructurings.flush();
        record(actor, post, "apply-restructuring", null, restructuring);
        background.wake(SuccessionTask.NAME);
        return restructuring;
    }

    /// Nothing has happened; the reason stays visible.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(UUID id, DomainProblem reason) {
        var restructuring = restructurings.lock(id);
        if (restructuring.status() != Restructuring.Status.EXECUTING) {
            return; // called off meanwhile
        }
        var before = RestructuringView.of(restructuring);
        restructuring.fail(reason, clock.instant());
        restructurings.flush();
        record(restructuring.author(), null, "fail-restructuring", before, restructuring);
    }

    void record(
            Actor actor,
            @Nullable HeldPost post,
            String action,
            @Nullable RestructuringView before,
            Restructuring after) {
        audit.record(actor, post, action, "restructuring", after.id(), before, RestructuringView.of(after));
    }
}
