package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanProblem.ServedObligationUnknown;

/// Tells which superior obligations bind an organisation, in a fixed number of statements.
@ApplicationScoped
class BoundObligations {

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    DebtorRepository debtors;

    /// @throws ServedObligationUnknown when one of them is absent, not issued, recalled, or binds only others
    void requireBinding(Collection<UUID> served, KnownOrganisation organisation) {
        if (served.isEmpty()) {
            return;
        }
        var binding = among(obligations.all(served), organisation).stream()
                .map(Obligation::id)
                .collect(Collectors.toSet());
        served.stream().filter(id -> !binding.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw new ServedObligationUnknown(id);
        });
    }

    /// Those of plans in force that bind the organisation.
    List<Obligation> inForceAmong(List<Obligation> candidates, KnownOrganisation organisation) {
        var inForce = plans
                .inForce(candidates.stream().map(Obligation::planId).distinct().toList())
                .stream()
                .map(Plan::id)
                .collect(Collectors.toSet());
        return among(
                candidates.stream()
                        .filter(each -> inForce.contains(each.planId()))
                        .toList(),
                organisation);
    }

    /// Those that bind the organisation: it fits the predicate as the tree stands, or an assignment passed on to it.
    List<Obligation> among(List<Obligation> candidates, KnownOrganisation organisation) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        var issued = plans
                .inForceOrEnded(
                        candidates.stream().map(Obligation::planId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Plan::id, Function.identity()));
        var paths = pathsOfAnchors(candidates, issued);
        var owed = new HashSet<>(assignments.owedAmong(
                organisation.id(), candidates.stream().map(Obligation::id).toList()));
        return candidates.stream()
                .filter(each -> issued.containsKey(each.planId()))
                .filter(each ->
                        owed.contains(each.id()) || each.debtors().bind(organisation, issuerOf(each, issued), paths))
                .toList();
    }

    private Map<UUID, String> pathsOfAnchors(List<Obligation> candidates, Map<UUID, Plan> issued) {
        return debtors.pathsOf(candidates.stream()
                .filter(each -> issued.containsKey(each.planId()))
                .flatMap(each -> each.debtors().anchors(issuerOf(each, issued)).stream())
                .collect(Collectors.toSet()));
    }

    private static UUID issuerOf(Obligation obligation, Map<UUID, Plan> issued) {
        return Objects.requireNonNull(issued.get(obligation.planId())).organisationId();
    }
}
