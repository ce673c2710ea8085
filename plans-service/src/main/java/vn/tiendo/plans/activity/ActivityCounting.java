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

    /// Counts it anew: off what it was counted to, on to what it counts to now. The moment of the count is the
    /// server's; the day that was stated only says which period is meant.
    @Transactional(Transactional.TxType.MANDATORY)
    void count(Activity activity, ActivityContent content) {
        var obligations = content.obligationIds().stream().distinct().sorted().toList();
        lock(activity, obligations);
        activity.countedFor().forEach(assignments::uncount);
        var now = new ArrayList<CountedObligation>();
        for (var obligation : obligations) {
            now.add(new CountedObligation(obligation, assignmentOf(activity, obligation)));
        }
        activity.countTo(now);
    }

    private @Nullable UUID assignmentOf(Activity activity, UUID obligation) {
        var day = activity.told().heldOn();
        return activity.isHeld() && day != null
                ? assignments
                        .count(activity.organisationId(), obligation, day, 1)
                        .orElse(null)
                : null;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void uncount(Activity activity) {
        var was = activity.counted();
        counted.lock(activity.organisationId(), activity.obligations());
        activity.countedFor().forEach(assignments::uncount);
        activity.countTo(was.stream()
                .map(each -> new CountedObligation(each.obligationId(), null))
                .toList());
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
