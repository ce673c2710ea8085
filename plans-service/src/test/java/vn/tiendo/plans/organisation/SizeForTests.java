package vn.tiendo.plans.organisation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/// Lets a test say from which size on restructurings are large, so that it needs no thousands of rows.
@Alternative
@Priority(1)
@ApplicationScoped
class SizeForTests extends RestructuringSize {

    private static final int AS_CONFIGURED = -1;
    private static volatile int most = AS_CONFIGURED;

    /// Whatever touches more organisations than that is large.
    static void largeAbove(int organisations) {
        most = organisations;
    }

    static void asConfigured() {
        most = AS_CONFIGURED;
    }

    @Override
    int organisations() {
        return most == AS_CONFIGURED ? super.organisations() : most;
    }
}
