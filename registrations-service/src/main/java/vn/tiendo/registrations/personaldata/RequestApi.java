package vn.tiendo.registrations.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.member.MemberSubjects.Correction;

/// The JSON of requests of data subjects, and of what is told about who saw a person.
final class RequestApi {

    private RequestApi() {}

    /// @param memberId whose data; absent for one's own. Who enters a request on paper for somebody names the person
    /// @param correction for a CORRECTION: what shall stand instead
    record NewRequest(
            @NotNull RequestKind kind,
            @Nullable UUID memberId,
            @Nullable @Size(max = 4000) String wish,
            @Nullable @Valid CorrectionWish correction) {}

    record CorrectionWish(
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @PastOrPresent LocalDate birthDate,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Pattern(regexp = "[+0-9 .()-]{6,30}") String phone) {

        Correction asCorrection() {
            return new Correction(name, birthDate, email, phone);
        }

        boolean isNothing() {
            return name == null && birthDate == null && email == null && phone == null;
        }
    }

    /// @param withProcessor whether somebody else processes the data on the organisation's behalf
    record Acceptance(boolean withProcessor) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    record Execution(@Nullable @Size(max = 2000) String outcome) {}

    /// @param answerDueAt first instant that is too late, as are all that end in DueAt
    /// @param overdue whether answer or execution is late at this moment
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestView(
            UUID id,
            UUID memberId,
            UUID organisationId,
            RequestKind kind,
            RequestState state,
            boolean onPaper,
            boolean withProcessor,
            @Nullable String wish,
            @Nullable CorrectionWish correction,
            String termsSource,
            Instant receivedAt,
            Instant answerDueAt,
            Instant executionDueAt,
            boolean overdue,
            boolean answeredLate,
            boolean executedLate,
            @Nullable Instant answeredAt,
            @Nullable String reason,
            @Nullable Instant extendedAt,
            @Nullable String extensionReason,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            @Nullable Instant liftedAt,
            @Nullable String liftingReason,
            long version) {

        static RequestView of(DataSubjectRequest request, @Nullable CorrectionWish correction, Instant now) {
            return new RequestView(
                    request.id(),
                    request.memberId(),
                    request.organisationId(),
                    request.kind(),
                    request.state(),
                    request.onPaper(),
                    request.withProcessor(),
                    request.wish(),
                    correction,
                    request.termsSource(),
                    request.receivedAt(),
                    request.answerDueAt(),
                    request.executionDueAt(),
                    request.isOverdue(now),
                    request.answeredLate(),
                    request.executedLate(),
                    request.answeredAt(),
                    request.reason(),
                    request.extendedAt(),
                    request.extensionReason(),
                    request.closedAt(),
                    request.outcome(),
                    request.liftedAt(),
                    request.liftingReason(),
                    request.version());
        }
    }

    record RequestPage(List<RequestView> items, @Nullable String nextCursor) {}

    /// That somebody saw or changed something of a person.
    ///
    /// @param actor issuer and subject of the token
    /// @param postId the post that allowed it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessView(
            UUID id,
            Instant at,
            String actor,
            @Nullable UUID postId,
            String action,
            String subjectType,
            UUID subjectId,
            @Nullable String address,
            @Nullable String correlationId) {}

    record AccessPage(List<AccessView> items, @Nullable String nextCursor) {}
}
