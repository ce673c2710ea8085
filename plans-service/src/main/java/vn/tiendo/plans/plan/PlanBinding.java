package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.BindingRepository.Unbound;

/// Finds whom issued plans bind, one page of one obligation per pass: who may read the plan, must acknowledge its
/// receipt, and should serve it. Rules and matters of record bind too, though they open no assignment.
///
/// The page and how far it got are one transaction: a kill at any point loses nothing and counts nothing twice.
@ApplicationScoped
public class PlanBinding implements LeaderTask {

    static final String NAME = "plan-binding";

    private static final int PAGE = 1000;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    BindingRepository bindings;

    @Inject
    DebtorRepository debtors;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var plan = bindings.nextPlan();
        plan.ifPresent(id -> bindings.nextObligation(id).ifPresentOrElse(this::bindPage, () -> bindings.planBound(id)));
        return plan.isPresent();
    }

    private void bindPage(Unbound unbound) {
        var plan = plans.findById(unbound.planId());
        var obligation = obligations.find(unbound.obligationId()).orElseThrow();
        var page = debtors.page(
                obligation.debtors(),
                plan.organisationId(),
                Objects.requireNonNull(plan.words().issueDate()),
                unbound.boundUpTo(),
                PAGE);
        if (!page.isEmpty()) {
            bindings.bind(obligation, page);
        }
        if (page.size() < PAGE) {
            bindings.allBound(obligation.id());
        } else {
            bindings.boundUpTo(obligation.id(), page.getLast().placedAt());
        }
    }
}
