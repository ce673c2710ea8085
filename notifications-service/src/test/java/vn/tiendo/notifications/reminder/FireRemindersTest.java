package vn.tiendo.notifications.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.aRegistration;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.notificationsAbout;
import static vn.tiendo.notifications.TestWork.recipientsOf;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.KnownPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class FireRemindersTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String secretary;

    @BeforeEach
    void before() {
        at(LocalDate.of(2024, 4, 1), 9);
        committee = TestTree.aChildOf(TestTree.aRoot());
        cell = TestTree.aChildOf(committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_rung_fires_when_its_moment_comes_and_not_before() {
        var assignment = planned();
        at(DUE.minusDays(14), 7);
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 0);
        at(DUE.minusDays(14), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        assertThat(remindersOf(assignment.id, DUE)).startsWith("-14 FIRED", "-7 PLANNED");
        assertThat(recipientsOf(assignment.id)).containsExactly(secretary);
    }

    /// Whoever plans anew while the day moves may bring reminders of the former day back to life.
    @Test
    void nobody_is_reminded_of_a_former_day_and_what_is_left_of_it_silences_no_rung_of_the_new_one() {
        var assignment = planned();
        var later = DUE.plusDays(14);
        assignment.dueOn(later).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, later).size() == 8);
        TestWork.execute(
                "update reminder set status = 'PLANNED' where duty_id = ?1 and due_day = ?2", assignment.id, DUE);
        at(DUE, 8);
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).contains("0 CANCELLED"));
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) > 0);
        assertThat(TestWork.rows("select rung || ' ' || due_day from notification where duty_id = ?1", assignment.id))
                .containsExactly("-14 " + later);
    }

    @Test
    void secretaries_and_officers_of_the_debtor_are_told_and_leaders_and_members_are_not() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, cell);
        TestTree.aHolderOf(Role.COMMITTEE_LEADER, cell);
        TestTree.aHolderOf(Role.MEMBER, cell);
        TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        TestTree.put(new KnownPost(
                Uuid7.next(),
                cell.id(),
                Role.CELL_SECRETARY,
                Tokens.ISSUER,
                "former-secretary-" + cell.id(),
                TestTree.LONG_AGO,
                DUE.minusDays(15),
                null));
        var assignment = planned();
        at(DUE.minusDays(14), 8);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(assignment.id)).containsExactlyInAnyOrder(secretary, officer));
    }

    @Test
    void once_the_day_is_over_the_officer_of_the_superior_is_told_too() {
        var superior = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
        var assignment = planned();
        at(DUE.plusDays(1), 8);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(assignment.id)).containsExactlyInAnyOrder(secretary, superior));
        assertThat(TestWork.rows("select text from notification where duty_id = ?1 and escalated", assignment.id))
                .singleElement()
                .asString()
                .isEqualTo("Đơn vị trực thuộc " + cell.name()
                        + " đã quá hạn 1 ngày: Báo cáo 6 tháng đầu năm (2024). Ngày cuối còn đúng hạn là 04/05/2024.");
    }

    @Test
    void a_person_with_two_posts_is_told_once() {
        TestTree.give(secretary, Role.COMMITTEE_OFFICER, cell);
        TestTree.give(secretary, Role.COMMITTEE_OFFICER, committee);
        var assignment = planned();
        at(DUE.plusDays(1), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) > 0);
        assertThat(recipientsOf(assignment.id)).containsExactly(secretary);
        assertThat(TestWork.rows("select escalated::text from notification where duty_id = ?1", assignment.id))
                .containsExactly("false");
    }

    @Test
    void after_downtime_only_the_newest_missed_rung_fires() {
        var assignment = planned();
        at(DUE.plusDays(2), 12);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly(
                                "-14 SUPERSEDED",
                                "-7 SUPERSEDED",
                                "-3 SUPERSEDED",
                                "-1 SUPERSEDED",
                                "0 SUPERSEDED",
                                "1 FIRED",
                                "3 PLANNED",
                                "7 PLANNED"));
        assertThat(TestWork.rows("select title from notification where duty_id = ?1", assignment.id))
                .containsExactly("Quá hạn 2 ngày: báo cáo định kỳ");
    }

    @Test
    void a_clock_that_was_wrong_and_is_set_back_loses_nothing_and_repeats_nothing() {
        var assignment = planned();
        at(DUE.plusDays(2), 12);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        at(DUE.minusDays(10), 9);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly(
                                "-14 SUPERSEDED",
                                "-7 PLANNED",
                                "-3 PLANNED",
                                "-1 PLANNED",
                                "0 PLANNED",
                                "1 FIRED",
                                "3 PLANNED",
                                "7 PLANNED"));
        at(DUE.minusDays(7), 9);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 2);
    }

    @Test
    void what_is_done_before_the_rung_is_not_reminded_of_and_what_was_said_is_marked_resolved() {
        var assignment = planned();
        at(DUE.minusDays(14), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        assignment.with("receivedAt", "2024-04-21T03:00:00Z").send();
        await().atMost(SOON)
                .until(() ->
                        TestWork.rows("select resolved_at::text from notification where duty_id = ?1", assignment.id)
                                        .getFirst()
                                != null);
        at(DUE.plusDays(7), 9);
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
    }

    @Test
    void all_events_sent_again_from_the_beginning_tell_nobody_a_second_time() {
        var assignment = planned();
        at(DUE.minusDays(3), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        assertThat(TestWork.execute("delete from inbox where aggregateid = ?1", assignment.id.toString()))
                .isEqualTo(1);
        assignment.sendAs(0);
        await().atMost(SOON)
                .until(() -> !TestWork.rows(
                                "select aggregateid from inbox where aggregateid = ?1", assignment.id.toString())
                        .isEmpty());
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        assertThat(remindersOf(assignment.id, DUE)).contains("-3 FIRED").hasSize(8);
    }

    @Test
    void a_projection_rebuilt_from_nothing_tells_nobody_a_second_time() {
        var assignment = planned();
        at(DUE.minusDays(3), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        TestWork.execute("delete from inbox where aggregateid = ?1", assignment.id.toString());
        TestWork.execute("delete from duty where id = ?1", assignment.id);
        assignment.sendAs(0);
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", assignment.id)
                        .isEmpty());
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
    }

    @Test
    void a_vacant_post_that_is_filled_soon_after_is_still_told() {
        var vacant = TestTree.aChildOf(committee);
        var assignment = anAssignment(vacant, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        at(DUE.minusDays(14), 8);
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).contains("-14 UNADDRESSED"));
        var newSecretary = TestTree.aHolderOf(Role.CELL_SECRETARY, vacant);
        TestWork.execute("update reminder set retry_at = now() where duty_id = ?1 and rung = -14", assignment.id);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recipientsOf(assignment.id)).containsExactly(newSecretary));
    }

    @Test
    void a_member_is_told_in_its_language_and_erased_with_its_contact() {
        var campaign = UUID.randomUUID();
        TestWork.campaign(campaign, "Đăng ký học tập và làm theo Bác năm 2024", "OPEN", 0);
        var subject = "member-" + UUID.randomUUID();
        var registration = aRegistration(campaign, cell, DUE).contact(subject, "en");
        registration.send("OWED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).size() == 8);
        at(DUE, 8);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recipientsOf(registration.id)).containsExactly(subject));
        assertThat(TestWork.rows("select title from notification where duty_id = ?1", registration.id))
                .containsExactly("Due today: Đăng ký học tập và làm theo Bác năm 2024");
        registration.eraseContact();
        await().atMost(SOON).until(() -> notificationsAbout(registration.id) == 0);
        assertThat(TestWork.rows(
                        "select holder_subject from member_contact where member_id = ?1", registration.memberId))
                .isEmpty();
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> notificationsAbout(registration.id) == 0);
    }

    @Test
    void the_language_of_the_own_preferences_goes_before_all_others_and_is_erased_with_the_contact() {
        TestWork.campaign(UUID.randomUUID(), "Đăng ký", "OPEN", 0);
        var subject = "member-" + UUID.randomUUID();
        var registration = aRegistration(UUID.randomUUID(), cell, DUE).contact(subject, "vi");
        for (var person : List.of(subject, secretary)) {
            given().auth()
                    .oauth2(Tokens.of(person))
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("language", "en"))
                    .put("/api/v1/preferences")
                    .then()
                    .statusCode(200);
        }
        registration.send("OWED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).size() == 8);
        var assignment = planned();
        at(DUE, 8);
        for (var duty : List.of(registration.id, assignment.id)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    TestWork.rows("select language from notification where duty_id = ?1", duty))
                            .containsExactly("en"));
        }
        registration.eraseContact();
        await().atMost(SOON)
                .until(() -> TestWork.rows("select id::text from personal_preference where subject = ?1", subject)
                        .isEmpty());
    }

    @Test
    void each_delivery_is_reported_without_naming_anybody() {
        var assignment = planned();
        at(DUE.minusDays(14), 8);
        await().atMost(SOON).until(() -> notificationsAbout(assignment.id) == 1);
        var id = TestWork.rows("select id::text from notification where duty_id = ?1", assignment.id)
                .getFirst();
        await().atMost(SOON)
                .until(() -> !TestEvents.on("notifications.delivery.v1", id).isEmpty());
        var record = TestEvents.on("notifications.delivery.v1", id).getFirst();
        assertThat(TestEvents.header(record, "ce_type")).isEqualTo("notifications.delivery.delivered.v1");
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .contains("\"assignmentId\":\"" + assignment.id + "\"", "\"channel\":\"INBOX\"", "\"BEFORE_14\"")
                .doesNotContain(secretary, Tokens.ISSUER, "Báo cáo");
    }

    private TestWork.Assignment planned() {
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        return assignment;
    }

    private static void at(LocalDate day, int hour) {
        TestClock.setTo(LocalDateTime.of(day, LocalTime.of(hour, 0, 30)));
    }
}
