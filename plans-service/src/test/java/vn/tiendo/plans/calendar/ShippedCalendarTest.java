package vn.tiendo.plans.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.Day;

/// The days that the service ships, against the law, the moon, and the announcements of each year.
class ShippedCalendarTest {

    private static final List<Day> DAYS = ShippedCalendar.read(new ObjectMapper().registerModule(new JavaTimeModule()))
            .readDays();
    private static final WorkingDays WORKING = working();

    /// Spans of rest as the government announced them, weekends included; written down apart from the file.
    private static final List<String> ANNOUNCED = List.of(
            "2022-12-31/2023-01-02",
            "2023-01-20/2023-01-26",
            "2023-04-29/2023-05-03",
            "2023-09-01/2023-09-04",
            "2024-01-01/2024-01-01",
            "2024-02-08/2024-02-14",
            "2024-04-18/2024-04-18",
            "2024-04-27/2024-05-01",
            "2024-08-31/2024-09-03",
            "2025-01-01/2025-01-01",
            "2025-01-25/2025-02-02",
            "2025-04-05/2025-04-07",
            "2025-04-30/2025-05-04",
            "2025-08-30/2025-09-02",
            "2026-01-01/2026-01-04",
            "2026-02-14/2026-02-22",
            "2026-04-25/2026-04-27",
            "2026-04-30/2026-05-03",
            "2026-08-29/2026-09-02");

    private static final Set<LocalDate> MADE_UP = Stream.of("2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    /// The table of the properties: every day of the four years, worked out from the announcements alone.
    private static final Map<LocalDate, Boolean> TABLE = table();

    private static Map<LocalDate, Boolean> table() {
        var table = new HashMap<LocalDate, Boolean>();
        LocalDate.of(2023, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(day -> table.put(
                        day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY));
        ANNOUNCED.forEach(span -> LocalDate.parse(span.substring(0, 10))
                .datesUntil(LocalDate.parse(span.substring(11)).plusDays(1))
                .forEach(day -> table.replace(day, false)));
        MADE_UP.forEach(day -> table.put(day, true));
        return table;
    }

    private static WorkingDays working() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        DAYS.forEach(day -> exceptions.put(day.date(), day.kind() == DayKind.WORKING_DAY));
        return new WorkingDays(exceptions);
    }

    private static TreeSet<LocalDate> daysNamed(String part) {
        return DAYS.stream()
                .filter(day -> day.name().contains(part))
                .map(Day::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_day_of_four_years_rests_or_works_as_it_was_announced() {
        assertThat(TABLE)
                .hasSize(1461)
                .allSatisfy((day, works) ->
                        assertThat(WORKING.isWorking(day)).as(day.toString()).isEqualTo(works));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2023-01-22,2023-04-29",
        "2024,2024-02-10,2024-04-18",
        "2025,2025-01-29,2025-04-07",
        "2026,2026-02-17,2026-04-26"
    })
    void the_lunar_days_are_those_of_the_moon(int year, LocalDate newYear, LocalDate hungKings) {
        assertThat(LunarDays.newYear(year)).isEqualTo(newYear);
        assertThat(LunarDays.month(year, 3).plusDays(9)).isEqualTo(hungKings);
        assertThat(daysNamed("mùng 1 Tết")).contains(newYear);
        assertThat(daysNamed("Giỗ Tổ Hùng Vương (mùng 10")).contains(hungKings);
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026})
    void the_law_gives_eleven_days_and_each_one_that_falls_on_a_weekend_is_given_back(int year) {
        var ofYear = DAYS.stream().filter(day -> day.date().getYear() == year).toList();
        var statutory = ofYear.stream()
                .filter(day -> day.kind() == DayKind.HOLIDAY)
                .filter(day -> !day.name().startsWith("Nghỉ bù") && !day.name().startsWith("Nghỉ hoán đổi"))
                .toList();
        assertThat(statutory).hasSize(11);
        var onWeekend = statutory.stream()
                .filter(day -> day.date().getDayOfWeek().getValue() > 5)
                .count();
        assertThat(ofYear.stream().filter(day -> day.name().startsWith("Nghỉ bù")))
                .hasSize((int) onWeekend);
    }

    @Test
    void each_day_that_is_swapped_is_made_up_on_a_weekend() {
        assertThat(daysNamed("Nghỉ hoán đổi")).hasSize(4);
        assertThat(daysNamed("Làm bù")).isEqualTo(new TreeSet<>(MADE_UP));
    }

    @Test
    void every_day_names_its_decision() {
        assertThat(DAYS).allSatisfy(day -> {
            assertThat(day.decision()).isNotNull();
            assertThat(day.decision().title()).isNotBlank();
            assertThat(day.decision().date()).isBefore(day.date());
        });
        assertThat(new CalendarDay(DAYS.stream()
                                .filter(day -> day.date().equals(LocalDate.of(2024, 5, 4)))
                                .findFirst()
                                .orElseThrow())
                        .source())
                .isEqualTo("Hoán đổi ngày làm việc dịp nghỉ lễ 30/4 và ngày Quốc tế lao động 01/5 năm 2024"
                        + " (số 2450/VPCP-KGVX, ngày 12/04/2024, Văn phòng Chính phủ)");
    }

    @Test
    void a_day_without_an_adopted_law_is_not_listed() {
        assertThat(WORKING.isWorking(LocalDate.of(2026, 11, 24))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-08,2024-02-15,2024-02-07",
        "2024-02-14,2024-02-15,2024-02-07",
        "2024-05-04,2024-05-04,2024-05-04",
        "2025-01-25,2025-02-03,2025-01-24",
        "2025-01-29,2025-02-03,2025-01-24",
        "2025-05-02,2025-05-05,2025-04-29",
        "2026-02-14,2026-02-23,2026-02-13",
        "2026-02-17,2026-02-23,2026-02-13",
        "2026-01-03,2026-01-05,2025-12-31",
        "2026-01-10,2026-01-10,2026-01-10",
        "2026-08-31,2026-09-03,2026-08-28"
    })
    void a_last_day_rolls_over_the_holidays(LocalDate last, LocalDate next, LocalDate previous) {
        assertThat(WORKING.onOrAfter(last)).isEqualTo(next);
        assertThat(WORKING.onOrBefore(last)).isEqualTo(previous);
    }

    @Property(tries = 2000)
    void counting_working_days_agrees_with_the_table(
            @ForAll("daysOfTheTable") LocalDate day, @ForAll @IntRange(min = 1, max = 40) int n) {
        var walked = day;
        var left = n;
        while (left > 0) {
            walked = walked.plusDays(1);
            if (!TABLE.containsKey(walked)) {
                return; // beyond the four years
            }
            left -= TABLE.get(walked) ? 1 : 0;
        }
        assertThat(WORKING.plus(day, n)).isEqualTo(walked);
        var workedBetween = day.plusDays(1)
                .datesUntil(walked.plusDays(1))
                .filter(TABLE::get)
                .count();
        assertThat(workedBetween).isEqualTo(n);
    }

    @Property(tries = 2000)
    void rolling_ends_on_the_nearest_working_day_of_the_table(@ForAll("daysOfTheTable") LocalDate day) {
        var next = WORKING.onOrAfter(day);
        assertThat(day.datesUntil(next).filter(each -> TABLE.getOrDefault(each, false)))
                .isEmpty();
        assertThat(TABLE.getOrDefault(next, true)).isTrue();
        var previous = WORKING.onOrBefore(day);
        assertThat(previous.plusDays(1).datesUntil(day.plusDays(1)).filter(each -> TABLE.getOrDefault(each, false)))
                .isEmpty();
        assertThat(TABLE.getOrDefault(previous, true)).isTrue();
    }

    @Provide
    Arbitrary<LocalDate> daysOfTheTable() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2023, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
