package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of registrations.
final class RegistrationApi {

    static final int LONGEST_SECTION = 10_000;

    private RegistrationApi() {}

    /// The sections of a registration; a draft may leave some empty.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContentBody(
            @Nullable @Size(max = LONGEST_SECTION) String study,
            @Nullable @Size(max = LONGEST_SECTION) String follow,
            @Nullable @Size(max = LONGEST_SECTION) String exemplaryConduct) {

        Content content() {
            return new Content(study, follow, exemplaryConduct);
        }

        static ContentBody of(Content content) {
            return new ContentBody(content.study(), content.follow(), content.exemplaryConduct());
        }
    }

    /// @param content saved and submitted at once; what was saved before when absent
    record SubmissionRequest(@Nullable @Valid ContentBody content) {}

    /// @param returnedUntil last day on which it comes back in time; five working days when absent
    record ReturnRequest(
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable LocalDate returnedUntil) {}

    /// The facts, without any text.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationView(
            UUID id,
            UUID campaignId,
            UUID memberId,
            UUID organisationId,
            List<UUID> organisationIds,
            RegistrationStatus status,
            boolean late,
            Instant owedAt,
            @Nullable Instant dueAt,
            @Nullable Instant receivedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant returnedAt,
            @Nullable LocalDate returnedUntil,
            @Nullable Instant exemptedAt,
            long version) {

        static RegistrationView of(Registration registration) {
            return new RegistrationView(
                    registration.id(),
                    registration.campaignId(),
                    registration.memberId(),
                    registration.organisationId(),
                    registration.organisationIds(),
                    registration.status(),
                    registration.isLate(),
                    registration.owedAt(),
                    registration.dueAt(),
                    registration.receivedAt(),
                    registration.acceptedAt(),
                    registration.returnedAt(),
                    registration.returnedUntil(),
                    registration.exemptedAt(),
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

    /// One registration with its text.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationDetail(
            RegistrationView registration,
            ContentBody content,
            @Nullable String returnReason) {
        static RegistrationDetail of(Registration registration) {
            return new RegistrationDetail(
                    RegistrationView.of(registration),
                    ContentBody.of(registration.content()),
                    registration.returnReason());
        }
    }
}
