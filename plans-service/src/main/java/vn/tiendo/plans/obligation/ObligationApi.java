package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;

/// The JSON of obligations.
public final class ObligationApi {

    private ObligationApi() {}

    /// @param code names the obligation inside its plan
    /// @param subject who owes it, in the words of the document
    /// @param recipientIsParent it goes to each debtor's own superior
    /// @param exempt the groups released, in the words of the document
    /// @param quote the sentence that demands it, verbatim
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
            @Nullable @Size(max = 5000) String quote) {}

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
            ObligationKind.Opens opens,
            Fulfilment fulfilledBy) {

        public static ObligationView of(Obligation obligation) {
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
                    obligation.counts().isGiven() || obligation.counts().perPeriod() != null
                            ? obligation.counts()
                            : null,
                    obligation.exempt(),
                    obligation.isOptional(),
                    obligation.quote(),
                    obligation.opens(),
                    obligation.kind().fulfilment());
        }
    }

    public record ObligationPage(
            List<ObligationView> items, @Nullable String nextCursor) {}
}
