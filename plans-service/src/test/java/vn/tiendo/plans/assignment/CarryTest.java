package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.assignment.AssignmentCarrying.Redating;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionTooLong;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;

class CarryTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Instant NOW = Instant.parse("2025-01-15T01:00:00Z");
    private static final Parties NOBODY = new Parties(null, null, null, null);

    private static Obligation obligation(String kind, int least) {
        try {
            return new Obligation(
                    Uuid7.next(), 0, new ObjectMapper().readValue("""
                        {"code": "R", "kind": "%s", "tier": "CORE", "subject": "Các chi bộ",
                         "debtors": {"anyOf": [], "except": []}, "counts": {"minCount": %d}}\
                        """.formatted(kind, least), ObligationContent.class));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static Occurrence dueOn(@Nullable LocalDate day) {
        return new Occurrence("2025", null, null, day, null, null, null, List.of());
    }

    private static Assignment owed(Obligation obligation, @Nullable LocalDate day) {
        return new Assignment(
                obligation, "0001/", new Debtor(UUID.randomUUID(), null, "0001/0002/"), dueOn(day), NOBODY, NOW);
    }

    private static Redating moved(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Redating(dueOn(from), dueOn(to), "12-KH/TU");
    }

    @Test
    void what_is_done_keeps_its_date_and_stays_done() {
        var assignment = owed(obligation("STUDY_MATERIAL", 1), FIRST.plusDays(40));
        assignment.receive(NOW);
        assignment.accept(NOW);
        var amended = obligation("STUDY_MATERIAL", 1);
        assignment.carryTo(amended, "0001/", NOBODY, moved(FIRST.plusDays(40), FIRST), NOW);
        assertThat(assignment.obligationId()).isEqualTo(amended.id());
        assertThat(assignment.planId()).isEqualTo(amended.planId());
        assertThat(assignment.dueDay()).isEqualTo(FIRST.plusDays(40));
        assertThat(assignment.standing(NOW)).isEqualTo(Standing.DONE);
    }

    @Test
    void an_earlier_date_takes_an_unneeded_day_away() {
        var assignment = owed(obligation("STUDY_MATERIAL", 1), FIRST.plusDays(40));
        assignment.carryTo(
                obligation("STUDY_MATERIAL", 1), "0001/", NOBODY, moved(FIRST.plusDays(40), FIRST.plusDays(20)), NOW);
        assertThat(assignment.dueDay()).isEqualTo(FIRST.plusDays(20));
        assertThat(assignment.dueAt()).isEqualTo(Days.endOf(FIRST.plusDays(20)));
        assertThat(assignment.reason()).isEqualTo("12-KH/TU");
    }

    @Test
    void meetings_that_were_held_may_be_enough_for_a_lower_number() {
        var assignment = owed(obligation("THEMATIC_MEETING", 3), FIRST.plusDays(40));
        assignment.count(1, NOW, NOW);
        assignment.count(1, NOW, NOW);
        assertThat(assignment.standing(NOW)).isEqualTo(Standing.AWAITED);
        assignment.carryTo(
                obligation("THEMATIC_MEETING", 2), "0001/", NOBODY, moved(FIRST.plusDays(40), FIRST.plusDays(40)), NOW);
        assertThat(assignment.standing(NOW)).isEqualTo(Standing.DONE);
    }

    @Property
    void the_day_is_the_new_one_unless_a_later_one_was_given(
            @ForAll @IntRange(min = 20, max = 100) int before,
            @ForAll @IntRange(max = 60) int extension,
            @ForAll @IntRange(min = 20, max = 160) int after) {
        var assignment = owed(obligation("STUDY_MATERIAL", 1), FIRST.plusDays(before));
        if (extension > 0) {
            assignment.extend(FIRST.plusDays(before + extension), "Bão lũ", 100, NOW);
        }
        assignment.carryTo(
                obligation("STUDY_MATERIAL", 1),
                "0001/",
                NOBODY,
                moved(FIRST.plusDays(before), FIRST.plusDays(after)),
                NOW);
        var held = before + extension;
        var expected = after == before ? held : extension > 0 ? Math.max(held, after) : after;
        assertThat(assignment.dueDay()).isEqualTo(FIRST.plusDays(expected));
    }

    @Test
    void extensions_of_what_a_person_has_dated_are_measured_from_that_day_after_an_amendment_too() {
        var assignment = owed(obligation("GENERIC_TASK", 1), null);
        assignment.extend(FIRST.plusDays(30), "Định ngày", 30, NOW);
        assignment.carryTo(obligation("GENERIC_TASK", 1), "0001/", NOBODY, moved(null, null), NOW);
        assertThat(assignment.dueDay()).isEqualTo(FIRST.plusDays(30));
        assertThatThrownBy(() -> assignment.extend(FIRST.plusDays(61), "Bão lũ", 30, NOW))
                .isInstanceOf(ExtensionTooLong.class);
        assignment.extend(FIRST.plusDays(60), "Bão lũ", 30, NOW);
    }

    @Test
    void occurrences_pair_by_label_and_single_ones_whatever_their_label() {
        var q1 = new Occurrence("2025-Q1", null, null, FIRST, null, null, null, List.of());
        var q2 = new Occurrence("2025-Q2", null, null, FIRST, null, null, null, List.of());
        var next = new Occurrence("2026", null, null, FIRST.plusYears(1), null, null, null, List.of());
        assertThat(AssignmentCarrying.earlierOf(q2, List.of(q1, q2), List.of(q1, q2)))
                .contains(q2);
        assertThat(AssignmentCarrying.earlierOf(next, List.of(dueOn(FIRST)), List.of(next)))
                .contains(dueOn(FIRST));
        assertThat(AssignmentCarrying.earlierOf(next, List.of(q1, q2), List.of(next)))
                .isEmpty();
    }
}
