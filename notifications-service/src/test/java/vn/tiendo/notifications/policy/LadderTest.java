package vn.tiendo.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Days;

class LadderTest {

    private static final LocalDate DUE = LocalDate.of(2024, 4, 9);

    @Test
    void the_shipped_ladder_is_14_7_3_1_on_the_day_1_3_7() {
        assertThat(Ladder.SHIPPED.rungs().stream().map(Rung::label))
                .containsExactly(
                        "BEFORE_14", "BEFORE_7", "BEFORE_3", "BEFORE_1", "ON_THE_DAY", "AFTER_1", "AFTER_3", "AFTER_7");
    }

    @Test
    void a_rung_fires_at_eight_in_the_morning_in_viet_nam() {
        assertThat(new Rung(-1).firesAt(DUE)).isEqualTo(Instant.parse("2024-04-08T01:00:00Z"));
        assertThat(new Rung(0).firesAt(DUE)).isEqualTo(Instant.parse("2024-04-09T01:00:00Z"));
    }

    @Test
    void rungs_cross_the_29th_of_february_and_the_new_year() {
        assertThat(new Rung(-1).dayFor(LocalDate.of(2024, 3, 1))).isEqualTo("2024-02-29");
        assertThat(new Rung(-1).dayFor(LocalDate.of(2025, 3, 1))).isEqualTo("2025-02-28");
        assertThat(new Rung(7).dayFor(LocalDate.of(2024, 12, 31))).isEqualTo("2025-01-07");
    }

    @Test
    void calendar_days_do_not_stop_for_tet() {
        assertThat(new Rung(-3).dayFor(LocalDate.of(2024, 2, 13)))
                .as("the first day of the lunar year")
                .isEqualTo("2024-02-10");
    }

    @Test
    void assigned_early_everything_waits() {
        assertThat(waiting(at(2024, 3, 1, 9))).containsExactly(-14, -7, -3, -1, 0, 1, 3, 7);
    }

    @Test
    void assigned_ten_days_before_only_what_lies_ahead_waits() {
        assertThat(waiting(at(2024, 3, 30, 9))).containsExactly(-7, -3, -1, 0, 1, 3, 7);
    }

    @Test
    void assigned_on_the_day_of_a_rung_after_eight_it_is_still_said() {
        assertThat(waiting(at(2024, 4, 2, 10))).containsExactly(-7, -3, -1, 0, 1, 3, 7);
    }

    @Test
    void assigned_two_days_before_the_newest_missed_rung_is_said_once() {
        assertThat(waiting(at(2024, 4, 7, 9))).containsExactly(-3, -1, 0, 1, 3, 7);
    }

    @Test
    void assigned_when_long_overdue_one_reminder_is_left() {
        assertThat(waiting(at(2024, 9, 1, 9))).containsExactly(7);
    }

    @Test
    void rungs_are_sorted_and_each_is_there_once() {
        assertThat(Ladder.of(3, -7, 3, 0).days()).containsExactly(-7, 0, 3);
    }

    private static Instant at(int year, int month, int day, int hour) {
        return LocalDateTime.of(year, month, day, hour, 0).atZone(Days.ZONE).toInstant();
    }

    private static List<Integer> waiting(Instant now) {
        return Ladder.SHIPPED.stepsFor(DUE, now).stream()
                .filter(Ladder.Step::waits)
                .map(step -> step.rung().days())
                .toList();
    }
}
