package vn.tiendo.plans.obligation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A body that advises on an obligation or coordinates it. Once the plan is issued it may read the plan, and what is
/// owed of this obligation. Written by [ObligationParties] many at a time.
@Entity
@Immutable
class ObligationParty {

    @EmbeddedId
    private Key key;

    private UUID planId;
    private String organisationPath;
    private String planPath;

    protected ObligationParty() {}

    @Embeddable
    record Key(UUID obligationId, UUID organisationId, String relation) {}
}
