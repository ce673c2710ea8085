package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
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
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.document.Signer;
import vn.tiendo.plans.document.Warning;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationKind;

/// The JSON of plans.
public final class PlanApi {

    private PlanApi() {}

    /// What a document says of itself, and what it demands.
    ///
    /// @param organisationId the organisation whose plan it is; cannot change afterwards
    /// @param number needed before issuing, as are symbol and issueDate
    /// @param periodFrom first day that the plan governs; absent means 1 January of the year
    /// @param periodTo last day that it governs; absent when the document names no end
    /// @param parentPlanId the superior plan that this one carries out
    /// @param serves the superior obligations that it serves; absent means all that the parent plan demands of it
    /// @param themeIds the themes that it carries out, of its own organisation or of one above
    /// @param allowsOwnTheme whether those it binds may choose a theme of their own beside these
    /// @param document what stands around the body: legal bases, citations, addressees, recipients
    public record PlanContent(
            @NotNull UUID organisationId,
            @NotNull PlanType type,
            @Nullable @Size(min = 1, max = 20) String number,
            @Nullable @Size(min = 1, max = 60) String symbol,
            @Nullable LocalDate issueDate,
            @NotBlank @Size(max = 1000) String title,
            @Min(2000) @Max(2100) int year,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable RollOff rollOff,
            @Nullable @Valid Signer signer,
            @Nullable UUID parentPlanId,
            @Nullable @Size(max = 300) List<@NotNull UUID> serves,
            @Nullable @Size(max = 10) List<@NotNull UUID> themeIds,
            @Nullable Boolean allowsOwnTheme,
            @Nullable @Valid DocumentParts document,
            @NotNull @Size(max = 300) List<@Valid @NotNull ObligationContent> obligations) {

        static PlanContent of(Plan plan, List<ObligationContent> obligations) {
            return new PlanContent(
                    plan.organisationId(),
                    plan.words().type(),
                    plan.words().number(),
                    plan.words().symbol(),
                    plan.words().issueDate(),
                    plan.words().title(),
                    plan.words().year(),
                    plan.words().periodFrom(),
                    plan.words().periodTo(),
                    plan.words().rollOff(),
                    plan.words().signer(),
                    plan.words().parentPlanId(),
                    plan.words().serves(),
                    plan.words().themeIds(),
                    plan.words().allowsOwnTheme(),
                    plan.words().document(),
                    obligations);
        }

        /// The same for a document that has no number and date yet.
        PlanContent undated() {
            return new PlanContent(
                    organisationId,
                    type,
                    null,
                    symbol,
                    null,
                    title,
                    year,
                    periodFrom,
                    periodTo,
                    rollOff,
                    signer,
                    parentPlanId,
                    serves,
                    themeIds,
                    allowsOwnTheme,
                    document,
                    obligations);
        }

        /// The same for another year.
        PlanContent inYear(int otherYear, @Nullable LocalDate from, @Nullable LocalDate to) {
            return new PlanContent(
                    organisationId,
                    type,
                    null,
                    symbol,
                    null,
                    title,
                    otherYear,
                    from,
                    to,
                    rollOff,
                    signer,
                    parentPlanId,
                    serves,
                    themeIds,
                    allowsOwnTheme,
                    document,
                    obligations);
        }
    }

    /// @param toOrganisationId absent means the superior organisation
    /// @param viaOrganisationId the body that receives for it
    record PlanSubmission(
            @Nullable UUID toOrganisationId, @Nullable UUID viaOrganisationId) {}

    /// @param until last day for the corrected plan; absent means five working days from today
    record PlanReturn(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable LocalDate until) {}

    /// @param organisationId on whose behalf receipt is acknowledged
    record NewReceipt(@NotNull UUID organisationId) {}

    /// @param planVersion the version of the plan that was acknowledged
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceiptView(
            UUID planId,
            UUID organisationId,
            String organisationCode,
            String organisationName,
            @Nullable Instant receivedAt,
            @Nullable UUID postId,
            @Nullable Long planVersion) {}

    record ReceiptPage(List<ReceiptView> items, @Nullable String nextCursor) {}

    /// @param complete false while the organisations that the plan binds are still being found
    record ReceiptCount(int bound, int received, int missing, boolean complete) {}

    /// @param bound how many organisations owe it
    /// @param serving how many of them have an item in an adopted plan of their own that serves it
    /// @param complete false while the organisations that it binds are still being found
    record CoveredObligation(
            UUID obligationId,
            String code,
            ObligationKind kind,
            String subject,
            int bound,
            int serving,
            int missing,
            boolean complete) {}

    record CoveragePage(
            List<CoveredObligation> items, @Nullable String nextCursor) {}

    /// @param items how many items of its adopted plans serve the obligation
    record CoveringOrganisation(UUID organisationId, String code, String name, int items) {}

    record CoveringPage(
            List<CoveringOrganisation> items, @Nullable String nextCursor) {}

    /// @param servedBy codes of the items of the plan asked about that serve it
    record DemandOnPlan(
            UUID obligationId, UUID planId, String code, ObligationKind kind, String subject, List<String> servedBy) {}

    record DemandPage(List<DemandOnPlan> items, @Nullable String nextCursor) {}

    record NextYearRequest(@Min(2000) @Max(2100) int year) {}

    /// @param questions what a person must decide or confirm before the draft is adopted
    record RolledForwardView(PlanView plan, List<Question> questions) {}

    record Recall(@NotBlank @Size(max = 1000) String reason) {}

    /// @param document absent in lists
    /// @param warnings what a clerk should look at, in the language of the answer; absent in lists
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanView(
            UUID id,
            UUID organisationId,
            PlanType type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate issueDate,
            String title,
            int year,
            LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            RollOff rollOff,
            @Nullable Signer signer,
            @Nullable UUID parentPlanId,
            List<UUID> serves,
            List<UUID> themeIds,
            boolean allowsOwnTheme,
            @Nullable DocumentParts document,
            PlanStatus status,
            SubmissionStatus submissionStatus,
            @Nullable UUID submittedToOrganisationId,
            @Nullable UUID submittedViaOrganisationId,
            @Nullable String returnReason,
            @Nullable Instant returnedUntil,
            Instant draftedAt,
            @Nullable Instant adoptedAt,
            @Nullable Adoption adoption,
            @Nullable Instant issuedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant forwardedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant returnedAt,
            @Nullable Instant closedAt,
            @Nullable Instant recalledAt,
            @Nullable String recallReason,
            @Nullable Instant supersededAt,
            @Nullable UUID supersededBy,
            @Nullable UUID amends,
            @Nullable UUID rolledForwardFrom,
            Instant changedAt,
            @Nullable UUID passedFromOrganisationId,
            @Nullable Instant passedOnAt,
            @Nullable Instant assignmentsOpenedAt,
            @Nullable List<Warning> warnings) {

        static PlanView of(Plan plan) {
            return of(plan, plan.words().document(), null);
        }

        static PlanView inList(Plan plan) {
            return of(plan, null, null);
        }

        static PlanView of(Plan plan, @Nullable DocumentParts document, @Nullable List<Warning> warnings) {
            return new PlanView(
                    plan.id(),
                    plan.organisationId(),
                    plan.words().type(),
                    plan.words().number(),
                    plan.words().symbol(),
                    plan.words().issueDate(),
                    plan.words().title(),
                    plan.words().year(),
                    plan.words().periodFrom(),
                    plan.words().periodTo(),
                    plan.words().rollOff(),
                    plan.words().signer(),
                    plan.words().parentPlanId(),
                    plan.words().serves(),
                    plan.words().themeIds(),
                    plan.words().allowsOwnTheme(),
                    document,
                    plan.status(),
                    plan.submission().status(),
                    plan.submission().submittedToId(),
                    plan.submission().submittedViaId(),
                    plan.submission().returnReason(),
                    plan.submission().returnedUntil(),
                    plan.draftedAt(),
                    plan.adoptedAt(),
                    plan.adoption(),
                    plan.issuedAt(),
                    plan.submission().submittedAt(),
                    plan.submission().forwardedAt(),
                    plan.submission().acknowledgedAt(),
                    plan.submission().returnedAt(),
                    plan.ending().closedAt(),
                    plan.ending().recalledAt(),
                    plan.ending().recallReason(),
                    plan.ending().supersededAt(),
                    plan.ending().supersededById(),
                    plan.origin().amendsId(),
                    plan.origin().rolledFromId(),
                    plan.changedAt(),
                    plan.origin().passedFromOrganisationId(),
                    plan.origin().passedOnAt(),
                    plan.assignmentsOpenedAt(),
                    warnings);
        }
    }

    /// @param number two digits at least, as Decree 30/2020/NĐ-CP writes it
    /// @param symbol the one last used for the type, if any
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextNumber(
            PlanType type,
            int year,
            String number,
            @Nullable String symbol) {}

    record PlanPage(List<PlanView> items, @Nullable String nextCursor) {}
}
