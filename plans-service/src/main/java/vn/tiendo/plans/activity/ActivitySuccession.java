package vn.tiendo.plans.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.plans.organisation.Ending;
import vn.tiendo.plans.organisation.PassingOn;

/// What an ended organisation had only planned passes to its successor; what was held stays where it was held.
@ApplicationScoped
class ActivitySuccession implements PassingOn {

    @Inject
    ActivityRepository activities;

    @Inject
    Outbox outbox;

    @Override
    public String what() {
        return "plannedActivities";
    }

    @Override
    public long count(Collection<UUID> ending) {
        return activities.countPlannedAt(ending);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int passOn(Ending ending, int most) {
        var planned = activities.plannedAt(ending.organisationId(), most);
        if (!planned.isEmpty()) {
            planned.forEach(activity -> activity.passTo(ending.successor().id()));
            outbox.addAll(Activity.STREAM, planned, "planned");
            activities.followOrganisations(planned.stream().map(Activity::id).toList());
        }
        return planned.size();
    }
}
