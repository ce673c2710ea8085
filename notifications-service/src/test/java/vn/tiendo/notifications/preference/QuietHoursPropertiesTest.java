package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class QuietHoursPropertiesTest {

    private static final Instant FIRST = QuietHoursTest.at("2025-01-01T00:00");
    private static final Duration LONGEST = Duration.ofDays(QuietHours.LONGEST_DAYS + 1);

    @Property(tries = 2_000)
    void nothing_goes_out_in_quiet_hours_or_before_it_was_written_or_after_two_weeks(
            @ForAll("moments") Instant now, @ForAll("hours") QuietHours quiet, @ForAll("calendars") WorkingDays days) {
        var permitted = quiet.nextPermitted(now, days);
        var local = permitted.atZone(Days.ZONE);
        assertThat(quiet.isQuiet(local.toLocalTime())).isFalse();
        assertThat(permitted).isAfterOrEqualTo(now).isBeforeOrEqualTo(now.plus(LONGEST));
        if (quiet.workingDaysOnly() && hasWorkingDaysAfter(now, days)) {
            assertThat(days.isWorking(local.toLocalDate())).isTrue();
        }
    }

    @Property(tries = 2_000)
    void what_is_written_later_never_goes_out_earlier(
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("hours") QuietHours quiet,
            @ForAll("calendars") WorkingDays days) {
        var earlier = one.isBefore(other) ? one : other;
        var later = earlier.equals(one) ? other : one;
        assertThat(quiet.nextPermitted(earlier, days)).isBeforeOrEqualTo(quiet.nextPermitted(later, days));
    }

    /// Where waiting for a working day was given up, it would be given up again two weeks later.
    @Property(tries = 1_000)
    void what_may_go_now_goes_now(
            @ForAll("moments") Instant now, @ForAll("hours") QuietHours quiet, @ForAll("calendars") WorkingDays days) {
        Assume.that(!quiet.workingDaysOnly() || hasWorkingDaysAfter(now, days));
        var permitted = quiet.nextPermitted(now, days);
        assertThat(quiet.nextPermitted(permitted, days)).isEqualTo(permitted);
    }

    private static boolean hasWorkingDaysAfter(Instant now, WorkingDays days) {
        var today = Days.dayOf(now);
        return today.plusDays(1)
                .datesUntil(today.plusDays(QuietHours.LONGEST_DAYS + 1))
                .anyMatch(days::isWorking);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, 60 * 24 * 120).map(minutes -> FIRST.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<QuietHours> hours() {
        var time = Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
        return Combinators.combine(time, time, Arbitraries.of(true, false)).as(QuietHours::new);
    }

    /// From single days off and made-up days to a holiday of a month, which no calendar has.
    @Provide
    Arbitrary<WorkingDays> calendars() {
        var start = Arbitraries.integers().between(0, 120).map(LocalDate.of(2025, 1, 1)::plusDays);
        var holiday = Combinators.combine(start, Arbitraries.integers().between(0, 30))
                .as((first, length) -> QuietHoursTest.holiday(first, first.plusDays(length)));
        var singles = Arbitraries.maps(start, Arbitraries.of(true, false)).ofMaxSize(20);
        return Combinators.combine(holiday, singles).as((long_, few) -> {
            var all = new java.util.HashMap<>(long_.exceptions());
            all.putAll(few);
            return new WorkingDays(Map.copyOf(all));
        });
    }
}
