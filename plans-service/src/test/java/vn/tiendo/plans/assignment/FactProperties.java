package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;

/// Facts come twice, late, out of order, or not at all because a newer one replaced them: how an assignment ends up
/// depends on the newest ones alone.
class FactProperties {

    /// Last on-time day 9 November 2025, so the first instant too late is midnight of the 10th in Vietnam.
    private static final Instant DUE = Instant.parse("2025-11-09T17:00:00Z");
    private static final Instant BEGIN = DUE.minus(Duration.ofDays(20));

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A report as reporting-service would tell it after each of its own steps.
    private record State(
            long sequence,
            @Nullable Instant submittedAt,
            boolean accepted,
            boolean returned,
            @Nullable Instant returnedUntil,
            boolean late) {}

    @Property(tries = 2_000)
    void any_interleaving_and_repetition_of_the_states_of_a_report_leads_to_the_same_end(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 3) int returns, @ForAll boolean accepted) {
        var states = aReport(random, returns, accepted);
        var expected = endOf(states);
        var delivered = new ArrayList<>(states);
        delivered.addAll(states.subList(0, random.nextInt(states.size() + 1)));
        Collections.shuffle(delivered, random);
        if (random.nextBoolean()) { // compacted: older ones may never come
            delivered.removeIf(state -> state.sequence() < states.size() && random.nextInt(3) == 0);
        }
        assertThat(endOf(delivered)).isEqualTo(expected);
    }

    /// What the design says, of all versions in order: the first receipt counts as long as every return was answered
    /// in time.
    @Property(tries = 2_000)
    void a_report_is_late_exactly_when_its_first_version_or_a_correction_was(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 3) int returns) {
        var states = aReport(random, returns, true);
        assertThat(endOf(states).standing()).isEqualTo(states.getLast().late() ? Standing.DONE_LATE : Standing.DONE);
    }

    @Property(tries = 1_000)
    void when_it_was_accepted_and_what_day_was_stated_never_decide_lateness(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long secondsToDue,
            @ForAll @LongRange(min = 0, max = 100_000_000) long untilAcceptance,
            @ForAll @IntRange(min = 0, max = 400) int statedDaysAgo) {
        var receipt = DUE.plusSeconds(secondsToDue);
        var expected = secondsToDue < 0 ? Standing.DONE : Standing.DONE_LATE;
        var accepted = anAssignment("PERIODIC_REPORT", null);
        assertThat(accepted.receive(receipt)).isTrue();
        assertThat(accepted.standing(receipt.plusSeconds(untilAcceptance))).isEqualTo(Standing.SUBMITTED);
        assertThat(accepted.accept(receipt.plusSeconds(untilAcceptance))).isTrue();
        assertThat(accepted.standing(receipt.plusSeconds(untilAcceptance))).isEqualTo(expected);
        var marked = anAssignment("STUDY_MATERIAL", null);
        marked.markFulfilled("x", Days.dayOf(receipt).minusDays(statedDaysAgo), List.of(), receipt);
        assertThat(marked.standing(receipt)).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void any_interleaving_and_repetition_of_nominations_leads_to_the_same_end(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 6) int nominations,
            @ForAll @IntRange(min = 1, max = 4) int least) {
        var histories = new HashMap<UUID, List<@Nullable Instant>>(); // of each nomination: when it counted, or not
        for (int i = 0; i < nominations; i++) {
            var states = new ArrayList<@Nullable Instant>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                states.add(random.nextBoolean() ? within(random, BEGIN, DUE.plus(Duration.ofDays(20))) : null);
            }
            histories.put(Uuid7.next(), states);
        }
        var last = histories.values().stream()
                .map(List::getLast)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var expected = last.size() < least
                ? Standing.AWAITED
                : last.get(least - 1).isBefore(DUE) ? Standing.DONE : Standing.DONE_LATE;

        var assignment = anAssignment("EXEMPLAR_NOMINATION", least);
        var events = new ArrayList<Map.Entry<UUID, Integer>>();
        histories.forEach((id, states) -> {
            for (int i = 0; i < states.size(); i++) {
                events.add(Map.entry(id, i));
                if (random.nextBoolean()) {
                    events.add(Map.entry(id, i));
                }
            }
        });
        Collections.shuffle(events, random);
        var newest = new HashMap<UUID, Integer>();
        var counting = new HashMap<UUID, Instant>();
        for (var event : events) {
            if (newest.getOrDefault(event.getKey(), -1) >= event.getValue()) {
                continue; // the kit's guard
            }
            newest.put(event.getKey(), event.getValue());
            var counted = histories.get(event.getKey()).get(event.getValue());
            if (counted == null) {
                counting.remove(event.getKey());
            } else {
                counting.put(event.getKey(), counted);
            }
            assignment.countAll(counting.values(), DUE.plus(Duration.ofDays(random.nextInt(100))));
        }
        assertThat(assignment.standing(BEGIN)).isEqualTo(expected);
        assertThat(assignment.tally().recorded()).isEqualTo(last.size());
        assertThat(assignment.tally().isTooMany()).isEqualTo(last.size() > 5);
    }

    private record End(Standing standing, boolean late) {}

    /// Delivers behind the kit's guard, which drops what is not newer.
    private static End endOf(List<State> delivered) {
        var assignment = anAssignment("PERIODIC_REPORT", null);
        long newest = 0;
        for (var state : delivered) {
            if (state.sequence() <= newest) {
                continue;
            }
            newest = state.sequence();
            if (state.submittedAt() != null) {
                var ignored = assignment.receive(state.submittedAt(), state.returnedUntil(), state.late());
            }
            if (state.returned() && state.returnedUntil() != null) {
                var ignored = assignment.sendBack(state.returnedUntil());
            } else if (state.accepted()) {
                var ignored = assignment.accept(state.submittedAt());
            }
        }
        var received = assignment.receivedAt();
        return new End(assignment.standing(BEGIN), received != null && !received.isBefore(DUE));
    }

    private static List<State> aReport(Random random, int returns, boolean accepted) {
        var states = new ArrayList<State>();
        states.add(new State(1, null, false, false, null, false));
        var submitted = within(random, BEGIN, DUE.plus(Duration.ofDays(5)));
        var deadline = DUE;
        Instant until = null;
        states.add(new State(2, submitted, false, false, null, !submitted.isBefore(deadline)));
        for (int i = 0; i < returns; i++) {
            var inTime = submitted.isBefore(deadline);
            var returnedAt = submitted.plus(Duration.ofHours(1 + random.nextInt(100)));
            until = returnedAt.plus(Duration.ofDays(1 + random.nextInt(10)));
            deadline = inTime && until.isAfter(DUE) ? until : DUE;
            states.add(new State(states.size() + 1L, submitted, false, true, until, !returnedAt.isBefore(deadline)));
            submitted = within(random, returnedAt, until.plus(Duration.ofDays(3)));
            states.add(new State(states.size() + 1L, submitted, false, false, until, !submitted.isBefore(deadline)));
        }
        if (accepted) {
            states.add(new State(states.size() + 1L, submitted, true, false, until, !submitted.isBefore(deadline)));
        }
        return states;
    }

    private static Instant within(Random random, Instant from, Instant to) {
        return from.plusSeconds(random.nextLong(Duration.between(from, to).toSeconds()));
    }

    private static Assignment anAssignment(String kind, @Nullable Integer least) {
        try {
            var counts = least == null ? "" : ", \"counts\": {\"minCount\": %d, \"maxCount\": 5}".formatted(least);
            var content = JSON.readValue("""
                {"code": "R", "kind": "%s", "tier": "CORE", "subject": "Các chi bộ",
                 "debtors": {"anyOf": [], "except": []}%s}\
                """.formatted(kind, counts), ObligationContent.class);
            return new Assignment(
                    new Obligation(Uuid7.next(), 0, content),
                    "0001/",
                    new Debtor(Uuid7.next(), null, "0001/0002/"),
                    new Occurrence("2025", null, null, LocalDate.of(2025, 11, 9), null, null, null, List.of()),
                    new Parties(null, null, null, null),
                    BEGIN);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
