package vn.tiendo.notifications.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.notificationsAbout;
import static vn.tiendo.notifications.TestWork.remindersOf;
import static vn.tiendo.notifications.TestWork.rows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork.Assignment;

/// An answer stops the chain of reminders for whoever gave it, or sends it upward.
@QuarkusTest
class AnswerRemindersTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String secretary;
    private Assignment assignment;

    @BeforeEach
    void remindFourteenDaysBefore() {
        at(LocalDate.of(2024, 4, 1));
        committee = TestTree.aChildOf(TestTree.aRoot());
        cell = TestTree.aChildOf(committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        at(DUE.minusDays(14));
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void who_has_received_it_hears_nothing_more_until_the_day_is_over() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, cell);
        answer(Map.of("kind", "RECEIVED"));
        at(DUE.minusDays(7));
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).contains("-7 FIRED"));
        assertThat(rows("select recipient_subject from notification where duty_id = ?1 and rung = -7", assignment.id))
                .containsExactly(officer);
        at(DUE.plusDays(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(
                                "select recipient_subject from notification where duty_id = ?1 and rung = 1"
                                        + " and not escalated order by 1",
                                assignment.id))
                        .containsExactlyInAnyOrder(secretary, officer));
    }

    @Test
    void a_day_that_moves_is_told_again_to_who_had_received_the_old_one() {
        answer(Map.of("kind", "RECEIVED"));
        assignment.dueOn(DUE.plusDays(10)).send();
        at(DUE.plusDays(3));
        await().atMost(SOON)
                .until(() -> rows(
                                        "select id::text from notification where duty_id = ?1 and due_day = date '2024-05-14'",
                                        assignment.id)
                                .size()
                        == 1);
    }

    @Test
    void cannot_do_goes_to_the_officer_of_the_superior_at_once_and_with_its_reason() {
        var superior = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
        answer(Map.of("kind", "CANNOT_DO", "reason", "Bí thư nghỉ ốm"));
        assertThat(rows(
                        "select recipient_subject from notification where duty_id = ?1 and duty_kind = 'CANNOT_DO'",
                        assignment.id))
                .containsExactly(superior);
        assertThat(rows("select text from notification where duty_id = ?1 and duty_kind = 'CANNOT_DO'", assignment.id))
                .containsExactly(cell.name()
                        + " trả lời không thực hiện được: Báo cáo 6 tháng đầu năm (2024). Ngày cuối còn đúng hạn là"
                        + " 04/05/2024. Lý do: Bí thư nghỉ ốm");
    }

    @Test
    void where_there_is_no_officer_above_the_leader_hears_and_where_there_is_nobody_the_answer_stands() {
        answer(Map.of("kind", "CANNOT_DO", "reason", "x"));
        assertThat(rows(
                        "select id::text from notification where duty_id = ?1 and duty_kind = 'CANNOT_DO'",
                        assignment.id))
                .isEmpty();
        var leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
        var other = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> notificationsAbout(other.id) == 1);
        answer(other.id, Map.of("kind", "CANNOT_DO", "reason", "x"));
        assertThat(rows(
                        "select recipient_subject from notification where duty_id = ?1 and duty_kind = 'CANNOT_DO'",
                        other.id))
                .containsExactly(leader);
    }

    private void answer(Map<String, String> body) {
        answer(assignment.id, body);
    }

    private void answer(UUID duty, Map<String, String> body) {
        var id = rows(
                        "select id::text from notification where duty_id = ?1 and recipient_subject = '" + secretary
                                + "'",
                        duty)
                .getFirst();
        given().auth()
                .oauth2(Tokens.of(secretary))
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/notifications/" + id + "/acknowledgement")
                .then()
                .statusCode(200);
    }

    private static void at(LocalDate day) {
        TestClock.setTo(LocalDateTime.of(day, LocalTime.of(8, 0)));
    }
}
