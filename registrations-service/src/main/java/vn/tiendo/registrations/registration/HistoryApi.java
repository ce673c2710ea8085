package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.form.FormDifferences.FieldChange;

/// The JSON of the history of a registration.
final class HistoryApi {

    private HistoryApi() {}

    /// @param returnedAt absent for what stands now
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisionLine(
            int number,
            UUID formVersionId,
            @Nullable Instant submittedAt,
            @Nullable Instant returnedAt,
            @Nullable String returnReason) {}

    record RevisionPage(List<RevisionLine> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisionView(
            int number,
            UUID formVersionId,

            @Schema(type = SchemaType.OBJECT, description = RegistrationApi.CONTENT_SHAPE)
            ObjectNode content,

            @Nullable Instant submittedAt,
            @Nullable Instant returnedAt,
            @Nullable String returnReason) {}

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    enum Part {
        SAME,
        ADDED,
        REMOVED
    }

    /// A piece of a text and whether it is in both versions or in one of them.
    record Piece(Part part, String text) {}

    record FieldDifference(String field, Kind kind, List<Piece> pieces) {}

    record Comparison(int from, int to, List<FieldDifference> fields) {}

    /// What was taken over from an earlier registration, and what of it the form no longer has a place for.
    ///
    /// @param form what the form asks for that the earlier one did not
    record Copied(
            RegistrationApi.RegistrationView registration,
            UUID from,
            List<String> taken,
            List<String> left,
            List<FieldChange> form) {}
}
