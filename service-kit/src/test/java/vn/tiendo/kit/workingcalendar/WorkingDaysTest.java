package vn.tiendo.kit.workingcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    /// Tết of three years as an example: days off, and the Saturdays worked for them.
    private static final WorkingDays TET = new WorkingDays(tet());

    @Test
    void weekends_rest() {
        assertThat(TET.isWorking(day("2024-04-12"))).isTrue();
        assertThat(TET.isWorking(day("2024-04-13"))).isFalse();
        assertThat(TET.isWorking(day("2024-04-14"))).isFalse();
    }

    @Test
    void holidays_rest_and_days_made_up_for_work() {
        assertThat(TET.isWorking(day("2024-02-12"))).isFalse();
        assertThat(TET.isWorking(day("2024-05-04"))).isTrue();
        assertThat(TET.isWorking(day("2025-04-26"))).isTrue();
    }

    @Test
    void the_next_working_day_jumps_over_the_whole_of_tet() {
        assertThat(TET.onOrAfter(day("2024-02-08"))).isEqualTo("2024-02-15");
        assertThat(TET.onOrAfter(day("2025-01-25"))).isEqualTo("2025-02-03");
        assertThat(TET.onOrAfter(day("2026-02-14"))).isEqualTo("2026-02-23");
    }

    @Test
    void the_working_day_before_jumps_back_over_it() {
        assertThat(TET.onOrBefore(day("2024-02-14"))).isEqualTo("2024-02-07");
        assertThat(TET.onOrBefore(day("2025-02-02"))).isEqualTo("2025-01-24");
    }

    @Test
    void a_working_day_stays_itself() {
        assertThat(TET.onOrAfter(day("2024-02-07"))).isEqualTo("2024-02-07");
        assertThat(TET.onOrBefore(day("2024-05-04"))).isEqualTo("2024-05-04");
    }

    @Test
    void five_working_days_after_the_last_day_before_tet() {
        assertThat(TET.plus(day("2024-02-07"), 5)).isEqualTo("2024-02-21");
        assertThat(TET.plus(day("2024-02-21"), -5)).isEqualTo("2024-02-07");
        assertThat(TET.plus(day("2024-02-10"), 0)).isEqualTo("2024-02-10");
    }

    @Test
    void a_calendar_without_working_days_is_told_instead_of_searched_for_ever() {
        var never = new HashMap<LocalDate, Boolean>();
        for (int i = 0; i < 400; i++) {
            never.put(day("2024-01-01").plusDays(i), false);
        }
        assertThatThrownBy(() -> new WorkingDays(never).onOrAfter(day("2024-01-01")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 500)
    void n_days_on_and_n_days_back_end_where_they_began_if_that_was_a_working_day(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int n) {
        var there = TET.plus(day, n);
        var back = TET.plus(there, -n);
        assertThat(TET.isWorking(there)).isTrue();
        assertThat(TET.isWorking(back)).isTrue();
        assertThat(back).isEqualTo(TET.onOrAfter(day).equals(day) ? day : TET.onOrBefore(day));
        assertThat(countBetween(day, there)).isEqualTo(n);
    }

    @Property(tries = 500)
    void rolling_never_passes_a_working_day(@ForAll("days") LocalDate day) {
        assertThat(TET.onOrAfter(day)).isAfterOrEqualTo(day);
        assertThat(TET.onOrBefore(day)).isBeforeOrEqualTo(day);
        assertThat(countBetween(day.minusDays(1), TET.onOrAfter(day))).isEqualTo(1);
        assertThat(countBetween(TET.onOrBefore(day).minusDays(1), day)).isEqualTo(1);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(day("2023-12-01").toEpochDay(), day("2027-01-31").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /// How many working days lie after the first day, up to and with the second.
    private static long countBetween(LocalDate after, LocalDate upTo) {
        return after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(TET::isWorking)
                .count();
    }

    private static Map<LocalDate, Boolean> tet() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        rest(exceptions, "2024-02-08", "2024-02-14");
        rest(exceptions, "2024-04-29", "2024-05-01");
        exceptions.put(day("2024-05-04"), true);
        rest(exceptions, "2025-01-25", "2025-02-02");
        rest(exceptions, "2025-04-30", "2025-05-02");
        exceptions.put(day("2025-04-26"), true);
        rest(exceptions, "2026-02-14", "2026-02-22");
        return Map.copyOf(exceptions);
    }

    private static void rest(Map<LocalDate, Boolean> exceptions, String from, String to) {
        day(from).datesUntil(day(to).plusDays(1)).forEach(day -> exceptions.put(day, false));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
