package vn.tiendo.notifications.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.notifications.TestWork.aRegistration;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class ReminderPreviewsTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private KnownOrganisation sibling;
    private String officer;
    private String secretary;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        committee = TestTree.aRoot();
        cell = TestTree.aChildOf(committee);
        sibling = TestTree.aChildOf(committee);
        officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void it_tells_who_would_be_reminded_of_what_and_why_without_naming_accounts() {
        var assignment = anAssignment(cell, DUE);
        TestEvents.send("plans.plan.v1", assignment.planId.toString(), "plans.plan.issued.v1", 0, """
                {"id":"%s","organisationId":"%s","title":"Kế hoạch 2024","number":"12","symbol":"KH/TU",
                 "obligations":[{"id":"%s","subject":"Báo cáo 6 tháng",
                   "deadline":{"type":"BEFORE_DATE","raw":"trước 05/5","date":"2024-05-05","exclusive":true,
                               "reading":"ngày 05/5 không tính"}}]}""".formatted(
                        assignment.planId, committee.id(), assignment.obligationId));
        assignment.send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        await().atMost(SOON)
                .until(() -> !TestWork.rows(
                                "select deadline_type from known_obligation where id = ?1", assignment.obligationId)
                        .isEmpty());
        preview(officer, "2024-05-01&plan=" + assignment.planId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", is("PLANNED"))
                .body("items[0].rung", is("BEFORE_3"))
                .body("items[0].daysFromDue", is(-3))
                .body("items[0].firesAt", is("2024-05-01T01:00:00Z"))
                .body("items[0].assignmentId", is(assignment.id.toString()))
                .body("items[0].organisationId", is(cell.id().toString()))
                .body("items[0].dueDay", is("2024-05-04"))
                .body("items[0].dueAt", is("2024-05-04T17:00:00Z"))
                .body("items[0].deadline.type", is("BEFORE_DATE"))
                .body("items[0].deadline.phrase", is("trước 05/5"))
                .body("items[0].deadline.reading", is("ngày 05/5 không tính"))
                .body("items[0].title", is("Còn 3 ngày: báo cáo định kỳ"))
                .body(
                        "items[0].text",
                        is(cell.name() + " còn 3 ngày để hoàn thành: Báo cáo 6 tháng đầu năm (2024), theo văn bản số"
                                + " 12-KH/TU. Ngày cuối còn đúng hạn: 04/05/2024."))
                .body("items[0].recipients", hasSize(1))
                .body("items[0].recipients[0].role", is("CELL_SECRETARY"))
                .body("items[0].recipients[0].level", is(0))
                .body("items[0].recipients[0].organisationId", is(cell.id().toString()))
                .body(not(containsString(secretary)));
        preview(officer, "2024-05-05&plan=" + assignment.planId)
                .then()
                .body("items[0].rung", is("AFTER_1"))
                .body("items[0].recipients.role", is(List.of("CELL_SECRETARY", "COMMITTEE_OFFICER")))
                .body("items[0].recipients.escalated", is(List.of(false, true)));
        preview(officer, "2024-05-02&plan=" + assignment.planId).then().body("items", empty());
    }

    @Test
    void a_member_is_named_by_its_id_only() {
        var registration = aRegistration(UUID.randomUUID(), cell, DUE).contact("member-x", "vi");
        registration.send("OWED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).size() == 8);
        await().atMost(SOON)
                .until(() -> !TestWork.rows(
                                "select language from member_contact where member_id = ?1", registration.memberId)
                        .isEmpty());
        preview(secretary, "2024-05-04&plan=" + registration.planId)
                .then()
                .body("items[0].kind", is("REGISTRATION"))
                .body("items[0].registrationId", is(registration.id.toString()))
                .body("items[0].recipients[0].memberId", is(registration.memberId.toString()))
                .body(not(containsString("member-x")))
                .body(not(containsString("example.vn")));
    }

    @Test
    void each_sees_what_lies_in_reach_and_no_more() {
        var here = anAssignment(cell, DUE).send();
        var there = anAssignment(sibling, DUE).send();
        await().atMost(SOON)
                .until(() -> remindersOf(here.id, DUE).size() == 8
                        && remindersOf(there.id, DUE).size() == 8);
        var both = new String[] {here.id.toString(), there.id.toString()};
        var leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
        var auditor = TestTree.aHolderOf(Role.AUDITOR, committee);
        var administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, committee);
        for (var subject : List.of(officer, leader, auditor, administrator)) {
            assertThat(assignments(subject, "2024-05-04")).as(subject).containsExactlyInAnyOrder(both);
        }
        assertThat(assignments(secretary, "2024-05-04")).containsExactly(here.id.toString());
        assertThat(assignments(TestTree.aHolderOf(Role.MEMBER, committee), "2024-05-04"))
                .isEmpty();
        assertThat(assignments(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, TestTree.aRoot()), "2024-05-04"))
                .isEmpty();
        assertThat(assignments("stranger", "2024-05-04")).isEmpty();
        assertThat(assignments(officer, "2024-05-04&organisation=" + sibling.id()))
                .containsExactly(there.id.toString());
        assertThat(assignments(officer, "2024-05-04&organisation=" + committee.id()))
                .containsExactlyInAnyOrder(both);
    }

    @Test
    void _404_for_an_organisation_out_of_reach_or_unknown() {
        preview(secretary, "2024-05-04&organisation=" + sibling.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        preview(secretary, "2024-05-04&organisation=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
    }

    @Test
    void _400_without_a_day_or_with_one_that_is_none() {
        given().auth()
                .oauth2(Tokens.of(officer))
                .get("/api/v1/reminder-previews")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("on"));
        preview(officer, "2024-02-30").then().statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            all.add(anAssignment(cell, DUE).send().id.toString());
            all.add(anAssignment(sibling, DUE).send().id.toString());
        }
        all.forEach(id -> await().atMost(SOON)
                .until(() -> remindersOf(UUID.fromString(id), DUE).size() == 8));
        var read = new ArrayList<String>();
        var next = "/api/v1/reminder-previews?on=2024-05-04&limit=2";
        while (next != null) {
            var page = given().auth()
                    .oauth2(Tokens.of(officer))
                    .urlEncodingEnabled(false)
                    .get(next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.assignmentId", String.class));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<String> assignments(String subject, String query) {
        var answer = preview(subject, query);
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items.assignmentId", String.class);
    }

    private static Response preview(String subject, String query) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .urlEncodingEnabled(false)
                .get("/api/v1/reminder-previews?on=" + query);
    }
}
