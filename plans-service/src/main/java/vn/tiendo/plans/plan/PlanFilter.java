package vn.tiendo.plans.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which plans are asked for; absent means any.
///
/// @param organisation plans of this organisation alone
/// @param within plans of organisations in the subtree with this path
/// @param changedSince plans that changed then or later
record PlanFilter(
        @Nullable UUID organisation,
        @Nullable String within,
        @Nullable Integer year,
        @Nullable PlanStatus status,
        @Nullable PlanType type,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable UUID parentPlan,
        @Nullable UUID amends,
        @Nullable Instant changedSince) {

    PlanFilter within(String path) {
        return new PlanFilter(organisation, path, year, status, type, number, symbol, parentPlan, amends, changedSince);
    }

    static PlanFilter amending(UUID plan) {
        return new PlanFilter(null, null, null, null, null, null, null, null, plan, null);
    }
}
