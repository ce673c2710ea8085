package vn.tiendo.registrations.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a merged record leaves to the one that survives.
record Inheritance(
        NaturalKeys.Hashes keys,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String identityIssuer,
        @Nullable String identitySubject,
        @Nullable Instant restrictedAt,
        List<Membership> memberships) {}
