package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import vn.tiendo.kit.reach.KeptPaths;

/// The paths that assignments keep follow the tree.
@Dependent
class AssignmentPaths {

    @Produces
    KeptPaths debtors() {
        return new KeptPaths("assignment", "organisation_path");
    }

    @Produces
    KeptPaths issuers() {
        return new KeptPaths(
                "assignment",
                "plan_path",
                "plan_id = any(array(select id from plan where organisation_id = any(:ids)))");
    }

    @Produces
    KeptPaths recipients() {
        return new KeptPaths("assignment", "recipient_path", "recipient_organisation_id = any(:ids)");
    }

    @Produces
    KeptPaths vias() {
        return new KeptPaths("assignment", "via_path", "via_organisation_id = any(:ids)");
    }
}
