package vn.tiendo.plans.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// Which assignments are asked for; absent means any.
///
/// @param organisationPath only those of this organisation and below
/// @param standings how they stand now; empty means any
/// @param dueFrom last on-time day not before this one
/// @param dueTo last on-time day not after this one
/// @param updatedSince only those that changed at or after this instant, in the order of their changes
record AssignmentFilter(
        @Nullable UUID plan,
        @Nullable UUID obligation,
        @Nullable String organisationPath,
        @Nullable ObligationKind kind,
        @Nullable String occurrence,
        Set<Standing> standings,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Instant updatedSince) {

    /// What is not settled yet, however it stands.
    static final Set<Standing> OPEN = Set.of(Standing.UNDATED, Standing.AWAITED, Standing.OVERDUE, Standing.SUBMITTED);

    /// Whether a few rows are left of one of the indexes that know nothing of stages.
    boolean isNarrow() {
        return plan != null || obligation != null || kind != null || updatedSince != null;
    }
}
