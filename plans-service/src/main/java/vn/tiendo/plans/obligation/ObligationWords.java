package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;

/// What the document says around an obligation, in its own words, and the organisations that the words mean.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationWords(
        @Nullable String recipient,
        @Nullable String via,
        @Nullable String adviser,
        @Nullable UUID adviserOrganisationId,
        @Nullable List<String> coordinators,
        @Nullable List<UUID> coordinatorOrganisationIds,
        @Nullable List<String> copyTo,
        @Nullable List<String> inspectionSubjects,
        @Nullable String exemptionDecidedBy,
        @Nullable String deadlineQuote,
        @Nullable List<String> quoteParts,
        @Nullable String note) {

    static final ObligationWords NONE =
            new ObligationWords(null, null, null, null, null, null, null, null, null, null, null, null);

    static ObligationWords of(ObligationContent content) {
        return new ObligationWords(
                content.recipient(),
                content.via(),
                content.adviser(),
                content.adviserOrganisationId(),
                content.coordinators(),
                content.coordinatorOrganisationIds(),
                content.copyTo(),
                content.inspectionSubjects(),
                content.exemptionDecidedBy(),
                content.deadlineQuote(),
                content.quoteParts(),
                content.note());
    }
}
