package vn.tiendo.plans.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which organisations are asked for; absent means any.
///
/// @param name part of the name, with or without accents and capitals
/// @param asOf only those that exist on the day
/// @param updatedSince only those changed at that moment or later
record OrganisationFilter(
        @Nullable String code,
        @Nullable String kind,
        @Nullable UUID parent,
        @Nullable String name,
        @Nullable LocalDate asOf,
        @Nullable Instant updatedSince) {}
