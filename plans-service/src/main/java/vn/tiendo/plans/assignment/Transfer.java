package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an assignment came from and where it went, when another organisation took it over.
@Embeddable
class Transfer {

    static final Transfer NONE = new Transfer();

    @Column(name = "transferred_at")
    private @Nullable Instant at;

    @Column(name = "transferred_to_organisation_id")
    private @Nullable UUID toOrganisationId;

    @Column(name = "transferred_to_assignment_id")
    private @Nullable UUID toAssignmentId;

    @Column(name = "transferred_from_assignment_id")
    private @Nullable UUID fromAssignmentId;

    protected Transfer() {}

    private Transfer(
            @Nullable Instant at,
            @Nullable UUID toOrganisationId,
            @Nullable UUID toAssignmentId,
            @Nullable UUID fromAssignmentId) {
        this.at = at;
        this.toOrganisationId = toOrganisationId;
        this.toAssignmentId = toAssignmentId;
        this.fromAssignmentId = fromAssignmentId;
    }

    static Transfer from(Assignment predecessor) {
        return new Transfer(null, null, null, predecessor.id());
    }

    /// Gone to another assignment; where it came from itself stays known.
    Transfer to(Assignment successor, Instant now) {
        return new Transfer(now, successor.organisationId(), successor.id(), fromAssignmentId);
    }

    boolean isGone() {
        return at != null;
    }

    @Nullable
    Instant at() {
        return at;
    }

    @Nullable
    UUID toOrganisationId() {
        return toOrganisationId;
    }

    @Nullable
    UUID toAssignmentId() {
        return toAssignmentId;
    }

    @Nullable
    UUID fromAssignmentId() {
        return fromAssignmentId;
    }
}
