package vn.tiendo.notifications.preference;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Predicate;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;

/// When nobody is to be disturbed, at +07:00.
///
/// @param from first quiet moment of the evening
/// @param to first moment that is not quiet any more; the same as `from` when no hours are quiet
/// @param workingDaysOnly days off are quiet altogether, by the national working calendar
record QuietHours(
        @NotNull LocalTime from,
        @NotNull LocalTime to,
        @NotNull Boolean workingDaysOnly) {

    static final QuietHours SHIPPED = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), false);

    /// A calendar in which a holiday never ends would be wrong data; then days off do not count.
    static final int LONGEST_DAYS = 14;

    /// The moment itself when it is not quiet, else the next that is not: at most [#LONGEST_DAYS] days and one night
    /// ahead, and never earlier for a later moment.
    Instant nextPermitted(Instant now, WorkingDays calendar) {
        return workingDaysOnly
                ? search(now, calendar::isWorking).orElseGet(() -> nextOnAnyDay(now))
                : nextOnAnyDay(now);
    }

    Instant nextOnAnyDay(Instant now) {
        return search(now, day -> true).orElse(now);
    }

    private Optional<Instant> search(Instant now, Predicate<LocalDate> counts) {
        var local = now.atZone(Days.ZONE);
        for (int ahead = 0; ahead <= LONGEST_DAYS; ahead++) {
            var day = local.toLocalDate().plusDays(ahead);
            if (counts.test(day)) {
                var time = firstPermitted(ahead == 0 ? local.toLocalTime() : LocalTime.MIDNIGHT);
                if (time.isPresent()) {
                    return Optional.of(day.atTime(time.get()).atZone(Days.ZONE).toInstant());
                }
            }
        }
        return Optional.empty();
    }

    /// On the same day, at that time or after it.
    private Optional<LocalTime> firstPermitted(LocalTime time) {
        if (!isQuiet(time)) {
            return Optional.of(time);
        }
        return to.isAfter(time) ? Optional.of(to) : Optional.empty();
    }

    boolean isQuiet(LocalTime time) {
        return from.isAfter(to) ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }
}
