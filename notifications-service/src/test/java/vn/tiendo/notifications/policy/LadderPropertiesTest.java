package vn.tiendo.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.tiendo.kit.time.Days;

class LadderPropertiesTest {

    @Property(tries = 2_000)
    void every_rung_fires_at_eight_on_its_calendar_day(
            @ForAll("days") LocalDate due, @ForAll("ladders") Ladder ladder) {
        for (var step : ladder.stepsFor(due, Instant.EPOCH)) {
            var local = step.firesAt().atZone(Days.ZONE);
            assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
            assertThat(ChronoUnit.DAYS.between(due, local.toLocalDate()))
                    .isEqualTo(step.rung().days());
        }
    }

    @Property(tries = 2_000)
    void at_most_one_of_the_rungs_that_have_passed_waits_and_it_is_the_newest(
            @ForAll("days") LocalDate due, @ForAll("days") LocalDate today, @ForAll("ladders") Ladder ladder) {
        var now = Days.startOf(today).plusSeconds(12 * 3600);
        var steps = ladder.stepsFor(due, now);
        var passed = steps.stream().filter(step -> !step.firesAt().isAfter(now)).toList();
        assertThat(passed.stream().filter(Ladder.Step::waits).count()).isLessThanOrEqualTo(1);
        assertThat(passed.stream().limit(Math.max(0, passed.size() - 1))).noneMatch(Ladder.Step::waits);
        assertThat(steps).filteredOn(step -> step.firesAt().isAfter(now)).allMatch(Ladder.Step::waits);
    }

    @Property(tries = 1_000)
    void something_overdue_is_always_said_once(@ForAll("days") LocalDate due, @ForAll("ladders") Ladder ladder) {
        var longAfter = Days.endOf(due.plusYears(2));
        assertThat(ladder.stepsFor(due, longAfter))
                .filteredOn(Ladder.Step::waits)
                .hasSize(1);
    }

    @Property(tries = 500)
    void the_zone_of_the_machine_changes_nothing(
            @ForAll("days") LocalDate due, @ForAll("days") LocalDate today, @ForAll("zones") String zone) {
        var now = Days.startOf(today);
        var before = Ladder.SHIPPED.stepsFor(due, now);
        var own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(Ladder.SHIPPED.stepsFor(due, now)).isEqualTo(before);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2023, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Ladder> ladders() {
        return Arbitraries.integers()
                .between(-60, 60)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(Ladder::of);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati");
    }
}
