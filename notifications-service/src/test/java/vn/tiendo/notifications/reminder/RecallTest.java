package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.recipientsOf;
import static vn.tiendo.notifications.TestWork.remindersOf;
import static vn.tiendo.notifications.TestWork.statusesOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class RecallTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    private KnownOrganisation committee;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        committee = TestTree.aChildOf(TestTree.aRoot());
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_recalled_plan_stops_its_reminders_and_tells_each_who_was_reminded_once() {
        var plan = UUID.randomUUID();
        var told = TestTree.aChildOf(committee);
        var spared = TestTree.aChildOf(committee);
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, told);
        var other = TestTree.aHolderOf(Role.CELL_SECRETARY, spared);
        send(plan, 0, "");
        var near = anAssignment(told, DUE, plan, UUID.randomUUID()).send();
        var nearToo = anAssignment(told, DUE, plan, UUID.randomUUID()).send();
        var far =
                anAssignment(spared, DUE.plusDays(60), plan, UUID.randomUUID()).send();
        await().atMost(SOON)
                .until(() -> remindersOf(far.id, DUE.plusDays(60)).size() == 8
                        && remindersOf(near.id, DUE).size() == 8
                        && remindersOf(nearToo.id, DUE).size() == 8);
        TestClock.setTo(LocalDateTime.of(2024, 4, 20, 9, 0));
        await().atMost(SOON)
                .until(() -> recipientsOf(near.id).equals(List.of(secretary))
                        && recipientsOf(nearToo.id).equals(List.of(secretary)));

        send(plan, 1, ", \"recalledAt\":\"2024-04-20T03:00:00Z\"");
        await().atMost(SOON).until(() -> recallsOf(plan).size() == 1);
        assertThat(recallsOf(plan)).containsExactly(secretary + " Văn bản đã thu hồi: Kế hoạch 2024");
        assertThat(statusesOf(far.id)).containsExactly("CANCELLED");
        assertThat(statusesOf(near.id)).containsExactly("CANCELLED", "FIRED");
        assertThat(TestWork.rows(
                        "select id::text from notification where plan_id = ?1 and resolved_at is null and duty_kind <> 'RECALL'",
                        plan))
                .isEmpty();

        // heard again, from the beginning of the topic, and an assignment of it that comes late
        TestWork.execute("delete from inbox where aggregateid = ?1", plan.toString());
        send(plan, 1, ", \"recalledAt\":\"2024-04-20T03:00:00Z\"");
        var late = anAssignment(spared, DUE, plan, UUID.randomUUID()).send();
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", late.id)
                        .isEmpty());
        TestClock.setTo(LocalDateTime.of(DUE.minusDays(3), java.time.LocalTime.of(9, 0)));
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() ->
                        recallsOf(plan).size() == 1 && recipientsOf(late.id).isEmpty());
        assertThat(TestWork.rows("select id::text from notification where recipient_subject = ?1", other))
                .isEmpty();
    }

    private static void send(UUID plan, long sequence, String facts) {
        TestEvents.send(
                "plans.plan.v1", plan.toString(), "plans.plan.changed.v1", sequence, """
                {"id":"%s","title":"Kế hoạch 2024","number":"12","symbol":"KH/TU"%s,"obligations":[]}""".formatted(plan, facts));
    }

    private static List<String> recallsOf(UUID plan) {
        return TestWork.rows(
                "select recipient_subject || ' ' || title from notification where duty_id = ?1 and duty_kind = 'RECALL'",
                plan);
    }
}
