package vn.tiendo.plans.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

class CalendarLayersTest {

    private static final String UNIT = "0001/0002/";
    private static final String BELOW = "0001/0002/0003/";
    private static final LocalDate MONDAY = LocalDate.of(2024, 7, 1);
    private static final LocalDate SATURDAY = LocalDate.of(2024, 7, 6);

    private static final CalendarLayers LAYERS = new CalendarLayers(Map.of(
            CalendarLayers.COUNTRY,
            Map.of(MONDAY, false),
            UNIT,
            Map.of(MONDAY.plusDays(1), false),
            BELOW,
            Map.of(MONDAY.plusDays(1), true)));

    @Test
    void everybody_keeps_the_calendar_of_the_country() {
        assertThat(LAYERS.at("0001/0009/").isWorking(MONDAY)).isFalse();
        assertThat(LAYERS.at("0001/0009/").isWorking(MONDAY.plusDays(1))).isTrue();
    }

    @Test
    void closures_hold_for_the_whole_subtree_and_for_nobody_else() {
        assertThat(LAYERS.at(UNIT).isWorking(MONDAY.plusDays(1))).isFalse();
        assertThat(LAYERS.at("0001/0002/0004/0005/").isWorking(MONDAY.plusDays(1)))
                .isFalse();
        assertThat(LAYERS.at("0001/00020/").isWorking(MONDAY.plusDays(1))).isTrue();
    }

    @Test
    void the_nearest_layer_decides() {
        assertThat(LAYERS.at(BELOW).isWorking(MONDAY.plusDays(1))).isTrue();
        assertThat(LAYERS.at(BELOW).isWorking(MONDAY)).isFalse();
    }

    @Test
    void a_change_taken_back_leaves_what_was() {
        var changes = List.of(
                new DayChange(MONDAY, null, day(MONDAY, DayKind.HOLIDAY)),
                new DayChange(SATURDAY, null, day(SATURDAY, DayKind.WORKING_DAY)));
        var with = new CalendarLayers(Map.of()).with(UNIT, changes);
        assertThat(with.at(BELOW).isWorking(MONDAY)).isFalse();
        assertThat(with.at(BELOW).isWorking(SATURDAY)).isTrue();
        var without = with.without(UNIT, changes);
        assertThat(without.at(BELOW).isWorking(MONDAY)).isTrue();
        assertThat(without.at(BELOW).isWorking(SATURDAY)).isFalse();
    }

    /// Whatever the calendars and the change are: a deadline that rolls elsewhere afterwards ended on a touched day.
    @Property(tries = 2000)
    void no_deadline_that_moves_is_missed(@ForAll long seed) {
        var random = new Random(seed);
        var layers = new HashMap<String, Map<LocalDate, Boolean>>();
        for (var path : List.of(CalendarLayers.COUNTRY, "0001/", UNIT, BELOW)) {
            layers.put(path, someDays(random));
        }
        var path = List.of(CalendarLayers.COUNTRY, UNIT).get(random.nextInt(2));
        var changes = new ArrayList<DayChange>();
        someDays(random).forEach((date, works) -> {
            var before = layers.get(path).get(date);
            if (before == null || before != works) {
                changes.add(new DayChange(
                        date,
                        entry(date, before),
                        random.nextInt(4) == 0 && before != null ? null : entry(date, works)));
            }
        });
        var before = new CalendarLayers(layers);
        var shift = new CalendarShift(path, before, before.with(path, changes), changes);
        var touched = shift.touchedDays(0);
        var by = random.nextInt(1, 80);
        var counted = shift.touchedDays(by);
        for (var place : List.of(UNIT, BELOW)) {
            MONDAY.minusDays(10).datesUntil(MONDAY.plusDays(60)).forEach(raw -> {
                var was = before.at(place);
                var is = shift.after().at(place);
                if (!was.onOrAfter(raw).equals(is.onOrAfter(raw))) {
                    assertThat(touched).contains(was.onOrAfter(raw));
                }
                if (!was.onOrBefore(raw).equals(is.onOrBefore(raw))) {
                    assertThat(touched).contains(was.onOrBefore(raw));
                }
                if (!was.plus(raw, -by).equals(is.plus(raw, -by))) {
                    assertThat(counted).contains(was.plus(raw, -by));
                }
            });
        }
    }

    private static Map<LocalDate, Boolean> someDays(Random random) {
        var days = new HashMap<LocalDate, Boolean>();
        var closed = MONDAY.plusDays(random.nextInt(40));
        for (int i = 0; i < random.nextInt(12); i++) {
            days.put(closed.plusDays(i), false);
        }
        for (int i = 0; i < random.nextInt(6); i++) {
            var day = MONDAY.plusDays(random.nextInt(50));
            days.put(day, day.getDayOfWeek().getValue() > 5 && random.nextBoolean());
        }
        return days;
    }

    @Test
    void the_margin_is_not_what_makes_it_find_them() {
        var long90 = new HashMap<LocalDate, Boolean>();
        for (int i = 1; i <= 90; i++) {
            long90.put(MONDAY.plusDays(i), false);
        }
        var before = new CalendarLayers(Map.of(UNIT, long90));
        var changes = List.of(new DayChange(MONDAY, null, day(MONDAY, DayKind.HOLIDAY)));
        var shift = new CalendarShift(UNIT, before, before.with(UNIT, changes), changes);
        assertThat(shift.touchedDays(0)).contains(new WorkingDays(long90).onOrAfter(MONDAY.plusDays(1)));
    }

    private static @Nullable Day entry(LocalDate date, @Nullable Boolean works) {
        return works == null ? null : day(date, works ? DayKind.WORKING_DAY : DayKind.HOLIDAY);
    }

    private static Day day(LocalDate date, DayKind kind) {
        return new Day(date, kind, "Nghỉ", "Quyết định", null);
    }
}
