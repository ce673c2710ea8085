package vn.tiendo.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class TimetableTest {

    /// A Wednesday; the 30th of April and the 1st of May 2024 are days off, the 4th is a made-up Saturday.
    private static final LocalDate DUE = LocalDate.of(2024, 5, 8);

    private static final WorkingDays CALENDAR = new WorkingDays(Map.of(
            LocalDate.of(2024, 4, 30), false,
            LocalDate.of(2024, 5, 1), false,
            LocalDate.of(2024, 5, 4), true));

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @Test
    void working_days_pass_over_weekends_and_days_off_and_count_made_up_days() {
        var timetable = timetable(working(1, LONG_AGO, null, -5, -3, -1, 0, 1, 3));
        // before: Tue 7, Mon 6, Sat 4 (made up), Fri 3, Thu 2; after: Thu 9, Fri 10, Mon 13
        assertThat(days(timetable))
                .containsExactly(
                        "-5 2024-05-02",
                        "-3 2024-05-04",
                        "-1 2024-05-07",
                        "0 2024-05-08",
                        "1 2024-05-09",
                        "3 2024-05-13");
    }

    @Test
    void the_hour_of_the_policy_holds() {
        var ladder = new Ladder(List.of(new Rung(-1)), DayCount.CALENDAR, LocalTime.of(14, 30));
        var timetable = timetable(new DatedLadder(UUID.randomUUID(), 1, false, LONG_AGO, null, ladder));
        assertThat(timetable.stepsFor(DUE, Instant.EPOCH, CALENDAR))
                .extracting(Ladder.Step::firesAt)
                .containsExactly(Instant.parse("2024-05-07T07:30:00Z"));
    }

    @Test
    void the_nearest_organisation_decides_before_the_kind_does() {
        var province = calendar(1, true, LONG_AGO, null, -10);
        var cell = calendar(3, false, LONG_AGO, null, -2);
        assertThat(days(timetable(province, cell))).containsExactly("-2 2024-05-06");
    }

    @Test
    void at_one_organisation_what_is_made_for_the_kind_decides_and_of_these_the_newest() {
        var any = calendar(2, false, LocalDate.of(2024, 3, 1), null, -10);
        var old = calendar(2, true, LONG_AGO, null, -4);
        var recent = calendar(2, true, LocalDate.of(2024, 1, 1), null, -2);
        assertThat(days(timetable(any, old, recent))).containsExactly("-2 2024-05-06");
    }

    @Test
    void a_rung_goes_by_the_policy_that_holds_on_its_own_day() {
        // until the 5th of May the shipped ladder, from then on one with other rungs
        var later = calendar(1, false, LocalDate.of(2024, 5, 5), null, -5, -2, 2);
        assertThat(days(timetable(later)))
                .containsExactly("-14 2024-04-24", "-7 2024-05-01", "-2 2024-05-06", "2 2024-05-10");
    }

    @Test
    void when_a_policy_has_ended_what_is_inherited_holds_again() {
        var ended = calendar(2, false, LONG_AGO, LocalDate.of(2024, 5, 6), -14, -2);
        assertThat(days(timetable(ended)))
                .containsExactly(
                        "-14 2024-04-24",
                        "-2 2024-05-06",
                        "-1 2024-05-07",
                        "0 2024-05-08",
                        "1 2024-05-09",
                        "3 2024-05-11",
                        "7 2024-05-15");
    }

    @Test
    void a_rung_that_two_ladders_have_is_one_rung() {
        // the 3rd day before in calendar days is the 5th, in working days the 4th
        var calendar = calendar(1, false, LocalDate.of(2024, 5, 5), null, -3);
        var working = working(1, LONG_AGO, LocalDate.of(2024, 5, 4), -3);
        assertThat(days(timetable(calendar, working))).containsExactly("-3 2024-05-04");
    }

    @Test
    void planned_anew_nothing_that_has_passed_waits() {
        var steps = timetable(calendar(1, false, LONG_AGO, null, -3, -1, 1))
                .stepsAhead(DUE, Instant.parse("2024-05-07T02:00:00Z"), CALENDAR);
        assertThat(steps).extracting(Ladder.Step::waits).containsExactly(false, false, true);
    }

    private static Timetable timetable(DatedLadder... ladders) {
        return new Timetable(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(DatedLadder.always(Ladder.SHIPPED)),
                        java.util.stream.Stream.of(ladders))
                .toList());
    }

    private static DatedLadder calendar(
            int depth, boolean forKind, LocalDate from, @Nullable LocalDate to, int... days) {
        return new DatedLadder(UUID.randomUUID(), depth, forKind, from, to, Ladder.of(days));
    }

    private static DatedLadder working(int depth, LocalDate from, @Nullable LocalDate to, int... days) {
        return new DatedLadder(
                UUID.randomUUID(),
                depth,
                false,
                from,
                to,
                new Ladder(IntStream.of(days).mapToObj(Rung::new).toList(), DayCount.WORKING, Rung.HOUR));
    }

    private static List<String> days(Timetable timetable) {
        return timetable.stepsFor(DUE, Instant.EPOCH, CALENDAR).stream()
                .map(step -> step.rung().days() + " " + step.day())
                .toList();
    }
}
