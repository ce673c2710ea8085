package vn.tiendo.registrations.exemplar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of nominations.
final class NominationApi {

    private NominationApi() {}

    /// @param organisationId the unit that nominates
    /// @param obligationId what the plan asks for; absent when nobody has asked
    /// @param memberId the person of form INDIVIDUAL
    /// @param nomineeOrganisationId the collective, or who carries out the model
    /// @param title name of the model
    /// @param evidence ids of registrations, activities or files
    /// @param plannedFrom the day from which it is carried out; the committee approves before
    record NewNomination(
            @NotNull UUID organisationId,
            @Nullable UUID obligationId,
            @Min(2000) @Max(2100) int year,
            @NotNull NominationForm form,
            @Nullable UUID memberId,
            @Nullable UUID nomineeOrganisationId,
            @Nullable @Size(min = 2, max = 500) String title,
            @NotBlank @Size(max = 5_000) String achievement,
            @Nullable @Size(max = 50) List<@NotNull UUID> evidence,
            @Nullable LocalDate plannedFrom) {}

    /// @param despitePriorAward that the commendation of the year before was considered
    record NominationApproval(boolean despitePriorAward) {}

    record NominationRejection(@NotBlank @Size(max = 2_000) String reason) {}

    record NominationFollowUp(@NotBlank @Size(max = 5_000) String followUp) {}

    /// @param priorAwardYear the same nominee was commended in this year, the one before
    /// @param gaveWayToId the nomination that counts instead, as the nominee proved to have been entered twice
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NominationView(
            UUID id,
            UUID organisationId,
            @Nullable UUID obligationId,
            int year,
            NominationForm form,
            NominationStatus status,
            @Nullable UUID memberId,
            @Nullable UUID nomineeOrganisationId,
            @Nullable String title,
            String achievement,
            List<UUID> evidence,
            @Nullable LocalDate plannedFrom,
            @Nullable Integer priorAwardYear,
            boolean priorAwardConsidered,
            Instant proposedAt,
            @Nullable Instant approvedAt,
            @Nullable Instant reportedAt,
            @Nullable UUID reportedToOrganisationId,
            @Nullable Instant commendedAt,
            @Nullable Instant followedUpAt,
            @Nullable String followUp,
            @Nullable Instant rejectedAt,
            @Nullable NominationStatus rejectedFrom,
            @Nullable String rejectionReason,
            @Nullable UUID gaveWayToId,
            long version) {

        static NominationView of(Nomination nomination) {
            return new NominationView(
                    nomination.id(),
                    nomination.organisationId(),
                    nomination.obligationId(),
                    nomination.year(),
                    nomination.form(),
                    nomination.status(),
                    nomination.nomineeMemberId(),
                    nomination.nomineeOrganisationId(),
                    nomination.title(),
                    nomination.achievement(),
                    nomination.evidence(),
                    nomination.plannedFrom(),
                    nomination.priorAwardYear(),
                    nomination.priorAwardConsidered(),
                    nomination.proposedAt(),
                    nomination.approvedAt(),
                    nomination.reportedAt(),
                    nomination.reportedToId(),
                    nomination.commendedAt(),
                    nomination.followedUpAt(),
                    nomination.followUp(),
                    nomination.rejectedAt(),
                    nomination.rejectedFrom(),
                    nomination.rejectionReason(),
                    nomination.gaveWayToId(),
                    nomination.version());
        }
    }

    record NominationPage(
            List<NominationView> items, @Nullable String nextCursor) {}

    /// What a unit owes and how far it has come.
    ///
    /// @param id of the assignment
    /// @param approved approved, whatever came of it afterwards, unless rejected
    /// @param reported of these reported to the superior
    /// @param missing how many more are to be reported
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuotaLine(
            UUID id,
            UUID organisationId,
            UUID obligationId,
            UUID planId,
            String occurrence,
            @Nullable String form,
            @Nullable Instant dueAt,
            @Nullable Integer minCount,
            @Nullable Integer maxCount,
            int proposed,
            int approved,
            int reported,
            int commended,
            int missing) {}

    record QuotaPage(List<QuotaLine> items, @Nullable String nextCursor) {}
}
