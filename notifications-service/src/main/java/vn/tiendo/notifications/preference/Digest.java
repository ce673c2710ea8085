package vn.tiendo.notifications.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.preference.PreferenceProblem.DigestIncomplete;

/// How the messages of one category are gathered.
///
/// @param at time of day at +07:00, for what is gathered
/// @param day of the week, for WEEKLY alone
@JsonInclude(JsonInclude.Include.NON_NULL)
record Digest(
        @NotNull Category category,
        @NotNull Rhythm rhythm,
        @Nullable LocalTime at,
        @Nullable DayOfWeek day) {

    static Digest none(Category category) {
        return new Digest(category, Rhythm.AT_ONCE, null, null);
    }

    /// @throws DigestIncomplete when the hour or the weekday is missing, or is there and means nothing
    void requireComplete() {
        if ((at == null) != (rhythm == Rhythm.AT_ONCE) || (day == null) != (rhythm != Rhythm.WEEKLY)) {
            throw new DigestIncomplete(category);
        }
    }

    /// The next one after a moment; empty when each message goes on its own.
    Optional<Instant> next(Instant now) {
        if (rhythm == Rhythm.AT_ONCE || at == null) {
            return Optional.empty();
        }
        var local = now.atZone(Days.ZONE).toLocalDateTime();
        var next = local.toLocalDate().atTime(at);
        if (day != null) {
            next = next.with(TemporalAdjusters.nextOrSame(day));
        }
        if (!next.isAfter(local)) {
            next = day == null ? next.plusDays(1) : next.plusWeeks(1);
        }
        return Optional.of(next.atZone(Days.ZONE).toInstant());
    }
}
