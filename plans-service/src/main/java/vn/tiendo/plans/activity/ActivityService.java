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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityApi.Correction;
import vn.tiendo.plans.activity.ActivityParty.Relation;
import vn.tiendo.plans.activity.ActivityProblem.ActivityNotFound;
import vn.tiendo.plans.activity.ActivityProblem.DayRequired;
import vn.tiendo.plans.activity.ActivityProblem.FieldOutOfPlace;
import vn.tiendo.plans.obligation.ObligationKind;
import vn.tiendo.plans.organisation.OrganisationService;

/// Records what is planned and what was held.
@ApplicationScoped
public class ActivityService {

    static final Role FIRST_WRITER = COMMITTEE_OFFICER;
    private static final Role[] OF_ITS_OWN = {CELL_SECRETARY, COMMITTEE_LEADER};
    private static final Role[] OF_INSPECTIONS = {CELL_SECRETARY, COMMITTEE_LEADER, INSPECTOR};

    @Inject
    ActivityRepository activities;

    @Inject
    ActivityCounting counting;

    @Inject
    FindingService findings;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
    }

    /// Besides [#FIRST_WRITER]: inspectors write inspections and nothing else.
    static Role[] writers(ObligationKind kind) {
        return (ActivityRules.isInspection(kind) ? OF_INSPECTIONS : OF_ITS_OWN).clone();
    }

    Activity get(UUID id, Actor actor) {
        return activities.find(id, readable(actor)).orElseThrow(ActivityNotFound::new);
    }

    List<Activity> list(Actor actor, ActivityFilter filter, PageRequest page) {
        return activities.list(readable(actor), filter, page);
    }

    List<ActivityCorrection> corrections(UUID id, Actor actor, PageRequest page) {
        return activities.correctionsOf(get(id, actor).id(), page);
    }

    @Transactional
    Activity record(ActivityContent content, Actor actor) {
        var organisation = reach.get(content.organisationId(), OrganisationService.readable(actor));
        var post = actor.require(organisation.path(), FIRST_WRITER, writers(content.kind()));
        ActivityRules.check(content, today());
        var activity = new Activity(organisation, content, partiesOf(content), clock.instant());
        activities.persist(activity);
        var what = content.heldOn() == null ? "planned" : "held";
        counting.count(activity, content);
        take(activity, content, actor);
        outbox.add(Activity.STREAM, activity, what);
        audit.record(
                actor,
                post,
                content.heldOn() == null ? "plan-activity" : "record-activity",
                "activity",
                activity.id(),
                null,
                ActivityEvent.of(activity));
        return activity;
    }

    @Transactional
    Activity replan(UUID id, @Nullable String ifMatch, ActivityContent content, Actor actor) {
        if (content.heldOn() != null) {
            throw new FieldOutOfPlace("heldOn");
        }
        return change(id, ifMatch, "replan-activity", "planned", actor, activity -> {
            ActivityRules.check(content, today());
            activity.replan(content, partiesOf(content));
            counting.count(activity, content);
        });
    }

    @Transactional
    Activity hold(UUID id, @Nullable String ifMatch, ActivityContent content, Actor actor) {
        return change(id, ifMatch, "hold-activity", "held", actor, activity -> {
            requireHeld(content);
            activity.hold(content, partiesOf(content), clock.instant());
            counting.count(activity, content);
            take(activity, content, actor);
        });
    }

    /// An activity that is put right counts to the period of the day that it was really held on.
    @Transactional
    Activity correct(UUID id, @Nullable String ifMatch, Correction correction, Actor actor) {
        return change(id, ifMatch, "correct-activity", "corrected", actor, activity -> {
            requireHeld(correction.activity());
            var before = new ActivityCorrection(activity, correction.reason(), clock.instant());
            activity.correct(correction.activity(), partiesOf(correction.activity()), clock.instant());
            activities.keep(before);
            counting.count(activity, correction.activity());
            take(activity, correction.activity(), actor);
        });
    }

    @Transactional
    Activity cancel(UUID id, @Nullable String ifMatch, String reason, Actor actor) {
        return change(id, ifMatch, "cancel-activity", "cancelled", actor, activity -> {
            activity.cancel(reason, clock.instant());
            counting.uncount(activity);
            if (activity.isInspection()) {
                findings.withdraw(activity);
            }
        });
    }

    private interface Act {
        void on(Activity activity);
    }

    private Activity change(UUID id, @Nullable String ifMatch, String action, String what, Actor actor, Act act) {
        var activity = get(id, actor);
        HeldPost post = actor.require(activity.organisationPath(), FIRST_WRITER, writers(activity.kind()));
        ETags.requireMatch(ifMatch, activity.version());
        var before = ActivityEvent.of(activity);
        act.on(activity);
        outbox.add(Activity.STREAM, activity, what);
        audit.record(actor, post, action, "activity", id, before, ActivityEvent.of(activity));
        return activity;
    }

    private void requireHeld(ActivityContent content) {
        if (content.heldOn() == null) {
            throw new DayRequired("heldOn");
        }
        ActivityRules.check(content, today());
    }

    private void take(Activity activity, ActivityContent content, Actor actor) {
        if (activity.isHeld() && content.inspection() != null) {
            findings.take(activity, content.inspection(), actor, readable(actor), clock.instant());
        }
    }

    private List<ActivityParty> partiesOf(ActivityContent content) {
        var inspection = content.inspection();
        if (inspection == null) {
            return List.of();
        }
        var parties = new ArrayList<ActivityParty>();
        for (var subject : inspection.subjects()) {
            parties.add(party(Relation.SUBJECT, subject.organisationId(), subject.role()));
        }
        for (var coordinator : Objects.requireNonNullElse(inspection.coordinatorOrganisationIds(), List.<UUID>of())) {
            parties.add(party(Relation.COORDINATOR, coordinator, null));
        }
        return parties.stream().distinct().toList();
    }

    private ActivityParty party(Relation relation, UUID organisation, @Nullable Role role) {
        return new ActivityParty(relation, organisation, reach.get(organisation).path(), role);
    }

    private LocalDate today() {
        return Days.dayOf(clock.instant());
    }
}
