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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostView(
            UUID id,
            UUID organisationId,
            Role role,
            String holderIssuer,
            String holderSubject,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID deputyOf) {
        static PostView of(Post post) {
            return new PostView(
                    post.id(),
                    post.organisationId(),
                    post.role(),
                    post.holderIssuer(),
                    post.holderSubject(),
                    post.validFrom(),
                    post.validTo(),
                    post.deputyOf());
        }
    }

    record PostPage(List<PostView> items, @Nullable String nextCursor) {}
}
