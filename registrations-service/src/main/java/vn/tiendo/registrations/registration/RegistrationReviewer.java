package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// That an organisation reviews a registration; its path decides who reaches it.
@Entity
@Immutable
class RegistrationReviewer {

    @Embeddable
    record Key(UUID registrationId, UUID organisationId) {}

    @EmbeddedId
    private Key key;

    private UUID campaignId;
    private String organisationPath;

    protected RegistrationReviewer() {}

    RegistrationReviewer(Registration registration, UUID organisation, String path) {
        key = new Key(registration.id(), organisation);
        campaignId = registration.campaignId();
        organisationPath = path;
    }
}
