package vn.tiendo.plans.activity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// An organisation that an inspection is about, or that inspects along; it sees what concerns it.
@Embeddable
public record ActivityParty(
        @Enumerated(EnumType.STRING) Relation relation,
        UUID organisationId,
        String organisationPath,
        @Nullable @Enumerated(EnumType.STRING) Role role) {

    enum Relation {
        SUBJECT,
        COORDINATOR
    }
}
