package vn.tiendo.plans.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.assignment.AssignmentCarrying;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanDiff.MovedDeadline;
import vn.tiendo.plans.plan.PlanProblem.NothingToCompareWith;

/// Compares plans that the reader may see.
@ApplicationScoped
class PlanDiffs {

    @Inject
    PlanChanges changes;

    @Inject
    ObligationService obligations;

    @Inject
    DeadlineReading reading;

    @Inject
    ObjectMapper json;

    /// @param against the older plan; absent means the one that this plan amends
    @Transactional
    PlanDiff of(UUID id, @Nullable UUID against, Actor actor) {
        var newer = changes.get(id, actor);
        var olderId = against == null ? newer.origin().amendsId() : against;
        if (olderId == null) {
            throw new NothingToCompareWith();
        }
        var older = changes.get(olderId, actor);
        var before = obligations.ofPlan(older.id());
        var after = obligations.ofPlan(newer.id());
        return PlanDiff.between(
                contentOf(older, before), contentOf(newer, after), moved(older, before, newer, after), json);
    }

    private static PlanContent contentOf(Plan plan, List<Obligation> obligations) {
        return PlanContent.of(
                plan, obligations.stream().map(ObligationContent::of).toList());
    }

    private List<MovedDeadline> moved(Plan older, List<Obligation> before, Plan newer, List<Obligation> after) {
        var byCode = before.stream().collect(Collectors.toMap(Obligation::code, Function.identity()));
        var moved = new ArrayList<MovedDeadline>();
        for (var obligation : after) {
            var earlier = byCode.get(obligation.code());
            if (earlier != null) {
                var then = reading.of(older, earlier).apply(older.organisationPath());
                var now = reading.of(newer, obligation).apply(newer.organisationPath());
                now.forEach(occurrence -> AssignmentCarrying.earlierOf(occurrence, then, now)
                        .filter(each -> !Objects.equals(each.lastDay(), occurrence.lastDay()))
                        .ifPresent(each -> moved.add(moved(obligation, each, occurrence))));
            }
        }
        return List.copyOf(moved);
    }

    private static MovedDeadline moved(Obligation obligation, Occurrence before, Occurrence after) {
        return new MovedDeadline(obligation.code(), after.label(), before.lastDay(), after.lastDay());
    }
}
