package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.duty.DutyRepository;

/// Stops the reminders of a campaign that was closed, and takes them up again when it opens again, for all or for one
/// unit, piece by piece.
@ApplicationScoped
public class CampaignStops implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    DutyRepository duties;

    @Inject
    ReminderPlanner planner;

    @Override
    public String name() {
        return "campaign-stops";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        var changes = duties.followCampaigns(BATCH);
        planner.follow(changes);
        var reopened = duties.followReopening();
        planner.follow(reopened);
        return changes.size() == BATCH || !reopened.isEmpty();
    }
}
