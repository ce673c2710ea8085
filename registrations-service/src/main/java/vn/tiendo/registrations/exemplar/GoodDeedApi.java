package vn.tiendo.registrations.exemplar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of good deeds.
final class GoodDeedApi {

    private GoodDeedApi() {}

    /// @param organisationId the unit in whose roll it is to stand
    /// @param memberId who did it; or `doerOrganisationId`, never both
    record NewGoodDeed(
            @NotNull UUID organisationId,
            @Nullable UUID memberId,
            @Nullable UUID doerOrganisationId,
            @NotBlank @Size(max = 5_000) String deed,
            @NotNull LocalDate doneOn) {}

    record GoodDeedExamination(@NotBlank @Size(max = 5_000) String examination) {}

    record GoodDeedRejection(@NotBlank @Size(max = 2_000) String reason) {}

    /// @param rollNumber its number in the roll of the unit and year, once it is recorded
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GoodDeedView(
            UUID id,
            UUID organisationId,
            @Nullable UUID memberId,
            @Nullable UUID doerOrganisationId,
            String deed,
            LocalDate doneOn,
            GoodDeedStatus status,
            Instant proposedAt,
            @Nullable Instant examinedAt,
            @Nullable String examination,
            @Nullable Instant recognisedAt,
            @Nullable Instant recordedAt,
            @Nullable Integer rollYear,
            @Nullable Integer rollNumber,
            @Nullable Instant rejectedAt,
            @Nullable String rejectionReason,
            long version) {

        static GoodDeedView of(GoodDeed deed) {
            return new GoodDeedView(
                    deed.id(),
                    deed.organisationId(),
                    deed.doerMemberId(),
                    deed.doerOrganisationId(),
                    deed.deed(),
                    deed.doneOn(),
                    deed.status(),
                    deed.proposedAt(),
                    deed.examinedAt(),
                    deed.examination(),
                    deed.recognisedAt(),
                    deed.recordedAt(),
                    deed.rollYear(),
                    deed.rollNumber(),
                    deed.rejectedAt(),
                    deed.rejectionReason(),
                    deed.version());
        }
    }

    record GoodDeedPage(List<GoodDeedView> items, @Nullable String nextCursor) {}
}
