package vn.tiendo.plans.plan;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a plan was made from, and who had it before.
///
/// @param amendsId the issued plan whose place it takes once it is issued itself
/// @param rolledFromId the plan of an earlier year
/// @param passedFromOrganisationId where it was drafted, when that organisation has ended and another one goes on
@Embeddable
record Origin(
        @Nullable UUID amendsId,
        @Nullable UUID rolledFromId,
        @Nullable UUID passedFromOrganisationId,
        @Nullable Instant passedOnAt) {

    static final Origin NONE = new Origin(null, null, null, null);

    static Origin amending(UUID issued) {
        return new Origin(issued, null, null, null);
    }

    static Origin rolledFrom(UUID earlier) {
        return new Origin(null, earlier, null, null);
    }

    Origin passedOn(UUID from, Instant now) {
        return new Origin(amendsId, rolledFromId, from, now);
    }
}
