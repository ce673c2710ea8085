package vn.tiendo.registrations.exemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.exemption.Exemption.End;

/// The JSON of exemptions.
final class ExemptionApi {

    private ExemptionApi() {}

    /// What the cell went by.
    enum Ground {
        RETIRED,
        ELDERLY,
        EXEMPT_FROM_ACTIVITY,
        ILLNESS,
        OTHER
    }

    enum Basis {
        RULE,
        DECISION
    }

    /// @param reviewOn day from which the decision is to be looked at again; until then it holds in later campaigns too
    record NewExemption(
            @NotNull UUID registrationId,
            @NotNull Ground ground,
            @NotBlank @Size(max = 100) String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate reviewOn) {}

    /// @param decisionNumber of a new decision; the old one stands when absent
    record ReviewRequest(
            @Nullable @Size(min = 1, max = 100) String decisionNumber,
            @Nullable LocalDate decidedOn,
            @NotNull LocalDate reviewOn) {}

    record RevocationRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /// @param organisationId the unit that keeps the registration
    /// @param endedAt absent while it holds
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExemptionView(
            UUID id,
            UUID registrationId,
            UUID campaignId,
            UUID memberId,
            @Nullable String memberName,
            @Nullable UUID organisationId,
            Basis basis,
            String ground,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate reviewOn,
            Instant exemptedAt,
            @Nullable Instant endedAt,
            @Nullable End endKind,
            @Nullable String endReason,
            long version) {

        static ExemptionView of(Exemption exemption) {
            return of(exemption, null, null);
        }

        static ExemptionView of(Exemption exemption, @Nullable String memberName, @Nullable UUID organisation) {
            var by = exemption.by();
            return new ExemptionView(
                    exemption.id(),
                    exemption.registrationId(),
                    exemption.campaignId(),
                    exemption.memberId(),
                    memberName,
                    organisation,
                    Basis.valueOf(Objects.requireNonNull(by.exemptBasis())),
                    Objects.requireNonNull(by.exemptGround()),
                    by.exemptDecisionNumber(),
                    by.exemptDecidedOn(),
                    by.exemptReviewOn(),
                    exemption.exemptedAt(),
                    exemption.endedAt(),
                    exemption.endKind(),
                    exemption.endReason(),
                    exemption.version());
        }
    }

    record ExemptionPage(
            List<ExemptionView> items, @Nullable String nextCursor) {}
}
