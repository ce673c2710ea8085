package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.duty.DutyRepository;
import vn.tiendo.notifications.policy.LadderChanges;

/// Plans anew where another ladder holds or other days count, piece by piece and from where it was left.
@ApplicationScoped
public class LadderFollowing implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    LadderChanges changes;

    @Inject
    DutyRepository duties;

    @Inject
    ReminderPlanner planner;

    @Override
    public String name() {
        return "ladder-following";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var oldest = changes.oldest();
        if (oldest.isEmpty()) {
            return false;
        }
        var change = oldest.get();
        var reminded = duties.remindedAt(change.path(), change.wholeSubtree(), change.doneTo(), BATCH);
        planner.planAnew(reminded);
        changes.advance(
                change, reminded.size() == BATCH ? reminded.getLast().duty().id() : null);
        return true;
    }
}
