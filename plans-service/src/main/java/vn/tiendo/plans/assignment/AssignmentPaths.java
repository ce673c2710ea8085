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
        return new KeptPaths("assignment", "plan_path");
    }

    @Produces
    KeptPaths recipients() {
        return new KeptPaths("assignment", "recipient_path");
    }

    @Produces
    KeptPaths vias() {
        return new KeptPaths("assignment", "via_path");
    }
}
