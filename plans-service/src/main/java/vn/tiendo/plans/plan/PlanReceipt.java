package vn.tiendo.plans.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// That a plan binds an organisation; whoever is bound may read the plan. Written by [BindingRepository] many at a
/// time.
@Entity
@Immutable
class PlanReceipt {

    @EmbeddedId
    private Key key;

    private String organisationPath;

    protected PlanReceipt() {}

    @Embeddable
    record Key(UUID planId, UUID organisationId) {}
}
