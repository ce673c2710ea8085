package vn.tiendo.plans.imports.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// One thing the document demands, with the words it comes from.
///
/// @param subject who owes, in the words of the text; null where it names nobody
/// @param quote the sentence, character by character as it stands in the document
/// @param start offset of the quote in the document
/// @param end offset after it
/// @param rule the phrase that told the kind, and the grammar row that read the deadline
/// @param confidence 0 to 1
public record ReadObligation(
        String id,
        ObligationKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String form,
        @Nullable String subject,
        @Nullable String recipient,
        @Nullable String via,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> coordinators,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> inspectionSubjects,
        @Nullable ReadDeadline deadline,
        @Nullable Integer minCount,
        @Nullable Integer maxCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer targetCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String perPeriod,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> exempt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean optional,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status,
        Tier tier,
        String quote,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> quoteParts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String deadlineQuote,
        int start,
        int end,
        String rule,
        double confidence) {

    /// Empty lists are left out of the JSON, so that they come back from there as nothing.
    public ReadObligation {
        coordinators = Objects.requireNonNullElse(coordinators, List.of());
        inspectionSubjects = Objects.requireNonNullElse(inspectionSubjects, List.of());
        exempt = Objects.requireNonNullElse(exempt, List.of());
        quoteParts = Objects.requireNonNullElse(quoteParts, List.of());
    }

    /// CORE is what an import must yield; CONTEXT is general direction.
    @Schema(name = "ReadTier")
    public enum Tier {
        CORE,
        CONTEXT
    }
}
