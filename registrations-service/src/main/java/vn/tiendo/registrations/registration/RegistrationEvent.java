package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public state of a registration: ids, facts and instants, never its text.
///
/// @param countedAt receipt that lateness is judged by: that of the version before, when it came back in time
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationEvent(
        UUID id,
        UUID campaignId,
        UUID planId,
        UUID obligationId,
        UUID memberId,
        UUID organisationId,
        List<UUID> organisationIds,
        RegistrationStatus status,
        Instant owedAt,
        @Nullable Instant dueAt,
        @Nullable Instant receivedAt,
        @Nullable Instant countedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant returnedAt,
        @Nullable LocalDate returnedUntil,
        @Nullable Instant exemptedAt,
        @Nullable String exemptBasis,
        @Nullable String exemptGround,
        @Nullable String exemptDecisionNumber,
        @Nullable LocalDate exemptDecidedOn,
        @Nullable LocalDate exemptReviewOn,
        @Nullable Instant leftAt,
        @Nullable Instant proxiedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant assessedAt,
        @Nullable Instant commentedAt,
        @Nullable Instant ratedAt,
        @Nullable Instant closedAt) {

    static RegistrationEvent of(Registration registration) {
        return new RegistrationEvent(
                registration.id(),
                registration.campaignId(),
                registration.planId(),
                registration.obligationId(),
                registration.memberId(),
                registration.organisationId(),
                registration.organisationIds(),
                registration.status(),
                registration.owedAt(),
                registration.dueAt(),
                registration.receipt().receivedAt(),
                registration.receipt().countedAt(),
                registration.receipt().submittedAt(),
                registration.acceptedAt(),
                registration.givenBack().returnedAt(),
                registration.givenBack().returnedUntil(),
                registration.exemptedAt(),
                registration.exemptBy().exemptBasis(),
                registration.exemptBy().exemptGround(),
                registration.exemptBy().exemptDecisionNumber(),
                registration.exemptBy().exemptDecidedOn(),
                registration.exemptBy().exemptReviewOn(),
                registration.leftAt(),
                registration.proxy().proxiedAt(),
                registration.proxy().confirmedAt(),
                registration.followThrough().assessedAt(),
                registration.followThrough().commentedAt(),
                registration.followThrough().ratedAt(),
                registration.followThrough().closedAt());
    }
}
