package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;
import vn.tiendo.notifications.reminder.RollUpRepository.Counted;
import vn.tiendo.notifications.reminder.RollUpRepository.Key;
import vn.tiendo.notifications.reminder.RollUpRepository.Wanted;

/// What a superior is told is reckoned here a second time, one by one, over random trees and outcomes.
@QuarkusTest
class RollUpCountTest {

    private static final LocalDate DUE = LocalDate.of(2052, 5, 4);
    private static final Set<Outcome> NO_PART = EnumSet.of(Outcome.WAIVED, Outcome.TRANSFERRED, Outcome.CLOSED);

    @Inject
    RollUpRepository rollUps;

    @Inject
    ReminderPlanner planner;

    private final UUID plan = Uuid7.next();

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2052, 1, 1, 9, 0));
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_counts_what_stands_at_its_level_and_nothing_else(long seed) {
        var random = new Random(seed);
        var obligation = Uuid7.next();
        var top = TestTree.aRoot();
        var children = new ArrayList<Duty>();
        var grandchildren = new ArrayList<Duty>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            var child = TestTree.aChildOf(top);
            children.add(duty(child, obligation, "2052", random));
            for (int j = 0; j < random.nextInt(4); j++) {
                grandchildren.add(duty(TestTree.aChildOf(child), obligation, "2052", random));
            }
        }
        var beside = List.of(
                duty(TestTree.aChildOf(top), obligation, "2053", random),
                duty(TestTree.aChildOf(top), Uuid7.next(), "2052", random),
                duty(TestTree.aChildOf(TestTree.aRoot()), obligation, "2052", random),
                duty(top, obligation, "2052", random));
        var first = wanted(obligation, top, 1);
        var second = wanted(obligation, top, 2);
        var counted = QuarkusTransaction.requiringNew().call(() -> {
            planner.plan(children);
            planner.plan(grandchildren);
            planner.plan(beside);
            rollUps.request(List.of(first, second));
            return rollUps.count(List.of(first.id(), second.id()));
        });
        expect(counted.getOrDefault(first.id(), Counted.NOTHING), children);
        expect(counted.getOrDefault(second.id(), Counted.NOTHING), grandchildren);
    }

    @Test
    void it_is_asked_for_by_many_and_kept_once_with_the_roles_of_all() {
        var top = TestTree.aRoot();
        var obligation = Uuid7.next();
        var officers = wanted(obligation, top, 1);
        var leaders = new Wanted(Uuid7.next(), plan, officers.key(), Set.of(Role.COMMITTEE_LEADER), Days.startOf(DUE));
        QuarkusTransaction.requiringNew().run(() -> rollUps.request(List.of(officers)));
        QuarkusTransaction.requiringNew().run(() -> rollUps.request(List.of(officers)));
        QuarkusTransaction.requiringNew().run(() -> rollUps.request(List.of(leaders)));
        assertThat(TestWork.rows(
                        "select array_to_string(roles, ' ') from roll_up where obligation_id = ?1", obligation))
                .containsExactly("COMMITTEE_OFFICER COMMITTEE_LEADER");
    }

    private static void expect(Counted counted, List<Duty> duties) {
        var missing = duties.stream()
                .filter(duty -> duty.outcome() == Outcome.WAITING && !DUE.isBefore(duty.dueDay()))
                .toList();
        assertThat(counted.total()).isEqualTo((int) duties.stream()
                .filter(duty -> !NO_PART.contains(duty.outcome()))
                .count());
        assertThat(counted.missing()).isEqualTo(missing.size());
        if (missing.isEmpty()) {
            assertThat(counted.one()).isNull();
        } else {
            assertThat(missing).extracting(Duty::id).contains(counted.one());
        }
    }

    private Wanted wanted(UUID obligation, KnownOrganisation superior, int level) {
        return new Wanted(
                Uuid7.next(),
                plan,
                new Key(obligation, "2052", DUE, 1, superior.id(), level),
                Set.of(Role.COMMITTEE_OFFICER),
                Days.startOf(DUE.plusDays(1)));
    }

    private Duty duty(KnownOrganisation organisation, UUID obligation, String occurrence, Random random) {
        var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        var day = random.nextInt(4) == 0 ? DUE.plusDays(20) : DUE;
        return new Duty(
                Uuid7.next(),
                DutyKind.ASSIGNMENT,
                plan,
                obligation,
                null,
                null,
                organisation.id(),
                "PERIODIC_REPORT",
                "Báo cáo",
                occurrence,
                day,
                Days.endOf(day),
                outcome);
    }
}
