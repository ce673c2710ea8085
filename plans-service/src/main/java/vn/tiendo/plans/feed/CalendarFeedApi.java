package vn.tiendo.plans.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of calendar feeds.
final class CalendarFeedApi {

    private CalendarFeedApi() {}

    /// @param organisationId absent for what the own posts are about
    /// @param name as calendar programs show it; a usual one where absent
    record NewFeed(
            @Nullable UUID organisationId,
            @Nullable @Size(max = 100) String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedView(UUID id, @Nullable UUID organisationId, String name, Instant createdAt) {
        static FeedView of(CalendarFeed feed) {
            return new FeedView(feed.id(), feed.organisationId(), feed.name(), feed.createdAt());
        }
    }

    /// @param address where calendar programs read it, without a token; shown this once
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MadeFeed(UUID id, @Nullable UUID organisationId, String name, Instant createdAt, String address) {
        static MadeFeed of(CalendarFeed feed, FeedToken token) {
            return new MadeFeed(
                    feed.id(),
                    feed.organisationId(),
                    feed.name(),
                    feed.createdAt(),
                    "/api/v1/calendar-feeds/" + token.text() + ".ics");
        }
    }

    record FeedPage(List<FeedView> items, @Nullable String nextCursor) {}
}
