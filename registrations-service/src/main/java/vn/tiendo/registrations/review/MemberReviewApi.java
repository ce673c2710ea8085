package vn.tiendo.registrations.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of member reviews.
final class MemberReviewApi {

    private MemberReviewApi() {}

    /// @param organisationId the cell before which they were reviewed
    record ReviewsRequest(
            @NotNull UUID organisationId,
            @Min(2000) @Max(2100) int year,
            @NotNull LocalDate heldOn,
            @NotEmpty @Size(max = 200) List<@NotNull UUID> memberIds) {}

    enum ReviewResult {
        RECORDED,
        /// The same member was already recorded for this day and cell.
        ALREADY_RECORDED,
        /// No such member in the cell on that day.
        NOT_IN_UNIT,
        /// Somebody else records the review of the one who records.
        OWN_REVIEW
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewOutcome(
            UUID memberId, ReviewResult outcome, @Nullable UUID id) {}

    record ReviewOutcomes(List<ReviewOutcome> items) {}

    record ReviewCancellation(@NotBlank @Size(max = 1_000) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberReviewView(
            UUID id,
            UUID memberId,
            int year,
            UUID organisationId,
            LocalDate heldOn,
            Instant recordedAt,
            @Nullable Instant cancelledAt,
            @Nullable String cancellationReason,
            long version) {

        static MemberReviewView of(MemberReview review) {
            return new MemberReviewView(
                    review.id(),
                    review.memberId(),
                    review.year(),
                    review.organisationId(),
                    review.heldOn(),
                    review.recordedAt(),
                    review.cancelledAt(),
                    review.cancellationReason(),
                    review.version());
        }
    }

    record MemberReviewPage(
            List<MemberReviewView> items, @Nullable String nextCursor) {}

    /// A member of a cell without a review in the year.
    record MissingMember(UUID id, String name, UUID organisationId) {}

    record MissingMemberPage(
            List<MissingMember> items, @Nullable String nextCursor) {}

    /// @param countedOn whose members of that day are counted: the last day of the year, or today
    /// @param members who is to be reviewed
    /// @param reviewed of these with at least one review in the year, wherever; each counts once
    record CoverageView(UUID organisationId, int year, LocalDate countedOn, int members, int reviewed, int missing) {}
}
