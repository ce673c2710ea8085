package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.imports.PlanImportApi.ImportView;
import vn.tiendo.plans.plan.GoesWithDraft;

/// An import whose draft plan is deleted is a proposal again: its sender may correct it and confirm it anew, and it is
/// forgotten like any other that nobody confirms.
@ApplicationScoped
class ImportsOfDrafts implements GoesWithDraft {

    @Inject
    PlanImportRepository imports;

    @Inject
    AuditTrail audit;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void letGo(UUID plan, Actor actor, HeldPost post) {
        imports.ofPlan(plan).ifPresent(found -> {
            var before = ImportView.of(found);
            found.reopen();
            imports.flush();
            audit.record(actor, post, "reopen-plan-import", "plan-import", found.id(), before, ImportView.of(found));
        });
    }
}
