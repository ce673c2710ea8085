package vn.tiendo.plans.plan;

import java.time.LocalDate;
import java.util.UUID;

/// Open assignments whose day is read alike: one obligation, one occurrence, one level, under the same closures.
///
/// @param level length of the organisations' paths; 0 for those that do not stand below the issuer
/// @param closures the organisations whose closures hold for them
/// @param path of any one of them
record DueGroup(
        UUID planId,
        UUID obligationId,
        String occurrence,
        LocalDate dueDay,
        int level,
        String closures,
        String path,
        long size) {}
