package vn.tiendo.plans.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.PlanImport.Status;
import vn.tiendo.plans.imports.Resolution.NamedOrganisation;
import vn.tiendo.plans.imports.Resolution.Parties;
import vn.tiendo.plans.imports.reader.ReadDocument.NonDeadline;
import vn.tiendo.plans.imports.reader.ReadFacts;
import vn.tiendo.plans.imports.reader.ReadObligation;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// The JSON of documents that are to become plans.
final class PlanImportApi {

    private PlanImportApi() {}

    /// @param hash SHA-256 of the original, in hexadecimal
    /// @param planId the plan that came of it
    @Schema(name = "PlanImportView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            UUID id,
            UUID organisationId,
            Status status,
            String fileName,
            String mediaType,
            String hash,
            long size,
            Instant submittedAt,
            @Nullable Instant readAt,
            @Nullable Instant editedAt,
            @Nullable Instant confirmedAt,
            @Nullable UUID planId) {

        static ImportView of(PlanImport found) {
            return new ImportView(
                    found.id(),
                    found.organisationId(),
                    found.status(),
                    found.fileName(),
                    found.format().mediaType(),
                    found.hash(),
                    found.size(),
                    found.submittedAt(),
                    found.readAt(),
                    found.editedAt(),
                    found.confirmedAt(),
                    found.planId());
        }
    }

    @Schema(name = "PlanImportPage")
    record ImportPage(List<ImportView> items, @Nullable String nextCursor) {}

    /// One thing the document demands, as it was read, and the organisations that its words seem to mean.
    record ProposedObligation(ReadObligation read, Parties parties) {}

    /// Something a person must answer; the field stays empty until then.
    ///
    /// @param obligation id of the obligation; absent when it is about the document
    /// @param text the question in the reader's language
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(@Nullable String obligation, String field, String code, String text) {}

    @Schema(name = "CorrectionSort")
    enum Change {
        /// As it was proposed.
        KEPT,
        CORRECTED,
        ADDED,
        REMOVED
    }

    /// What became of one obligation between the proposal and the draft.
    ///
    /// @param obligation its code in the draft; absent when it was removed
    /// @param proposed its id in the proposal; absent when it was added
    /// @param fields what a person changed
    @Schema(name = "ObligationCorrection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(@Nullable String obligation, @Nullable String proposed, Change change, List<String> fields) {}

    /// @param document what the document says of itself; absent until it was read, as is all that follows
    /// @param issuer the organisation that it seems to name as its issuer
    /// @param obligations with their quotes, offsets into the kept text, rules and confidence
    /// @param questions those still open
    /// @param draft the plan as it would be drafted now
    /// @param corrections what a person changed of the proposal, obligation by obligation
    /// @param documentCorrections fields of the plan itself that a person changed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportedDocument(
            UUID id,
            UUID organisationId,
            Status status,
            String fileName,
            String mediaType,
            String hash,
            long size,
            Instant submittedAt,
            @Nullable Instant readAt,
            @Nullable Instant editedAt,
            @Nullable Instant confirmedAt,
            @Nullable UUID planId,
            @Nullable ReadFacts document,
            @Nullable NamedOrganisation issuer,
            @Nullable List<ProposedObligation> obligations,
            @Nullable List<NonDeadline> nonDeadlines,
            @Nullable List<QuestionView> questions,

            @Schema(implementation = PlanContent.class) @Nullable
            JsonNode draft,

            @Nullable List<Correction> corrections,
            @Nullable List<String> documentCorrections) {}

    /// @param planId the draft that now stands among the plans
    record Confirmed(UUID id, UUID planId) {}
}
