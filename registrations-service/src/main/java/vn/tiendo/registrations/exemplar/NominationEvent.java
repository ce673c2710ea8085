package vn.tiendo.registrations.exemplar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public state of a nomination: ids, facts and instants, never a name, a title or what was achieved.
///
/// @param rejectedFrom how far it had come when it was rejected
@JsonInclude(JsonInclude.Include.NON_NULL)
record NominationEvent(
        UUID id,
        UUID organisationId,
        @Nullable UUID obligationId,
        int year,
        NominationForm form,
        NominationStatus status,
        @Nullable UUID nomineeMemberId,
        @Nullable UUID nomineeOrganisationId,
        @Nullable UUID reportedToOrganisationId,
        Instant proposedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant reportedAt,
        @Nullable Instant commendedAt,
        @Nullable Instant followedUpAt,
        @Nullable Instant rejectedAt,
        @Nullable NominationStatus rejectedFrom) {

    static NominationEvent of(Nomination nomination) {
        return new NominationEvent(
                nomination.id(),
                nomination.organisationId(),
                nomination.obligationId(),
                nomination.year(),
                nomination.form(),
                nomination.status(),
                nomination.nomineeMemberId(),
                nomination.nomineeOrganisationId(),
                nomination.reportedToId(),
                nomination.proposedAt(),
                nomination.approvedAt(),
                nomination.reportedAt(),
                nomination.commendedAt(),
                nomination.followedUpAt(),
                nomination.rejectedAt(),
                nomination.rejectedFrom());
    }
}
