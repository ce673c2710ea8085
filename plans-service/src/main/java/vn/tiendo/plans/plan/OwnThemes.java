package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.tiendo.plans.theme.OwnThemeLeave;

/// A plan that is issued may leave it to those it binds to choose a theme beside its own.
@ApplicationScoped
class OwnThemes implements OwnThemeLeave {

    @Inject
    PlanRepository plans;

    @Override
    public boolean isGiven(UUID plan, UUID organisation) {
        return plans.findByIdOptional(plan)
                .filter(found ->
                        found.status() == PlanStatus.ISSUED && found.words().allowsOwnTheme())
                .filter(found -> plans.binds(found.id(), organisation))
                .isPresent();
    }
}
