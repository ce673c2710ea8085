package vn.tiendo.plans.organisation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// That a restructuring touches an organisation; those who reach one may read the other. Written by [TreeRepository].
@Entity
@Immutable
@Table(name = "restructuring_organisation")
class RestructuringTouch {

    @EmbeddedId
    private Key key;

    protected RestructuringTouch() {}

    @Embeddable
    record Key(UUID restructuringId, UUID organisationId) {}
}
