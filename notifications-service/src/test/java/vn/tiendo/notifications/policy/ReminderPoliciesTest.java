package vn.tiendo.notifications.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class ReminderPoliciesTest {

    /// A Saturday.
    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/reminder-policies";

    private KnownOrganisation province;
    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String leader;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        province = TestTree.aRoot();
        committee = TestTree.aChildOf(province);
        cell = TestTree.aChildOf(committee);
        leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, province);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_policy_is_made_read_audited_and_inherited_down_the_tree() {
        var made = make(leader, policy(province, -10, -2, 5));
        made.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("organisationId", is(province.id().toString()))
                .body("dayCount", is("CALENDAR"))
                .body("firesAt", is("08:00:00"))
                .body("validFrom", is("2024-04-01"))
                .body("rungs.rung", is(List.of("BEFORE_10", "BEFORE_2", "AFTER_5")))
                .body("rungs[2].tell[0].role", is("CELL_SECRETARY"));
        String id = made.path("id");
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        get(secretary, PATH + "/" + id).then().statusCode(200);
        get(secretary, PATH + "?organisation=" + cell.id())
                .then()
                .statusCode(200)
                .body("items[0].id", is(id))
                .body("items[1].rungs.daysFromDue", is(List.of(-14, -7, -3, -1, 0, 1, 3, 7)));
        assertThat(TestWork.rows("select action from audit_record where subject_id = ?1", UUID.fromString(id)))
                .containsExactly("make-reminder-policy");
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly("-10 PLANNED", "-2 PLANNED", "5 PLANNED"));
        assertThat(TestWork.rows("select distinct policy_id::text from reminder where duty_id = ?1", assignment.id))
                .containsExactly(id);
    }

    @Test
    void what_was_planned_before_is_planned_anew_and_what_was_sent_stays_sent() {
        TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        TestClock.setTo(LocalDateTime.of(2024, 4, 20, 9, 0));
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).contains("-14 FIRED"));
        var made = make(leader, policy(committee, -14, -10, -1));
        made.then().statusCode(201);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly(
                                "-14 FIRED",
                                "-10 PLANNED",
                                "-7 CANCELLED",
                                "-3 CANCELLED",
                                "-1 PLANNED",
                                "0 CANCELLED",
                                "1 CANCELLED",
                                "3 CANCELLED",
                                "7 CANCELLED"));
        end(leader, made.path("id"), "\"0\"", LocalDate.of(2024, 4, 26)).then().statusCode(200);
        // from the 27th of April on the shipped ladder holds again; the 10th day before is the 24th
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly(
                                "-14 FIRED",
                                "-10 PLANNED",
                                "-7 PLANNED",
                                "-3 PLANNED",
                                "-1 PLANNED",
                                "0 PLANNED",
                                "1 PLANNED",
                                "3 PLANNED",
                                "7 PLANNED"));
    }

    @Test
    void working_days_move_with_the_calendar() {
        var content = policy(province, -1, 1);
        content.put("dayCount", "WORKING");
        make(leader, content).then().statusCode(201);
        var assignment = anAssignment(cell, DUE).send();
        // before Saturday the 4th Friday the 3rd, after it Monday the 6th
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(firingDays(assignment.id)).containsExactly("-1 2024-05-03", "1 2024-05-06"));
        TestEvents.send("plans.calendar.v1", UUID.randomUUID().toString(), "plans.calendar.changed.v1", 0, """
                {"days":[{"date":"2024-05-03","kind":"DAY_OFF"},{"date":"2024-05-06","kind":"DAY_OFF"}]}""");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(firingDays(assignment.id)).containsExactly("-1 2024-05-02", "1 2024-05-07"));
        TestEvents.send(
                "plans.calendar.v1", UUID.randomUUID().toString(), "plans.calendar.changed.v1", 0, "{\"days\":[]}");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(firingDays(assignment.id)).containsExactly("-1 2024-05-03", "1 2024-05-06"));
    }

    @Test
    void for_one_kind_it_holds_for_that_kind_alone() {
        var content = policy(province, -2);
        content.put("obligationKind", "INDIVIDUAL_REGISTRATION");
        make(leader, content).then().statusCode(201);
        var assignment = anAssignment(cell, DUE).send();
        var registration = TestWork.aRegistration(UUID.randomUUID(), cell, DUE).send("OWED");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(remindersOf(registration.id, DUE)).containsExactly("-2 PLANNED"));
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
    }

    @Test
    void a_change_needs_the_newest_version_and_is_audited_with_what_was_before() {
        var made = make(leader, policy(committee, -2));
        String id = made.path("id");
        var change = Map.of("dayCount", "WORKING", "firesAt", "14:30", "rungs", rungs(-4, -2));
        change(leader, id, null, change).then().statusCode(428);
        change(leader, id, "\"7\"", change).then().statusCode(412);
        change(leader, id, "\"0\"", change)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("dayCount", is("WORKING"))
                .body("firesAt", is("14:30:00"))
                .body("rungs.daysFromDue", is(List.of(-4, -2)));
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 and state_before like '%CALENDAR%'"
                                + " and state_after like '%WORKING%'",
                        UUID.fromString(id)))
                .containsExactly("change-reminder-policy");
    }

    @Test
    void _409_when_it_has_ended_or_there_is_one_already() {
        var made = make(leader, policy(committee, -2));
        make(leader, policy(committee, -3))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-policy-per-kind-and-day"));
        end(leader, made.path("id"), "\"0\"", LocalDate.of(2024, 4, 2)).then().statusCode(200);
        TestClock.setTo(LocalDateTime.of(2024, 4, 3, 9, 0));
        change(leader, made.path("id"), "\"1\"", Map.of("dayCount", "CALENDAR", "rungs", rungs(-1)))
                .then()
                .statusCode(409)
                .body("type", is("/problems/reminder-policy-has-ended"));
    }

    @Test
    void _422_for_a_rung_that_stands_twice_a_role_that_cannot_be_told_and_an_end_before_the_beginning() {
        make(leader, policy(committee, -2, -2)).then().statusCode(422).body("type", is("/problems/rung-stands-twice"));
        var auditors = policy(committee, -2);
        auditors.put("rungs", List.of(Map.of("days", -2, "tell", List.of(Map.of("role", "AUDITOR", "level", 1)))));
        make(leader, auditors).then().statusCode(422).body("type", is("/problems/role-cannot-be-told"));
        var made = make(leader, policy(committee, -2));
        end(leader, made.path("id"), "\"0\"", LocalDate.of(2024, 3, 31))
                .then()
                .statusCode(422)
                .body("type", is("/problems/reminder-policy-ends-before-it-begins"));
    }

    @Test
    void _400_for_a_ladder_without_rungs_a_rung_that_tells_nobody_and_one_too_far_away() {
        var none = policy(committee);
        make(leader, none).then().statusCode(400);
        var nobody = policy(committee);
        nobody.put("rungs", List.of(Map.of("days", 1, "tell", List.of())));
        make(leader, nobody).then().statusCode(400);
        make(leader, policy(committee, -367)).then().statusCode(400);
    }

    @Test
    void _403_inside_reach_without_the_role_and_404_outside_of_it() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        make(officer, policy(committee, -2)).then().statusCode(403).body("type", is("/problems/role-required"));
        make(officer, policy(province, -2)).then().statusCode(404).body("type", is("/problems/organisation-not-found"));
        String id = make(leader, policy(committee, -2)).path("id");
        var stranger = TestTree.aHolderOf(Role.COMMITTEE_LEADER, TestTree.aRoot());
        get(stranger, PATH + "/" + id).then().statusCode(404).body("type", is("/problems/reminder-policy-not-found"));
        get(stranger, PATH).then().body("items.id", not(hasItems(id)));
        given().get(PATH).then().statusCode(401);
    }

    private static List<String> firingDays(UUID duty) {
        return TestWork.rows(
                "select rung || ' ' || to_char(fires_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') from reminder"
                        + " where duty_id = ?1 and status = 'PLANNED' order by rung",
                duty);
    }

    private static Map<String, Object> policy(KnownOrganisation organisation, int... days) {
        var content = new HashMap<String, Object>();
        content.put("organisationId", organisation.id());
        content.put("dayCount", "CALENDAR");
        content.put("rungs", rungs(days));
        return content;
    }

    private static List<Map<String, Object>> rungs(int... days) {
        return java.util.stream.IntStream.of(days)
                .mapToObj(day -> Map.<String, Object>of(
                        "days", day, "tell", List.of(Map.of("role", "CELL_SECRETARY", "level", 0))))
                .toList();
    }

    private static Response make(String subject, Map<String, Object> content) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .body(content)
                .post(PATH);
    }

    private static Response change(String subject, String id, @Nullable String ifMatch, Map<String, ?> content) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(content).put(PATH + "/" + id);
    }

    private static Response end(String subject, String id, String ifMatch, LocalDate lastDay) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(Map.of("lastDay", lastDay.toString()))
                .post(PATH + "/" + id + "/ending");
    }

    private static Response get(String subject, String path) {
        return given().auth().oauth2(Tokens.of(subject)).get(path);
    }
}
