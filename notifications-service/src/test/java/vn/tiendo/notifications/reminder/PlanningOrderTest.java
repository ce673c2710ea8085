package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.TestWork.rows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;

/// Whatever becomes of a duty on the way, and however often each state is heard, the last one decides what waits.
@QuarkusTest
class PlanningOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2053, 6, 1);

    @Inject
    ReminderPlanner planner;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2053, 1, 1, 9, 0));
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void the_last_state_decides_what_waits(long seed) {
        var random = new Random(seed);
        var organisation = TestTree.aRoot().id();
        var duty = Uuid7.next();
        var states = new ArrayList<Duty>();
        for (int i = 0; i < 12; i++) {
            var state = state(duty, organisation, random);
            states.add(state);
            for (int again = random.nextInt(3); again > 0; again--) {
                states.add(state);
            }
        }
        states.forEach(state -> QuarkusTransaction.requiringNew().run(() -> planner.plan(List.of(state))));
        var last = states.getLast();
        var waiting = rows(
                "select due_day || ' ' || rung from reminder where duty_id = ?1 and status = 'PLANNED' order by rung",
                duty);
        if (last.isWorthReminding()) {
            assertThat(waiting)
                    .containsExactly(
                            last.dueDay() + " -14",
                            last.dueDay() + " -7",
                            last.dueDay() + " -3",
                            last.dueDay() + " -1",
                            last.dueDay() + " 0",
                            last.dueDay() + " 1",
                            last.dueDay() + " 3",
                            last.dueDay() + " 7");
        } else {
            assertThat(waiting).isEmpty();
        }
        assertThat(rows("""
                select max(count)::text from (select count(*) from reminder where duty_id = ?1
                 group by rung, due_day) c""", duty)).allMatch(most -> most == null || most.equals("1"));
    }

    private static Duty state(UUID id, UUID organisation, Random random) {
        var day = random.nextInt(5) == 0 ? null : FIRST.plusDays(random.nextInt(4) * 10L);
        return new Duty(
                id,
                DutyKind.ASSIGNMENT,
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                null,
                organisation,
                "PERIODIC_REPORT",
                "Báo cáo",
                "2053",
                day,
                day == null ? null : Days.endOf(day),
                random.nextInt(3) == 0 ? Outcome.IN : Outcome.WAITING);
    }
}
