package vn.tiendo.plans.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import vn.tiendo.kit.reach.KeptPaths;

/// The paths that plans keep follow the tree.
@Dependent
class PlanPaths {

    @Produces
    KeptPaths owners() {
        return new KeptPaths("plan", "organisation_path");
    }

    @Produces
    KeptPaths superiors() {
        return new KeptPaths("plan", "submitted_to_path", "submitted_to_id = any(:ids)");
    }

    @Produces
    KeptPaths vias() {
        return new KeptPaths("plan", "submitted_via_path", "submitted_via_id = any(:ids)");
    }
}
