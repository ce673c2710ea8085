package vn.tiendo.plans.activity;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.activity.ActivityApi.ActivityState;
import vn.tiendo.plans.activity.ActivityApi.HeldActivity;
import vn.tiendo.plans.activity.ActivityProblem.ActivityNotFound;
import vn.tiendo.plans.activity.ActivityProblem.HeldInTheFuture;
import vn.tiendo.plans.activity.ActivityProblem.NoActivityKind;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.obligation.Fulfilment;

/// Records what was held and lets it count towards what is owed.
@ApplicationScoped
public class ActivityService {

    @Inject
    ActivityRepository activities;

    @Inject
    AssignmentService assignments;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
    }

    Activity get(UUID id, Actor actor) {
        return activities.find(id, readable(actor)).orElseThrow(ActivityNotFound::new);
    }

    List<Activity> list(Actor actor, @Nullable UUID organisation, PageRequest page) {
        return activities.list(readable(actor), organisation, page);
    }

    @Transactional
    Activity record(HeldActivity held, Actor actor) {
        var organisation = reach.get(held.organisationId(), readable(actor));
        var post = actor.require(organisation.path(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR);
        var now = clock.instant();
        if (held.heldOn().isAfter(Days.dayOf(now))) {
            throw new HeldInTheFuture();
        }
        if (held.kind().fulfilment() != Fulfilment.ACTIVITIES) {
            throw new NoActivityKind();
        }
        var countedFor = held.obligationIds().stream()
                .map(obligation -> assignments.count(organisation.id(), obligation, held.heldOn(), 1))
                .flatMap(Optional::stream)
                .toList();
        var activity = new Activity(organisation, held, countedFor, now);
        activities.persist(activity);
        outbox.add(Activity.STREAM, activity, "held");
        audit.record(actor, post, "record-activity", "activity", activity.id(), null, ActivityState.of(activity));
        return activity;
    }

    @Transactional
    Activity cancel(UUID id, @Nullable String ifMatch, Actor actor) {
        var activity = get(id, actor);
        var post = actor.require(
                activity.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR);
        ETags.requireMatch(ifMatch, activity.version());
        var before = ActivityState.of(activity);
        activity.cancel();
        activity.countedFor().forEach(assignments::uncount);
        outbox.add(Activity.STREAM, activity, "cancelled");
        audit.record(actor, post, "cancel-activity", "activity", id, before, ActivityState.of(activity));
        return activity;
    }
}
