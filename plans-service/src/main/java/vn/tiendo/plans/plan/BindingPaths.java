package vn.tiendo.plans.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import vn.tiendo.kit.reach.KeptPaths;

/// The paths of those whom plans bind follow the tree.
@Dependent
class BindingPaths {

    @Produces
    KeptPaths receipts() {
        return new KeptPaths("plan_receipt", "organisation_path", "organisation_id = any(:ids)");
    }

    @Produces
    KeptPaths bindings() {
        return new KeptPaths("obligation_binding", "organisation_path", "organisation_id = any(:ids)");
    }
}
