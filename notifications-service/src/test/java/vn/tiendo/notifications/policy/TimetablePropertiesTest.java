package vn.tiendo.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class TimetablePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final WorkingDays WEEK = new WorkingDays(Map.of());

    @Property(tries = 1_000)
    void each_rung_is_there_once_and_goes_by_a_ladder_that_holds_on_its_day(
            @ForAll("days") LocalDate due, @ForAll("ladders") List<DatedLadder> ladders) {
        var steps = new Timetable(with(ladders)).stepsFor(due, Instant.EPOCH, WEEK);
        var seen = new HashSet<Integer>();
        for (var step : steps) {
            assertThat(seen.add(step.rung().days())).isTrue();
            var holding = ladders.stream()
                    .filter(ladder -> !step.day().isBefore(ladder.validFrom())
                            && (ladder.validTo() == null || !step.day().isAfter(ladder.validTo())))
                    .toList();
            if (step.policyId() == null) {
                assertThat(holding).isEmpty();
            } else {
                var deepest =
                        holding.stream().mapToInt(DatedLadder::depth).max().orElseThrow();
                assertThat(holding)
                        .filteredOn(ladder -> ladder.depth() == deepest)
                        .extracting(DatedLadder::policyId)
                        .contains(step.policyId());
            }
        }
    }

    @Property(tries = 1_000)
    void the_order_in_which_policies_are_found_changes_nothing(
            @ForAll("days") LocalDate due, @ForAll("ladders") List<DatedLadder> ladders) {
        assertThat(new Timetable(with(ladders.reversed())).stepsFor(due, Instant.EPOCH, WEEK))
                .isEqualTo(new Timetable(with(ladders)).stepsFor(due, Instant.EPOCH, WEEK));
    }

    private static List<DatedLadder> with(List<DatedLadder> ladders) {
        var all = new java.util.ArrayList<>(ladders);
        all.add(DatedLadder.always(Ladder.SHIPPED));
        return all;
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 700).map(FIRST::plusDays);
    }

    /// Distinct depths and first days, as the constraint of the table has it.
    @Provide
    Arbitrary<List<DatedLadder>> ladders() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers()
                                .between(-30, 30)
                                .array(int[].class)
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        Arbitraries.of(DayCount.values()))
                .as((depth, from, length, days, count) -> new DatedLadder(
                        UUID.randomUUID(),
                        depth,
                        false,
                        FIRST.plusDays(from),
                        FIRST.plusDays(from + length),
                        new Ladder(Ladder.of(days).rungs(), count, Rung.HOUR)));
        return one.list().ofMaxSize(5).uniqueElements(ladder -> ladder.depth() + " " + ladder.validFrom());
    }
}
