package vn.tiendo.plans.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// The JSON of posts.
final class PostApi {

    private PostApi() {}

    /// @param holderIssuer issuer of the holder's tokens; absent means the issuer of the caller's own token
    /// @param deputyOf the post that the holder stands in for
    record NewPost(
            @NotNull UUID organisationId,
            @NotNull Role role,
            @Nullable @Size(max = 200) String holderIssuer,
            @NotBlank @Size(max = 200) String holderSubject,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID deputyOf) {}

    /// @param lastDay the last day on which the post gives rights; yesterday ends them at once
    record PostEnding(@NotNull LocalDate lastDay) {}

    /// The period as it should have been from the beginning.
    record PostPeriod(
            @NotNull LocalDate validFrom, @Nullable LocalDate validTo) {}

    /// @param reason stays here; no event carries it
    record NewAbsence(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 500) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AbsenceView(
            UUID id, LocalDate from, LocalDate to, @Nullable String reason) {
        static AbsenceView of(PostAbsence absence) {
            return new AbsenceView(absence.id(), absence.from(), absence.to(), absence.reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostView(
            UUID id,
            UUID organisationId,
            Role role,
            String holderIssuer,
            String holderSubject,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID deputyOf,
            List<AbsenceView> absences) {
        static PostView of(Post post, List<PostAbsence> absences) {
            return new PostView(
                    post.id(),
                    post.organisationId(),
                    post.role(),
                    post.holderIssuer(),
                    post.holderSubject(),
                    post.validFrom(),
                    post.validTo(),
                    post.deputyOf(),
                    absences.stream().map(AbsenceView::of).toList());
        }
    }

    record PostPage(List<PostView> items, @Nullable String nextCursor) {}

    /// @param standsInFor the post of the one who is absent; absent itself when the holder acts
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActingView(PostView post, @Nullable UUID standsInFor) {}

    /// @param acting nobody when there is no holder, or all are absent without a deputy
    record ActingList(UUID organisationId, Role role, LocalDate on, List<ActingView> acting) {}
}
