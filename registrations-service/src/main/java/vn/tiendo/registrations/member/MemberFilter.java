package vn.tiendo.registrations.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list of members is narrowed to.
///
/// @param organisation itself and what lies below it
/// @param name any part of it, with or without marks
/// @param updatedSince only those that changed at that moment or later, in the order of their changes
record MemberFilter(
        @Nullable UUID organisation,
        @Nullable String name,
        @Nullable MemberCategory category,
        @Nullable MemberStatus status,
        @Nullable Instant updatedSince) {}
