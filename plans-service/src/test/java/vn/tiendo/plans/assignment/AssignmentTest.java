package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// What is owed, and how facts and superiors settle it.
@QuarkusTest
class AssignmentTest {

    private static final LocalDateTime IN_MARCH = LocalDateTime.of(2024, 3, 13, 8, 0);

    private Unit province;
    private Unit board;
    private Unit committee;
    private String officer;
    private String leader;
    private UUID plan;

    @BeforeEach
    void issueInMarch() {
        TestClock.setTo(IN_MARCH);
        province = aProvince();
        board = aUnit(province.id(), "ADVISORY_BOARD");
        committee = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        leader = aHolder("COMMITTEE_LEADER", province.id());
        var meetings = anObligation("M", "THEMATIC_MEETING", named(committee.id()), null);
        meetings.put("counts", Map.of("minCount", 2, "targetCount", 3, "perPeriod", "YEAR"));
        var report = anObligation("R", "PERIODIC_REPORT", named(committee.id()), before(LocalDate.of(2024, 5, 5)));
        report.put("viaOrganisationId", board.id());
        report.put("recipientIsParent", true);
        plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        meetings,
                        report,
                        anObligation("T", "STUDY_MATERIAL", named(committee.id()), before(LocalDate.of(2024, 4, 1))),
                        anObligation(
                                "I",
                                "INDIVIDUAL_REGISTRATION",
                                named(committee.id()),
                                before(LocalDate.of(2024, 4, 10)))));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void overdue_is_a_matter_of_the_clock() {
        assertThat(of("R").get("standing")).isEqualTo("AWAITED");
        TestClock.setTo(LocalDateTime.of(2024, 5, 4, 23, 59, 58));
        assertThat(of("R").get("standing")).isEqualTo("AWAITED");
        TestClock.setTo(LocalDateTime.of(2024, 5, 5, 0, 0));
        assertThat(of("R").get("standing")).isEqualTo("OVERDUE");
    }

    @Test
    void the_recipient_is_the_superior_and_the_via_body_sees_it() {
        assertThat(of("R").get("recipientOrganisationId"))
                .isEqualTo(province.id().toString());
        get(aHolder("COMMITTEE_OFFICER", board.id()), "/api/v1/assignments/" + of("R").get("id"))
                .then()
                .statusCode(200);
        get(aHolder("COMMITTEE_OFFICER", board.id()), "/api/v1/assignments/" + of("T").get("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void two_meetings_of_the_year_fulfil_what_is_counted_per_year() {
        var secretary = aHolder("CELL_SECRETARY", committee.id());
        hold(secretary, "2024-02-20").then().statusCode(201);
        assertThat(of("M").get("standing")).isEqualTo("UNDATED");
        var second = hold(secretary, "2024-03-12");
        assertThat(of("M").get("standing")).isEqualTo("DONE");
        command(
                        secretary,
                        "/api/v1/activities/" + second.path("id") + "/cancellation",
                        second.header("ETag"),
                        Map.of("reason", "Ghi nhầm"))
                .then()
                .statusCode(200);
        assertThat(of("M").get("standing")).isEqualTo("UNDATED");
        hold(secretary, "2024-03-14").then().statusCode(422).body("type", is("/problems/held-in-the-future"));
    }

    @Test
    void a_report_that_came_in_on_time_is_done_however_late_it_is_accepted() {
        var id = (String) of("R").get("id");
        report(id, 1, "SUBMITTED", "2024-05-04T16:59:59Z", null);
        await(id, "SUBMITTED");
        report(id, 2, "ACCEPTED", "2024-05-04T16:59:59Z", null);
        await(id, "DONE");
    }

    @Test
    void a_report_that_came_in_one_second_late_is_done_late() {
        var id = (String) of("R").get("id");
        report(id, 1, "ACCEPTED", "2024-05-04T17:00:00Z", null);
        await(id, "DONE_LATE");
    }

    @Test
    void a_returned_report_corrected_in_time_stays_on_time() {
        var id = (String) of("R").get("id");
        report(id, 1, "SUBMITTED", "2024-05-04T08:00:00Z", null);
        report(id, 2, "RETURNED", "2024-05-04T08:00:00Z", "2024-05-13T17:00:00Z");
        TestClock.setTo(LocalDateTime.of(2024, 5, 10, 9, 0));
        await(id, "AWAITED");
        report(id, 3, "ACCEPTED", "2024-05-10T02:00:00Z", null);
        await(id, "DONE");
    }

    @Test
    void events_and_history_say_what_became_of_it() {
        var id = (String) of("R").get("id");
        report(id, 1, "SUBMITTED", "2024-05-03T08:00:00Z", null);
        await(id, "SUBMITTED");
        report(id, 2, "RETURNED", "2024-05-03T08:00:00Z", "2024-05-13T17:00:00Z");
        await(id, "AWAITED");
        report(id, 3, "SUBMITTED", "2024-05-04T08:00:00Z", "2024-05-13T17:00:00Z");
        await(id, "SUBMITTED");
        report(id, 4, "ACCEPTED", "2024-05-04T08:00:00Z", "2024-05-13T17:00:00Z");
        await(id, "DONE");
        assertThat(get(officer, "/api/v1/assignments/" + id + "/history")
                        .jsonPath()
                        .<String>getList("items.what"))
                .containsExactly("opened", "submitted", "reopened", "submitted", "fulfilled");
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(TestEvents.on("plans.assignment.v1", id))
                        .extracting(event -> TestEvents.header(event, "ce_type"))
                        .containsExactly(
                                "plans.assignment.opened.v1",
                                "plans.assignment.submitted.v1",
                                "plans.assignment.reopened.v1",
                                "plans.assignment.submitted.v1",
                                "plans.assignment.fulfilled.v1"));
    }

    @Test
    void a_late_or_repeated_state_of_a_report_changes_nothing() {
        var id = (String) of("R").get("id");
        report(id, 5, "ACCEPTED", "2024-05-01T08:00:00Z", null);
        await(id, "DONE");
        report(id, 4, "RETURNED", "2024-05-01T08:00:00Z", "2024-05-13T17:00:00Z");
        report(id, 5, "ACCEPTED", "2024-05-01T08:00:00Z", null);
        report((String) of("I").get("id"), 1, "DRAFT", null, null);
        assertThat(of("R").get("standing")).isEqualTo("DONE");
    }

    @Test
    void registrations_settle_only_when_complete() {
        var id = (String) of("I").get("id");
        summary(id, 1, null);
        summary(id, 2, "2024-04-09T10:00:00Z");
        await(id, "DONE");
    }

    /// Told late, because the topic was far behind: that nobody owed one was found in time.
    @Test
    void an_empty_roster_is_done_as_of_when_that_was_found() {
        var id = (String) of("I").get("id");
        TestClock.setTo(LocalDateTime.of(2024, 4, 20, 8, 0));
        TestEvents.send(
                "registrations.unit-summary.v1",
                id,
                "registrations.unit-summary.changed.v1",
                1,
                json(Map.of("assignmentId", id, "owes", 0, "completedAt", "2024-04-01T02:00:00Z")));
        await(id, "DONE");
    }

    @Test
    void a_committee_officer_marks_by_hand_what_no_fact_shows_with_a_reason() {
        var id = of("T").get("id");
        var tag = get(officer, "/api/v1/assignments/" + id).header("ETag");
        command(officer, "/api/v1/assignments/" + id + "/fulfilment", tag, Map.of("reason", " "))
                .then()
                .statusCode(400);
        command(officer, "/api/v1/assignments/" + id + "/fulfilment", tag, Map.of("reason", "Đã nhận tài liệu"))
                .then()
                .statusCode(200)
                .body("standing", is("DONE"))
                .body("reason", is("Đã nhận tài liệu"));
        command(leader, "/api/v1/assignments/" + id + "/waiver", "*", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-settled"));
    }

    @Test
    void registrations_and_reports_are_never_marked_by_hand() {
        command(officer, "/api/v1/assignments/" + of("R").get("id") + "/fulfilment", "*", Map.of("reason", "x"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/fulfilled-by-facts"));
    }

    @Test
    void a_debtor_lets_nobody_off_least_of_all_itself() {
        var own = aHolder("COMMITTEE_LEADER", committee.id());
        command(own, "/api/v1/assignments/" + of("T").get("id") + "/waiver", "*", Map.of("reason", "x"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        command(officer, "/api/v1/assignments/" + of("T").get("id") + "/waiver", "*", Map.of("reason", "x"))
                .then()
                .statusCode(403);
        command(leader, "/api/v1/assignments/" + of("T").get("id") + "/waiver", "*", Map.of("reason", "Giải thể"))
                .then()
                .statusCode(200)
                .body("standing", is("WAIVED"));
    }

    @Test
    void an_extension_moves_the_day_and_only_forward() {
        var path = "/api/v1/assignments/" + of("T").get("id") + "/extension";
        command(leader, path, "*", Map.of("lastDay", "2024-03-31", "reason", "x"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/extension-not-later"));
        command(leader, path, "*", Map.of("lastDay", "2024-04-15", "reason", "Mưa lũ"))
                .then()
                .statusCode(200)
                .body("dueAt", is("2024-04-15T17:00:00Z"));
        get(officer, "/api/v1/assignments/" + of("T").get("id") + "/explanation")
                .then()
                .statusCode(200)
                .body("movedByHand", is(true))
                .body("reading.lastDay", is("2024-03-31"));
    }

    @Test
    void a_stranger_and_a_sibling_see_nothing() {
        var sibling = aHolder(
                "COMMITTEE_LEADER", aUnit(province.id(), "GRASSROOTS_COMMITTEE").id());
        var stranger = aHolder("COMMITTEE_LEADER", aProvince().id());
        for (var outsider : List.of(sibling, stranger)) {
            get(outsider, "/api/v1/assignments/" + of("T").get("id"))
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/assignment-not-found"));
            assertThat(assignments(outsider, "plan=" + plan)).isEmpty();
        }
    }

    @Test
    void pages_by_due_instant_repeat_nothing_and_leave_nothing_out() {
        var seen = new ArrayList<Object>();
        var next = "/api/v1/assignments?limit=1&plan=" + plan;
        while (next != null) {
            var page = get(officer, next);
            seen.addAll(page.jsonPath().getList("items.dueDay"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly("2024-03-31", "2024-04-09", "2024-05-04", null);
    }

    @Test
    void a_closed_plan_owes_nothing_more_and_keeps_what_was_done() {
        var done = of("T").get("id");
        command(officer, "/api/v1/assignments/" + done + "/fulfilment", "*", Map.of("reason", "Xong"));
        var path = "/api/v1/plans/" + plan;
        command(leader, path + "/closure", get(leader, path).header("ETag"), null)
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> of("R").get("standing").equals("WAIVED"));
        assertThat(of("T").get("standing")).isEqualTo("DONE");
    }

    private Map<String, Object> of(String code) {
        var kinds = Map.of(
                "M", "THEMATIC_MEETING", "R", "PERIODIC_REPORT", "T", "STUDY_MATERIAL", "I", "INDIVIDUAL_REGISTRATION");
        return assignments(officer, "plan=" + plan + "&kind=" + kinds.get(code)).getFirst();
    }

    private io.restassured.response.Response hold(String secretary, String day) {
        return post(
                secretary,
                "/api/v1/activities",
                Map.of(
                        "organisationId",
                        committee.id(),
                        "kind",
                        "THEMATIC_MEETING",
                        "heldOn",
                        day,
                        "attendance",
                        12,
                        "obligationIds",
                        List.of(of("M").get("obligationId"))));
    }

    private void report(String assignment, long sequence, String status, String submittedAt, String returnedUntil) {
        var data = new HashMap<String, Object>(Map.of("assignmentId", assignment, "status", status));
        if (submittedAt != null) {
            data.put("submittedAt", submittedAt);
        }
        if (returnedUntil != null) {
            data.put("returnedUntil", returnedUntil);
        }
        TestEvents.send("reporting.report.v1", assignment, "reporting.report.changed.v1", sequence, json(data));
    }

    private void summary(String assignment, long sequence, String completedAt) {
        var data = new HashMap<String, Object>(Map.of("assignmentId", assignment, "owes", 3));
        if (completedAt != null) {
            data.put("completedAt", completedAt);
            data.put("lastReceivedAt", completedAt);
        }
        TestEvents.send(
                "registrations.unit-summary.v1",
                assignment,
                "registrations.unit-summary.changed.v1",
                sequence,
                json(data));
    }

    private static String json(Map<String, Object> data) {
        return new io.vertx.core.json.JsonObject(data).encode();
    }

    private void await(String assignment, String standing) {
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> get(officer, "/api/v1/assignments/" + assignment)
                        .path("standing")
                        .equals(standing));
    }
}
