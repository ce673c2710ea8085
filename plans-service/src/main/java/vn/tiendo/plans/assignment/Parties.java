package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;

/// To whom an assignment is owed, and through whom.
///
/// Paths follow the tree by statements on the table alone, so that no older copy of the entity writes them back.
@Embeddable
class Parties {

    static final Parties NOBODY = new Parties();

    private @Nullable UUID recipientOrganisationId;

    @Column(updatable = false)
    private @Nullable String recipientPath;

    private @Nullable UUID viaOrganisationId;

    @Column(updatable = false)
    private @Nullable String viaPath;

    protected Parties() {}

    Parties(
            @Nullable UUID recipientId,
            @Nullable String recipientPath,
            @Nullable UUID viaId,
            @Nullable String viaPath) {
        this.recipientOrganisationId = recipientId;
        this.recipientPath = recipientPath;
        this.viaOrganisationId = viaId;
        this.viaPath = viaPath;
    }

    Parties copy() {
        return new Parties(recipientOrganisationId, recipientPath, viaOrganisationId, viaPath);
    }

    Parties to(KnownOrganisation recipient) {
        return new Parties(recipient.id(), recipient.path(), viaOrganisationId, viaPath);
    }

    /// The path follows by [AssignmentRepository#followParties].
    Parties to(UUID recipient) {
        return new Parties(recipient, recipientPath, viaOrganisationId, viaPath);
    }

    /// Whoever takes the place of an organisation that has ended; paths follow by [AssignmentRepository#followParties].
    Parties redirected(UUID ended, UUID recipient, UUID via) {
        return new Parties(
                ended.equals(recipientOrganisationId) ? recipient : recipientOrganisationId,
                recipientPath,
                ended.equals(viaOrganisationId) ? via : viaOrganisationId,
                viaPath);
    }

    @Nullable
    UUID recipientId() {
        return recipientOrganisationId;
    }

    @Nullable
    UUID viaId() {
        return viaOrganisationId;
    }
}
