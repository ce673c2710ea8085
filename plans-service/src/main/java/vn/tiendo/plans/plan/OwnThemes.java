package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.plans.assignment.AssignmentFacts;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.theme.OwnTheme;
import vn.tiendo.plans.theme.OwnThemeLeave;

/// A plan that is issued may leave it to those it binds to choose a theme beside its own, or ask them to.
@ApplicationScoped
class OwnThemes implements OwnThemeLeave {

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    AssignmentFacts facts;

    @Override
    public boolean isGiven(UUID plan, UUID organisation) {
        return issued(plan)
                .filter(found -> found.words().allowsOwnTheme())
                .filter(found -> plans.binds(found.id(), organisation))
                .isPresent();
    }

    @Override
    public boolean isAskedFor(UUID plan, UUID obligation, UUID organisation) {
        return issued(plan).isPresent()
                && obligations
                        .find(obligation)
                        .filter(found -> found.planId().equals(plan) && found.kind() == ObligationKind.THEME_SELECTION)
                        .isPresent()
                && !assignments.owedAmong(organisation, Set.of(obligation)).isEmpty();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void chosen(OwnTheme theme) {
        var asked = obligations.held(theme.plan(), ObligationKind.THEME_SELECTION).stream()
                .map(Obligation::id)
                .filter(theme::answers)
                .toList();
        facts.themeChosen(theme, asked);
    }

    private Optional<Plan> issued(UUID plan) {
        return plans.findByIdOptional(plan).filter(found -> found.status() == PlanStatus.ISSUED);
    }
}
