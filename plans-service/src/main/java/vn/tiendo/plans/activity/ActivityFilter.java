package vn.tiendo.plans.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// Which activities are asked for.
///
/// @param below path of the organisation whose subtree is asked for
/// @param from first day on which it was held or, not yet held, is planned
record ActivityFilter(
        @Nullable String below,
        @Nullable ObligationKind kind,
        Activity.@Nullable Status status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID obligation) {}
