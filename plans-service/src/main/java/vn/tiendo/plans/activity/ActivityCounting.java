package vn.tiendo.plans.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityProblem.ObligationNotOwed;
import vn.tiendo.plans.activity.ActivityProblem.ObligationOfAnotherKind;
import vn.tiendo.plans.assignment.AssignmentFacts;
import vn.tiendo.plans.assignment.CountedAssignments;

/// Lets an activity count to what its organisation owes: to the assignment of the period in which it was held.
@ApplicationScoped
class ActivityCounting {

    @Inject
    AssignmentFacts assignments;

    @Inject
    CountedAssignments counted;

    @Inject
    ActivityRepository activities;

    /// Counts it to what it is meant for now. What it counted to already it goes on counting to as if
    /// nothing had happened: only a day of another period, or another obligation, takes it off here and on
    /// to there. The moment of the count is the server's; the day that was stated only says which period is
    /// meant.
    @Transactional(Transactional.TxType.MANDATORY)
    void count(Activity activity, ActivityContent content) {
        var obligations = content.obligationIds().stream().distinct().sorted().toList();
        lock(activity, obligations);
        move(
                activity,
                obligations.stream()
                        .map(obligation -> new CountedObligation(obligation, assignmentOf(activity, obligation)))
                        .toList());
    }

    private @Nullable UUID assignmentOf(Activity activity, UUID obligation) {
        var day = activity.told().heldOn();
        return !activity.isHeld() || day == null
                ? null
                : activity.countedFor(obligation)
                        .filter(id -> assignments.isOfItsPeriod(id, day))
                        .or(() -> assignments.countedBy(activity.organisationId(), obligation, day))
                        .orElse(null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void uncount(Activity activity) {
        counted.lock(activity.organisationId(), activity.obligations());
        move(
                activity,
                activity.counted().stream()
                        .map(each -> new CountedObligation(each.obligationId(), null))
                        .toList());
    }

    private void move(Activity activity, List<CountedObligation> to) {
        var before = activity.countedFor();
        activity.countTo(to);
        var after = activity.countedFor();
        before.stream().filter(id -> !after.contains(id)).forEach(assignments::uncount);
        after.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> assignments.count(id, activities.lastReceipt(activity, id)));
    }

    private void lock(Activity activity, List<UUID> obligations) {
        var all = new ArrayList<>(obligations);
        all.addAll(activity.obligations());
        var kinds = counted.lock(activity.organisationId(), all);
        for (var obligation : obligations) {
            var kind = kinds.get(obligation);
            if (kind == null) {
                throw new ObligationNotOwed(obligation);
            }
            if (kind != activity.kind()) {
                throw new ObligationOfAnotherKind(obligation);
            }
        }
    }
}
