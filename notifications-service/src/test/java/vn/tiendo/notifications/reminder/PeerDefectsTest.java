package vn.tiendo.notifications.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.aRegistration;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.notificationsAbout;
import static vn.tiendo.notifications.TestWork.recipientsOf;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.duty.Duty;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.duty.Outcome;

/// What the nearest peer gets wrong (D1 to D3), seen on a running server of it.
@QuarkusTest
class PeerDefectsTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ReminderPlanner planner;

    private KnownOrganisation province;
    private KnownOrganisation cell;
    private String secretary;

    @BeforeEach
    void before() {
        at(LocalDate.of(2024, 3, 1));
        province = TestTree.aRoot();
        cell = TestTree.aChildOf(province);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void d1_each_rung_of_30_7_1_0_1_7_fires_exactly_once_on_its_day() {
        var assignment = planned();
        for (int rung : new int[] {-30, -7, -1, 0, 1, 7}) {
            var before = notificationsAbout(assignment.id);
            at(DUE.plusDays(rung));
            await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == before + 1);
        }
        at(DUE.plusDays(60));
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 6);
        assertThat(TestWork.rows(
                        "select rung::text from notification where duty_id = ?1 order by position", assignment.id))
                .containsExactly("-30", "-7", "-1", "0", "1", "7");
        assertThat(remindersOf(assignment.id, DUE))
                .containsExactly("-30 FIRED", "-7 FIRED", "-1 FIRED", "0 FIRED", "1 FIRED", "7 FIRED");
    }

    @Test
    void d1_a_run_that_was_missed_is_caught_up_in_one_message_and_nothing_is_said_after_the_work_is_done() {
        var assignment = planned();
        at(DUE);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        assertThat(remindersOf(assignment.id, DUE))
                .containsExactly(
                        "-30 SUPERSEDED", "-7 SUPERSEDED", "-1 SUPERSEDED", "0 FIRED", "1 PLANNED", "7 PLANNED");
        assignment.with("accepted", true).send();
        await().atMost(SOON)
                .until(() -> remindersOf(assignment.id, DUE).containsAll(List.of("1 CANCELLED", "7 CANCELLED")));
        at(DUE.plusDays(8));
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
    }

    @Test
    void d2_a_campaign_in_which_nobody_has_entered_anything_reminds_everybody() {
        var campaign = UUID.randomUUID();
        TestWork.campaign(campaign, "Đăng ký 2024", "OPEN", 0);
        var members = new ArrayList<TestWork.Registration>();
        for (int i = 0; i < 12; i++) {
            var member = aRegistration(campaign, cell, DUE).contact("member-" + UUID.randomUUID(), "vi");
            members.add(member.send("OWED"));
        }
        members.forEach(member -> await().atMost(SOON)
                .until(() -> remindersOf(member.id, DUE).size() == 8
                        && !TestWork.rows("select language from member_contact where member_id = ?1", member.memberId)
                                .isEmpty()));
        at(DUE.minusDays(7));
        members.forEach(member ->
                await().atMost(SOON).until(() -> recipientsOf(member.id).size() == 1));
    }

    @Test
    void d3_a_thousand_units_are_planned_in_less_than_two_seconds() {
        var plan = Uuid7.next();
        var duties = IntStream.range(0, 1_000)
                .mapToObj(i -> duty(plan, i == 0 ? cell.id() : UUID.randomUUID()))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> planner.plan(List.of(duty(Uuid7.next(), cell.id()))));
        var began = System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> planner.plan(duties));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(TestWork.rows(
                        "select count(*)::text from reminder r join duty d on d.id = r.duty_id where d.plan_id = ?1",
                        plan))
                .containsExactly("8000");
    }

    @Test
    void d3_one_unit_that_is_late_is_told_to_nobody_but_itself_and_its_superior() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, province);
        var neighbour = TestTree.aHolderOf(Role.CELL_SECRETARY, TestTree.aChildOf(province));
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        at(DUE.plusDays(1));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(assignment.id)).containsExactlyInAnyOrder(secretary, officer));
        assertThat(TestWork.rows("select id::text from notification where recipient_subject = ?1", neighbour))
                .isEmpty();
    }

    private TestWork.Assignment planned() {
        var leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, province);
        given().auth()
                .oauth2(Tokens.of(leader))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "organisationId",
                        province.id(),
                        "dayCount",
                        "CALENDAR",
                        "rungs",
                        IntStream.of(-30, -7, -1, 0, 1, 7)
                                .mapToObj(days -> Map.of(
                                        "days", days, "tell", List.of(Map.of("role", "CELL_SECRETARY", "level", 0))))
                                .toList()))
                .post("/api/v1/reminder-policies")
                .then()
                .statusCode(201);
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 6);
        return assignment;
    }

    private static Duty duty(UUID plan, UUID organisation) {
        return new Duty(
                Uuid7.next(),
                DutyKind.ASSIGNMENT,
                plan,
                Uuid7.next(),
                null,
                null,
                organisation,
                "PERIODIC_REPORT",
                "Báo cáo",
                "2024",
                DUE,
                Days.endOf(DUE),
                Outcome.WAITING);
    }

    private static void at(LocalDate day) {
        TestClock.setTo(LocalDateTime.of(day, LocalTime.of(8, 0, 30)));
    }
}
