package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The JSON of registrations.
final class RegistrationApi {

    static final String CONTENT_SHAPE = "Keyed by the fields of the form; see /registration-forms/{id}/schema";

    private RegistrationApi() {}

    /// @param content saved and submitted at once; what was saved before when absent
    /// @param formVersionId the version of the form that the content was written on; the registration's when absent
    record SubmissionRequest(
            @Schema(type = SchemaType.OBJECT, description = CONTENT_SHAPE) @Nullable
            ObjectNode content,

            @Nullable UUID formVersionId) {}

    /// A draft named by the client that made it.
    record DraftRequest(
            @Schema(type = SchemaType.OBJECT, description = CONTENT_SHAPE) @NotNull
            ObjectNode content,

            @Nullable UUID formVersionId) {}

    /// @param statedOn day on which the paper was handed in, as the secretary says; lateness goes by the receipt all
    /// the same
    /// @param scanId a file of this registration that shows the paper
    record ProxyRequest(
            @Schema(type = SchemaType.OBJECT, description = CONTENT_SHAPE) @NotNull
            ObjectNode content,

            @Nullable UUID formVersionId,
            @Nullable LocalDate statedOn,
            @Nullable UUID scanId) {}

    /// @param returnedUntil last day on which it comes back in time; five working days when absent
    record ReturnRequest(
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable LocalDate returnedUntil) {}

    /// The facts, without any text.
    ///
    /// @param stage how far it has come on its whole way; `status` is what counts in the numbers
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationView(
            UUID id,
            UUID campaignId,
            UUID memberId,
            UUID organisationId,
            List<UUID> organisationIds,
            RegistrationStatus status,
            RegistrationStage stage,
            boolean late,
            Instant owedAt,
            @Nullable Instant dueAt,
            @Nullable Instant savedAt,
            @Nullable UUID draftId,
            @Nullable Instant receivedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant returnedAt,
            @Nullable LocalDate returnedUntil,
            @Nullable Instant exemptedAt,
            @Nullable Instant leftAt,
            @Nullable Instant proxiedAt,
            @Nullable LocalDate statedOn,
            @Nullable UUID scanId,
            @Nullable Instant confirmedAt,
            @Nullable Instant assessedAt,
            @Nullable Instant commentedAt,
            @Nullable Instant ratedAt,
            @Nullable Instant closedAt,
            @Nullable UUID formVersionId,
            int revision,
            long version) {

        static RegistrationView of(Registration registration) {
            var writing = registration.writing();
            var through = registration.followThrough();
            var proxy = registration.proxy();
            return new RegistrationView(
                    registration.id(),
                    registration.campaignId(),
                    registration.memberId(),
                    registration.organisationId(),
                    registration.organisationIds(),
                    registration.status(),
                    RegistrationStage.of(registration),
                    registration.isLate(),
                    registration.owedAt(),
                    registration.dueAt(),
                    writing.savedAt(),
                    writing.draftId(),
                    registration.receipt().receivedAt(),
                    registration.acceptedAt(),
                    registration.givenBack().returnedAt(),
                    registration.givenBack().returnedUntil(),
                    registration.exemptedAt(),
                    registration.leftAt(),
                    proxy.proxiedAt(),
                    proxy.statedOn(),
                    proxy.scanId(),
                    proxy.confirmedAt(),
                    through.assessedAt(),
                    through.commentedAt(),
                    through.ratedAt(),
                    through.closedAt(),
                    writing.formVersionId(),
                    registration.revision(),
                    registration.version());
        }
    }

    /// A line of a list: enough to see who is missing.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationLine(
            UUID id,
            UUID campaignId,
            UUID memberId,
            String memberName,
            UUID organisationId,
            RegistrationStatus status,
            boolean late,
            @Nullable Instant dueAt,
            @Nullable Instant receivedAt,
            @Nullable LocalDate returnedUntil,
            long version) {}

    record RegistrationPage(
            List<RegistrationLine> items, @Nullable String nextCursor) {}

    /// One registration with its text.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationDetail(
            RegistrationView registration,

            @Schema(type = SchemaType.OBJECT, description = CONTENT_SHAPE)
            ObjectNode content,

            @Nullable String returnReason) {

        static RegistrationDetail of(Registration registration, ObjectNode content) {
            return new RegistrationDetail(
                    RegistrationView.of(registration),
                    content,
                    registration.givenBack().returnReason());
        }
    }

    /// Both versions of a text that two have written on, for the client to merge and to send under the newer version.
    ///
    /// @param fields that differ
    /// @param version to be named in If-Match when the merged text is sent
    record Conflict(List<String> fields, ObjectNode kept, ObjectNode sent, long version) {

        static Conflict between(Registration registration, ObjectNode sent) {
            var kept = ContentJson.read(registration.writing().content());
            var fields = new ArrayList<String>();
            Stream.concat(names(kept), names(sent))
                    .distinct()
                    .filter(name -> !same(kept.get(name), sent.get(name)))
                    .forEach(fields::add);
            return new Conflict(fields, kept.retain(fields), sent.deepCopy().retain(fields), registration.version());
        }

        private static Stream<String> names(ObjectNode content) {
            return StreamSupport.stream(((Iterable<String>) content::fieldNames).spliterator(), false);
        }

        private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
            return one == null ? other == null : one.equals(other);
        }
    }
}
