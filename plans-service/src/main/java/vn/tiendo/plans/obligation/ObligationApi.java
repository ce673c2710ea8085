package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.Slack;

/// The JSON of obligations.
public final class ObligationApi {

    private ObligationApi() {}

    /// @param code names the obligation inside its plan
    /// @param subject who owes it, in the words of the document
    /// @param recipientIsParent it goes to each debtor's own superior
    /// @param exempt the groups released, in the words of the document
    /// @param quote the sentence that demands it, verbatim
    /// @param slack how much earlier lower levels must be ready
    /// @param recipient to whom it is owed, in the words of the document; likewise via, adviser and others
    /// @param adviserOrganisationId the organisation that those words mean; likewise coordinatorOrganisationIds
    /// @param status COMPLETED where the document reports it as done
    /// @param deadlineQuote the line that carries the deadline when the sentence does not
    /// @param quoteParts further pieces of the sentence where a page or a footnote breaks it
    /// @param note for readers
    /// @param serves the superior obligations that it carries out
    /// @param needsAcknowledgement a plan that fulfils it does so once the superior has acknowledged it, not before
    /// @param recomputedFromYear its dates were moved on from a plan of that year, whose words still stand in `raw`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObligationContent(
            @NotBlank @Size(max = 40) String code,
            @NotNull ObligationKind kind,
            @Nullable @Size(max = 40) String form,
            @NotNull Obligation.Tier tier,
            @NotBlank @Size(max = 2000) String subject,
            @NotNull @Valid Debtors debtors,
            @Nullable UUID recipientOrganisationId,
            @Nullable Boolean recipientIsParent,
            @Nullable UUID viaOrganisationId,
            @Nullable @Valid Deadline deadline,
            @Nullable @Valid Counts counts,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1000) String> exempt,
            @Nullable Boolean optional,
            @Nullable @Size(max = 5000) String quote,
            @Nullable @Valid Slack slack,
            @Nullable @Size(max = 1000) String recipient,
            @Nullable @Size(max = 1000) String via,
            @Nullable @Size(max = 1000) String adviser,
            @Nullable UUID adviserOrganisationId,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1000) String> coordinators,
            @Nullable @Size(max = 20) List<@NotNull UUID> coordinatorOrganisationIds,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1000) String> copyTo,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 1000) String> inspectionSubjects,
            @Nullable @Size(max = 1000) String exemptionDecidedBy,
            Obligation.@Nullable Status status,
            @Nullable @Size(max = 2000) String deadlineQuote,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 5000) String> quoteParts,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 50) List<@NotNull UUID> serves,
            @Nullable Boolean needsAcknowledgement,
            @Nullable @Min(2000) @Max(2100) Integer recomputedFromYear) {

        public static ObligationContent of(Obligation obligation) {
            var words = obligation.words();
            return new ObligationContent(
                    obligation.code(),
                    obligation.kind(),
                    obligation.form(),
                    obligation.tier(),
                    obligation.subject(),
                    obligation.debtors(),
                    obligation.recipientOrganisationId(),
                    obligation.recipientIsParent(),
                    obligation.viaOrganisationId(),
                    obligation.deadline(),
                    obligation.givenCounts(),
                    obligation.exempt(),
                    obligation.isOptional(),
                    obligation.quote(),
                    obligation.slack(),
                    words.recipient(),
                    words.via(),
                    words.adviser(),
                    words.adviserOrganisationId(),
                    words.coordinators(),
                    words.coordinatorOrganisationIds(),
                    words.copyTo(),
                    words.inspectionSubjects(),
                    words.exemptionDecidedBy(),
                    obligation.status(),
                    words.deadlineQuote(),
                    words.quoteParts(),
                    words.note(),
                    obligation.serves(),
                    obligation.needsAcknowledgement(),
                    obligation.recomputedFromYear());
        }

        /// The same with a deadline whose dates were moved on from a plan of another year.
        public ObligationContent dated(Deadline moved, @Nullable Slack movedSlack, int fromYear) {
            return new ObligationContent(
                    code,
                    kind,
                    form,
                    tier,
                    subject,
                    debtors,
                    recipientOrganisationId,
                    recipientIsParent,
                    viaOrganisationId,
                    moved,
                    counts,
                    exempt,
                    optional,
                    quote,
                    movedSlack,
                    recipient,
                    via,
                    adviser,
                    adviserOrganisationId,
                    coordinators,
                    coordinatorOrganisationIds,
                    copyTo,
                    inspectionSubjects,
                    exemptionDecidedBy,
                    status,
                    deadlineQuote,
                    quoteParts,
                    note,
                    serves,
                    needsAcknowledgement,
                    fromYear);
        }

        /// The same, owed by and to others.
        public ObligationContent owedBy(Debtors others, @Nullable UUID recipientId, @Nullable UUID viaId) {
            return new ObligationContent(
                    code,
                    kind,
                    form,
                    tier,
                    subject,
                    others,
                    recipientId,
                    recipientIsParent,
                    viaId,
                    deadline,
                    counts,
                    exempt,
                    optional,
                    quote,
                    slack,
                    recipient,
                    via,
                    adviser,
                    adviserOrganisationId,
                    coordinators,
                    coordinatorOrganisationIds,
                    copyTo,
                    inspectionSubjects,
                    exemptionDecidedBy,
                    status,
                    deadlineQuote,
                    quoteParts,
                    note,
                    serves,
                    needsAcknowledgement,
                    recomputedFromYear);
        }
    }

    /// @param replaces the obligation of the amended plan in whose place it stands
    /// @param opens what issuing opens for it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObligationView(
            UUID id,
            UUID planId,
            String code,
            ObligationKind kind,
            @Nullable String form,
            Obligation.Tier tier,
            String subject,
            Debtors debtors,
            @Nullable UUID recipientOrganisationId,
            boolean recipientIsParent,
            @Nullable UUID viaOrganisationId,
            @Nullable Deadline deadline,
            @Nullable Counts counts,
            List<String> exempt,
            boolean optional,
            @Nullable String quote,
            @Nullable Slack slack,
            @Nullable String recipient,
            @Nullable String via,
            @Nullable String adviser,
            @Nullable UUID adviserOrganisationId,
            @Nullable List<String> coordinators,
            @Nullable List<UUID> coordinatorOrganisationIds,
            @Nullable List<String> copyTo,
            @Nullable List<String> inspectionSubjects,
            @Nullable String exemptionDecidedBy,
            Obligation.@Nullable Status status,
            @Nullable String deadlineQuote,
            @Nullable List<String> quoteParts,
            @Nullable String note,
            List<UUID> serves,
            boolean needsAcknowledgement,
            @Nullable Integer recomputedFromYear,
            @Nullable UUID replaces,
            ObligationKind.Opens opens,
            Fulfilment fulfilledBy,
            boolean mayBeMarkedByHand) {

        public static ObligationView of(Obligation obligation) {
            var words = obligation.words();
            return new ObligationView(
                    obligation.id(),
                    obligation.planId(),
                    obligation.code(),
                    obligation.kind(),
                    obligation.form(),
                    obligation.tier(),
                    obligation.subject(),
                    obligation.debtors(),
                    obligation.recipientOrganisationId(),
                    obligation.recipientIsParent(),
                    obligation.viaOrganisationId(),
                    obligation.deadline(),
                    obligation.givenCounts(),
                    obligation.exempt(),
                    obligation.isOptional(),
                    obligation.quote(),
                    obligation.slack(),
                    words.recipient(),
                    words.via(),
                    words.adviser(),
                    words.adviserOrganisationId(),
                    words.coordinators(),
                    words.coordinatorOrganisationIds(),
                    words.copyTo(),
                    words.inspectionSubjects(),
                    words.exemptionDecidedBy(),
                    obligation.status(),
                    words.deadlineQuote(),
                    words.quoteParts(),
                    words.note(),
                    obligation.serves(),
                    obligation.needsAcknowledgement(),
                    obligation.recomputedFromYear(),
                    obligation.replacesId(),
                    obligation.opens(),
                    obligation.kind().fulfilment(),
                    obligation.kind().mayBeMarkedByHand());
        }
    }

    public record ObligationPage(
            List<ObligationView> items, @Nullable String nextCursor) {}
}
