package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of what follows the acceptance of a registration.
final class FollowThroughApi {

    private FollowThroughApi() {}

    /// @param item the id of a commitment; the key of a field where the registration has no commitments
    /// @param files evidence: files of this registration
    record NewFollowUp(
            @NotBlank @Size(max = 40) String item,
            @NotBlank @Size(max = 4_000) String note,
            @NotNull LocalDate happenedOn,
            @Nullable @Size(max = 20) List<@NotNull UUID> files) {}

    record FollowUpView(
            UUID id,
            String item,
            String note,
            LocalDate happenedOn,
            List<UUID> files,
            Instant recordedAt,
            boolean byMember) {

        static FollowUpView of(FollowUp followUp) {
            return new FollowUpView(
                    followUp.id(),
                    followUp.item(),
                    followUp.note(),
                    followUp.happenedOn(),
                    followUp.files(),
                    followUp.recordedAt(),
                    followUp.byMember());
        }
    }

    record FollowUpPage(List<FollowUpView> items, @Nullable String nextCursor) {}

    enum Attainment {
        DONE,
        PARTLY,
        NOT_DONE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemAssessment(
            @NotBlank @Size(max = 40) String item,
            @NotNull Attainment attainment,
            @Nullable @Size(max = 4_000) String note) {}

    /// @param items every item of the registration, once
    record SelfAssessment(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull ItemAssessment> items,
            @Nullable @Size(max = 10_000) String summary) {}

    /// @param metOn day of the meeting at which it was said
    record CollectiveComment(
            @NotBlank @Size(max = 10_000) String comment,
            @Nullable LocalDate metOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssessmentView(
            List<ItemAssessment> items,
            @Nullable String summary,
            Instant assessedAt,
            @Nullable String collectiveComment,
            @Nullable LocalDate metOn,
            @Nullable Instant commentedAt) {}
}
