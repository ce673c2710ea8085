package vn.tiendo.kit.reach;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// Who holds which role where, from the first day to the last, both included.
public record KnownPost(
        UUID id,
        UUID organisationId,
        Role role,
        String holderIssuer,
        String holderSubject,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID deputyOf) {}
