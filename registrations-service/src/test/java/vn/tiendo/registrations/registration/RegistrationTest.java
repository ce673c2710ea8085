package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.registrations.registration.RegistrationStatus.ACCEPTED;
import static vn.tiendo.registrations.registration.RegistrationStatus.EXEMPT;
import static vn.tiendo.registrations.registration.RegistrationStatus.LEFT;
import static vn.tiendo.registrations.registration.RegistrationStatus.SUBMITTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.summary.Tally;

class RegistrationTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 4, 9);
    private static final Instant DUE = Days.endOf(LAST_DAY);
    private static final Instant BEFORE = DUE.minusSeconds(1);
    private static final String TEXT = "{\"study\":\"a\",\"follow\":\"b\",\"exemplaryConduct\":\"c\"}";
    private static final UUID FORM = UUID.randomUUID();
    private static final List<FieldError> NOTHING_WANTING = List.of();

    @Test
    void the_last_second_of_the_last_day_is_on_time_and_the_due_instant_is_late() {
        assertThat(submitted(BEFORE).isLate()).isFalse();
        assertThat(submitted(DUE).isLate()).isTrue();
    }

    @Test
    void a_slow_reviewer_makes_nobody_late() {
        var registration = submitted(BEFORE);
        registration.accept(DUE.plus(Duration.ofDays(30)));
        assertThat(registration.isLate()).isFalse();
    }

    @Test
    void what_was_late_stays_late_after_a_return() {
        var registration = submitted(DUE);
        registration.giveBack("x", LAST_DAY.plusDays(5), DUE);
        registration.submit(NOTHING_WANTING, DUE.plusSeconds(1));
        assertThat(registration.isLate()).isTrue();
    }

    @Test
    void back_on_the_last_day_named_is_on_time_and_a_day_later_is_late() {
        for (var late : new boolean[] {false, true}) {
            var registration = submitted(BEFORE);
            registration.giveBack("x", LAST_DAY.plusDays(5), DUE);
            var end = Days.endOf(LAST_DAY.plusDays(5));
            registration.submit(NOTHING_WANTING, late ? end : end.minusSeconds(1));
            assertThat(registration.isLate()).isEqualTo(late);
            assertThat(registration.receipt().receivedAt()).isEqualTo(late ? end : end.minusSeconds(1));
        }
    }

    @Test
    void who_is_exempt_may_opt_in_and_counts_as_exempt_until_accepted() {
        var registration = registration(true);
        assertThat(registration.status()).isEqualTo(EXEMPT);
        registration.write(TEXT, FORM);
        registration.submit(NOTHING_WANTING, DUE);
        assertThat(registration.status()).isEqualTo(SUBMITTED);
        assertThat(registration.tally()).isEqualTo(new Tally(1, 0, 0, 0, 1, 0, 0));
        registration.accept(DUE);
        assertThat(registration.tally()).isEqualTo(new Tally(1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void what_the_form_still_wants_is_refused_and_nothing_changes() {
        var registration = registration(false);
        registration.write("{}", FORM);
        var wanting =
                List.of(new FieldError("content.follow", "required"), new FieldError("content.study", "required"));
        assertThatThrownBy(() -> registration.submit(wanting, BEFORE))
                .isInstanceOfSatisfying(RegistrationProblem.ContentIncomplete.class, problem -> {
                    assertThat(problem.errors()).isEqualTo(wanting);
                    assertThat(problem.arguments().get("sections")).isEqualTo("follow, study");
                });
        assertThat(registration.receipt().receivedAt()).isNull();
    }

    @Test
    void accepted_is_the_end() {
        var registration = submitted(BEFORE);
        registration.accept(BEFORE);
        assertThatThrownBy(() -> registration.submit(NOTHING_WANTING, BEFORE))
                .isInstanceOf(RegistrationProblem.WrongRegistrationStatus.class);
        assertThatThrownBy(() -> registration.giveBack("x", LAST_DAY, BEFORE))
                .isInstanceOf(RegistrationProblem.WrongRegistrationStatus.class);
        assertThat(registration.status()).isEqualTo(ACCEPTED);
    }

    /// Each number stands for a registration and a transition; refused transitions change nothing.
    @Property(tries = 300)
    void any_sequence_of_transitions_sums_up_to_a_recount(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 59) Integer> steps) {
        var roster = List.of(
                registration(false), registration(false), registration(false), registration(true), registration(true));
        var sum = roster.stream().map(Registration::tally).reduce(Tally.NOTHING, Tally::plus);
        var now = DUE.minus(Duration.ofHours(steps.size() / 2));
        for (int step : steps) {
            var registration = roster.get(step % roster.size());
            var before = registration.tally();
            try {
                transition(registration, step / roster.size(), now);
            } catch (RegistrationProblem refused) {
                assertThat(registration.tally()).isEqualTo(before);
            }
            sum = sum.plus(registration.tally().minus(before));
            now = now.plus(Duration.ofHours(1));
        }
        var recount = roster.stream().map(Registration::tally).reduce(Tally.NOTHING, Tally::plus);
        assertThat(sum).isEqualTo(recount);
        assertThat(sum.owes()).isEqualTo((int)
                roster.stream().filter(one -> one.status() != LEFT).count());
        assertThat(sum.missing() + sum.submitted() + sum.accepted() + sum.exempt() + sum.returned())
                .isEqualTo(sum.owes());
        assertThat(sum.isComplete())
                .isEqualTo(roster.stream()
                        .allMatch(one -> one.isAccepted() || one.status() == LEFT || one.exemptedAt() != null));
    }

    private static void transition(Registration registration, int kind, Instant now) {
        switch (kind) {
            case 0, 1 -> {
                registration.write(TEXT, FORM);
                registration.submit(NOTHING_WANTING, now);
            }
            case 2 -> registration.accept(now);
            case 3 -> registration.giveBack("x", Days.dayOf(now), now);
            case 4 -> registration.fallDue(now);
            case 5 -> registration.fallDue(null);
            case 6 -> registration.exempt(ExemptBy.rule("RETIRED"), now);
            case 7 -> registration.oweAgain(null);
            case 8 -> registration.leave(now);
            case 9 -> registration.comeBack(registration.unitId(), registration.organisationId(), DUE, null);
            case 10 -> registration.rate(now);
            default -> registration.close(now);
        }
    }

    private static Registration submitted(Instant now) {
        var registration = registration(false);
        registration.write(TEXT, FORM);
        registration.submit(NOTHING_WANTING, now);
        return registration;
    }

    private static Registration registration(boolean exempt) {
        var unit = UUID.randomUUID();
        var reviewers = new ArrayList<>(List.of(UUID.randomUUID()));
        return new Registration(
                new Registration.Keeper(
                        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), unit, reviewers.getFirst(), DUE),
                UUID.randomUUID(),
                reviewers,
                exempt ? ExemptBy.rule("RETIRED") : null,
                BEFORE.minus(Duration.ofDays(30)));
    }
}
