package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.time.Days;

/// What organisations that were moved owe to their superior is owed to the one of the due day, a bounded
/// number per pass. What was due before the move stays with the superior of then.
///
/// What was redirected and who was looked at are one transaction: a kill loses nothing and repeats nothing.
@ApplicationScoped
class SuperiorFollowing implements LeaderTask {

    private static final int ORGANISATIONS = 200;
    private static final int BATCH = 500;

    @Inject
    MovedDebtorRepository moved;

    @Inject
    AssignmentRepository assignments;

    @Inject
    AssignmentHistory history;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "superior-following";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var some = moved.next(ORGANISATIONS);
        if (some.isEmpty()) {
            return false;
        }
        var superiors = moved.misdirected(some, Days.dayOf(clock.instant()), BATCH);
        redirect(superiors);
        if (superiors.size() < BATCH) {
            moved.forget(some);
        }
        return true;
    }

    private void redirect(Map<UUID, UUID> superiors) {
        if (superiors.isEmpty()) {
            return;
        }
        var owed = assignments.list("id in ?1 order by id", superiors.keySet());
        owed.forEach(assignment -> assignment.owedTo(Objects.requireNonNull(superiors.get(assignment.id()))));
        assignments.flush();
        assignments.followParties(superiors.keySet());
        history.note("restructuring", owed, "redirected");
        outbox.addAll(Assignment.STREAM, owed, "redirected");
    }
}
