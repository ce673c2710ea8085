package vn.tiendo.notifications.broadcast;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// The JSON of broadcasts.
public final class BroadcastApi {

    private static final int TITLE = 160;
    private static final int TEXT = 4_000;
    private static final int MOST_TRIED = 20;

    private BroadcastApi() {}

    /// @param organisationId to it and everything below it
    /// @param roles to whoever holds such a post when it is sent
    /// @param members also to members who stand on a roster there
    /// @param englishTitle with the English text, for those who prefer English; both or none
    public record NewBroadcast(
            @NotNull UUID organisationId,
            @NotNull @Size(max = 7) List<@NotNull Role> roles,
            boolean members,
            @NotBlank @Size(max = TITLE) String title,
            @NotBlank @Size(max = TEXT) String text,
            @Nullable @Size(max = TITLE) String englishTitle,
            @Nullable @Size(max = TEXT) String englishText) {}

    public record BroadcastChange(
            @NotNull @Size(max = 7) List<@NotNull Role> roles,
            boolean members,
            @NotBlank @Size(max = TITLE) String title,
            @NotBlank @Size(max = TEXT) String text,
            @Nullable @Size(max = TITLE) String englishTitle,
            @Nullable @Size(max = TEXT) String englishText) {}

    /// @param at absent for at once
    public record Scheduling(@Nullable Instant at) {}

    /// @param postIds whose holders get it besides the caller
    public record Trial(@NotNull @Size(max = MOST_TRIED) List<@NotNull UUID> postIds) {}

    /// @param delivered how many got it
    public record TrialView(int delivered) {}

    /// @param recipients as counted last, absent until that is done; whoever holds a post when it is sent gets it
    /// @param sent how many have it by now
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BroadcastView(
            UUID id,
            UUID organisationId,
            List<Role> roles,
            boolean members,
            String title,
            String text,
            @Nullable String englishTitle,
            @Nullable String englishText,
            BroadcastStatus status,
            @Nullable Integer recipients,
            @Nullable Instant countedAt,
            @Nullable Instant sendAt,
            @Nullable Instant startedAt,
            int sent,
            @Nullable Instant endedAt,
            Instant createdAt) {

        static BroadcastView of(Broadcast broadcast) {
            return new BroadcastView(
                    broadcast.id(),
                    broadcast.organisationId(),
                    broadcast.roles(),
                    broadcast.members(),
                    broadcast.title(),
                    broadcast.text(),
                    broadcast.englishTitle(),
                    broadcast.englishText(),
                    broadcast.status(),
                    broadcast.recipients(),
                    broadcast.countedAt(),
                    broadcast.sendAt(),
                    broadcast.startedAt(),
                    broadcast.sent(),
                    broadcast.endedAt(),
                    broadcast.createdAt());
        }
    }

    public record BroadcastPage(
            List<BroadcastView> items, @Nullable String nextCursor) {}
}
