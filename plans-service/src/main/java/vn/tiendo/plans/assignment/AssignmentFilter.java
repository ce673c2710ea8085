package vn.tiendo.plans.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// Which assignments are asked for; absent means any.
///
/// @param organisationPath only those of this organisation and below
record AssignmentFilter(
        @Nullable UUID plan,
        @Nullable UUID obligation,
        @Nullable String organisationPath,
        @Nullable ObligationKind kind) {}
