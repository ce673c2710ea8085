package vn.tiendo.plans.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;
import vn.tiendo.plans.StatementsOfRequests;

@QuarkusTest
class RecordActivityTest {

    private Unit province;
    private Unit cell;
    private String secretary;

    @BeforeEach
    void a_province_with_a_cell() {
        TestClock.setTo(LocalDateTime.of(2024, 7, 15, 9, 0));
        province = aProvince();
        cell = aUnit(province.id(), "GRASSROOTS_CELL");
        secretary = aHolder("CELL_SECRETARY", cell.id());
    }

    @AfterEach
    void back_to_now() {
        TestClock.setBack();
    }

    /// "ít nhất 01 lần/quý, phấn đấu 02": the least fulfils, the target is shown, each quarter on its own.
    @Test
    void each_quarter_owes_the_count_again_and_the_least_fulfils() {
        var meetings = quarterlyMeetings();
        held("2024-02-10", meetings).then().statusCode(201).body("counts[0].occurrence", is("2024-Q1"));
        var second = held("2024-05-10", meetings);
        second.then()
                .statusCode(201)
                .body("status", is("HELD"))
                .body("counts[0].occurrence", is("2024-Q2"))
                .body("counts[0].recorded", is(1))
                .body("counts[0].required", is(1))
                .body("counts[0].target", is(2));
        assertThat(standings(meetings))
                .isEqualTo(Map.of("2024-Q1", "DONE", "2024-Q2", "DONE", "2024-Q3", "UNDATED", "2024-Q4", "UNDATED"));
    }

    @Test
    void a_corrected_day_moves_the_count_to_its_period_and_the_old_record_is_kept() {
        var meetings = quarterlyMeetings();
        var first = held("2024-02-10", meetings);
        var right = content("THEMATIC_MEETING", meetings);
        right.put("heldOn", "2024-04-02");
        right.put("attendance", 21);
        var corrected = command(
                secretary,
                "/api/v1/activities/" + first.path("id") + "/correction",
                first.header("ETag"),
                Map.of("reason", "Nhầm tháng", "activity", right));
        corrected
                .then()
                .statusCode(200)
                .body("status", is("CORRECTED"))
                .body("heldOn", is("2024-04-02"))
                .body("counts[0].occurrence", is("2024-Q2"));
        assertThat(standings(meetings)).containsEntry("2024-Q1", "UNDATED").containsEntry("2024-Q2", "DONE");
        get(secretary, "/api/v1/activities/" + first.path("id") + "/corrections")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", is("Nhầm tháng"))
                .body("items[0].before.heldOn", is("2024-02-10"))
                .body("items[0].before.attendance", is(12));
    }

    /// The number of those present is put right in July: that the session was recorded in time stays so.
    @Test
    void what_is_put_right_after_the_day_stays_as_timely_as_it_was() {
        var march = Map.of("type", "WITHIN_PERIOD", "from", "2024-03-01", "to", "2024-03-31");
        var plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation("A", "STUDY_SESSION", named(cell.id()), march),
                        anObligation("B", "STUDY_SESSION", named(cell.id()), march)));
        var codes = get(secretary, "/api/v1/plans/" + plan + "/obligations").jsonPath();
        var first = UUID.fromString(codes.get("items.find { it.code == 'A' }.id"));
        var second = UUID.fromString(codes.get("items.find { it.code == 'B' }.id"));
        TestClock.setTo(LocalDateTime.of(2024, 3, 21, 9, 0));
        var session = content("STUDY_SESSION", first);
        session.put("heldOn", "2024-03-20");
        session.put("attendance", 40);
        String id = post(secretary, "/api/v1/activities", session).path("id");
        TestClock.setTo(LocalDateTime.of(2024, 7, 15, 9, 0));
        session.put("attendance", 41);
        session.put("heldOn", "2024-03-19");
        correct(id, session).then().statusCode(200).body("attendance", is(41));
        assertThat(assignments(secretary, "obligation=" + first).getFirst())
                .containsEntry("standing", "DONE")
                .containsEntry("recordedCount", 1)
                .hasEntrySatisfying("receivedAt", at -> assertThat((String) at).startsWith("2024-03-21T02:00:"));
        session.put("obligationIds", List.of(second));
        correct(id, session).then().statusCode(200);
        assertThat(standings(first)).containsValue("OVERDUE");
        assertThat(assignments(secretary, "obligation=" + second).getFirst())
                .containsEntry("standing", "DONE")
                .hasEntrySatisfying("receivedAt", at -> assertThat((String) at).startsWith("2024-03-21T02:00:"));
    }

    /// One was recorded in time for another obligation, the other one late: together they were enough late.
    @Test
    void what_moves_to_where_others_were_recorded_later_is_enough_as_of_the_last_of_them() {
        var march = Map.of("type", "WITHIN_PERIOD", "from", "2024-03-01", "to", "2024-03-31");
        var two = anObligation("B", "STUDY_SESSION", named(cell.id()), march);
        two.put("counts", Map.of("minCount", 2));
        var plan = anIssuedPlan(
                province.id(), aPlan(province.id(), anObligation("A", "STUDY_SESSION", named(cell.id()), march), two));
        var codes = get(secretary, "/api/v1/plans/" + plan + "/obligations").jsonPath();
        var first = UUID.fromString(codes.get("items.find { it.code == 'A' }.id"));
        var second = UUID.fromString(codes.get("items.find { it.code == 'B' }.id"));
        TestClock.setTo(LocalDateTime.of(2024, 3, 21, 9, 0));
        var session = content("STUDY_SESSION", first);
        session.put("heldOn", "2024-03-20");
        String id = post(secretary, "/api/v1/activities", session).path("id");
        TestClock.setTo(LocalDateTime.of(2024, 7, 15, 9, 0));
        session.put("obligationIds", List.of(second));
        post(secretary, "/api/v1/activities", session).then().statusCode(201);
        correct(id, session).then().statusCode(200);
        assertThat(standings(second)).containsValue("DONE_LATE");
    }

    private Response correct(String id, Map<String, Object> content) {
        return command(
                secretary,
                "/api/v1/activities/" + id + "/correction",
                "*",
                Map.of("reason", "Nhầm", "activity", content));
    }

    /// What is recorded in July of a meeting in March is late for a day in March, whatever day it states.
    @Test
    void the_day_that_is_stated_never_decides_lateness() {
        var dated = anObligation(
                "D",
                "STUDY_SESSION",
                named(cell.id()),
                Map.of("type", "WITHIN_PERIOD", "from", "2024-03-01", "to", "2024-03-31"));
        var study = obligationOf(anIssuedPlan(province.id(), aPlan(province.id(), dated)), "STUDY_SESSION");
        var session = content("STUDY_SESSION", study);
        session.put("heldOn", "2024-03-20");
        session.put("duration", Map.of("value", 0.5, "unit", "DAY"));
        session.put("attendance", 40);
        session.put("attendanceBy", Map.of("PARTY_MEMBER", 38, "CADRE", 12));
        post(secretary, "/api/v1/activities", session)
                .then()
                .statusCode(201)
                .body("heldOn", is("2024-03-20"))
                .body("recordedAt", startsWith("2024-07-15T02:00:"))
                .body("duration.value", equalTo(0.5f))
                .body("duration.unit", is("DAY"))
                .body("attendanceBy.PARTY_MEMBER", is(38))
                .body("attendanceBy.CADRE", is(12));
        assertThat(standings(study)).isEqualTo(Map.of("2024-03", "DONE_LATE"));
    }

    @Test
    void what_is_planned_counts_only_once_it_is_held() {
        var meetings = quarterlyMeetings();
        var plan = content("THEMATIC_MEETING", meetings);
        plan.put("plannedOn", "2024-07-20");
        plan.put("form", "THEMATIC");
        var planned = post(secretary, "/api/v1/activities", plan);
        planned.then().statusCode(201).body("status", is("PLANNED")).body("counts", hasSize(0));
        var path = "/api/v1/activities/" + planned.path("id");
        plan.put("plannedOn", "2024-07-16");
        var replanned = put(path, planned.header("ETag"), plan);
        replanned.then().statusCode(200).body("plannedOn", is("2024-07-16"));
        TestClock.setTo(LocalDateTime.of(2024, 7, 17, 8, 0));
        plan.put("heldOn", "2024-07-16");
        plan.put("attendance", 9);
        command(secretary, path + "/holding", planned.header("ETag"), plan)
                .then()
                .statusCode(412);
        command(secretary, path + "/holding", replanned.header("ETag"), plan)
                .then()
                .statusCode(200)
                .body("status", is("HELD"))
                .body("plannedOn", is("2024-07-16"))
                .body("recordedAt", startsWith("2024-07-17T01:00:"))
                .body("counts[0].occurrence", is("2024-Q3"));
        command(secretary, path + "/holding", "*", plan)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-activity-status"));
    }

    @Test
    void cancelling_needs_a_reason_and_takes_the_count_back() {
        var meetings = quarterlyMeetings();
        var first = held("2024-02-10", meetings);
        var path = "/api/v1/activities/" + first.path("id") + "/cancellation";
        command(secretary, path, "*", Map.of()).then().statusCode(400);
        command(secretary, path, null, Map.of("reason", "Trùng")).then().statusCode(428);
        command(secretary, path, first.header("ETag"), Map.of("reason", "Trùng"))
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"))
                .body("reason", is("Trùng"))
                .body("obligationIds", hasSize(1))
                .body("countedFor", hasSize(0));
        assertThat(standings(meetings)).containsEntry("2024-Q1", "UNDATED");
        command(secretary, path, "*", Map.of("reason", "Trùng"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-cancelled"));
    }

    @Test
    void many_at_once_are_all_counted() throws Exception {
        var meetings = quarterlyMeetings();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> held("2024-02-10", meetings).statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(assignments(secretary, "obligation=" + meetings).stream()
                        .filter(each -> each.get("occurrence").equals("2024-Q1"))
                        .map(each -> each.get("recordedCount")))
                .containsExactly(8);
    }

    /// Whatever is recorded, put right and cancelled in whatever order, each quarter counts what was held in it.
    @Test
    void the_counts_of_the_quarters_are_always_those_of_what_stands() {
        var meetings = quarterlyMeetings();
        var random = new Random(20240715);
        var stands = new HashMap<String, Integer>();
        for (int i = 0; i < 60; i++) {
            var any = stands.keySet().stream()
                    .sorted()
                    .skip(random.nextInt(stands.size() + 1))
                    .findFirst();
            var month = random.nextInt(1, 8);
            var content = content("THEMATIC_MEETING", meetings);
            content.put("heldOn", "2024-0" + month + "-10");
            var path = "/api/v1/activities/" + any.orElse("");
            switch (any.isEmpty() ? 0 : random.nextInt(4)) {
                case 0, 1 ->
                    stands.put(post(secretary, "/api/v1/activities", content).path("id"), month);
                case 2 -> {
                    command(secretary, path + "/correction", "*", Map.of("reason", "Sửa", "activity", content))
                            .then()
                            .statusCode(200);
                    stands.put(any.get(), month);
                }
                default -> {
                    command(secretary, path + "/cancellation", "*", Map.of("reason", "Hủy"))
                            .then()
                            .statusCode(200);
                    stands.remove(any.get());
                }
            }
        }
        var expected = new HashMap<Object, Object>(Map.of("2024-Q1", 0, "2024-Q2", 0, "2024-Q3", 0, "2024-Q4", 0));
        stands.values()
                .forEach(month -> expected.merge(
                        "2024-Q" + ((month + 2) / 3), 1, (one, other) -> (Integer) one + (Integer) other));
        var counted = new HashMap<Object, Object>();
        assignments(secretary, "obligation=" + meetings)
                .forEach(each -> counted.put(each.get("occurrence"), each.get("recordedCount")));
        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void a_member_review_is_a_count_and_nothing_else() {
        var review = content("MEMBER_REVIEW");
        review.put("heldOn", "2024-07-01");
        review.put("membersReviewed", 17);
        post(secretary, "/api/v1/activities", review)
                .then()
                .statusCode(201)
                .body("membersReviewed", is(17))
                .body("attendance", nullValue());
        var ceremony = content("FLAG_CEREMONY");
        ceremony.put("heldOn", "2024-07-01");
        ceremony.put("membersReviewed", 17);
        refused(ceremony, "activity-field-out-of-place");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        var meeting = content("THEMATIC_MEETING");
        refused(meeting, "activity-day-required");
        meeting.put("plannedOn", "2024-07-14");
        refused(meeting, "planned-in-the-past");
        meeting.remove("plannedOn");
        meeting.put("heldOn", "2024-07-16");
        refused(meeting, "held-in-the-future");
        meeting.put("heldOn", "2024-07-15");
        meeting.put("attendance", 10);
        meeting.put("attendanceBy", Map.of("CADRE", 11));
        refused(meeting, "attendance-contradicts");
        meeting.remove("attendanceBy");
        meeting.put("obligationIds", List.of(UUID.randomUUID()));
        refused(meeting, "activity-obligation-not-owed");
        var meetings = quarterlyMeetings();
        var event = content("EVENT", meetings);
        event.put("heldOn", "2024-07-15");
        refused(event, "activity-obligation-of-another-kind");
        var report = content("PERIODIC_REPORT");
        report.put("heldOn", "2024-07-15");
        refused(report, "no-activity-kind");
    }

    @Test
    void it_is_found_by_subtree_kind_status_days_and_obligation() {
        var meetings = quarterlyMeetings();
        String meeting = held("2024-02-10", meetings).path("id");
        var plan = content("EVENT");
        plan.put("plannedOn", "2024-09-02");
        String event = post(secretary, "/api/v1/activities", plan).path("id");
        assertThat(found("")).containsExactly(meeting, event);
        assertThat(found("&organisation=" + province.id())).containsExactly(meeting, event);
        assertThat(found("&kind=EVENT")).containsExactly(event);
        assertThat(found("&status=HELD")).containsExactly(meeting);
        assertThat(found("&from=2024-02-10&to=2024-02-10")).containsExactly(meeting);
        assertThat(found("&from=2024-02-11")).containsExactly(event);
        assertThat(found("&obligation=" + meetings)).containsExactly(meeting);
        assertThat(found("&organisation=" + UUID.randomUUID())).isEmpty();
        var page = get(secretary, "/api/v1/activities?limit=1");
        page.then().body("items.id", is(List.of(meeting)));
        get(secretary, "/api/v1/activities?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", is(List.of(event)))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_page_costs_the_same_statements_however_much_is_on_it() {
        var meetings = quarterlyMeetings();
        held("2024-02-10", meetings);
        var one = statementsOfList(1);
        for (int month = 1; month <= 7; month++) {
            held("2024-0" + month + "-15", meetings);
        }
        assertThat(statementsOfList(50)).isEqualTo(one);
    }

    private int statementsOfList(int limit) {
        var request = "counted-" + UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.of(secretary))
                .header("X-Request-Id", request)
                .get("/api/v1/activities?limit=" + limit)
                .then()
                .statusCode(200);
        return StatementsOfRequests.of(request).size();
    }

    @Test
    void only_those_of_the_organisation_and_above_record_and_see_it() {
        var meeting = content("THEMATIC_MEETING");
        meeting.put("heldOn", "2024-07-01");
        String id = post(aHolder("COMMITTEE_OFFICER", province.id()), "/api/v1/activities", meeting)
                .path("id");
        var sibling = aHolder(
                "CELL_SECRETARY", aUnit(province.id(), "GRASSROOTS_CELL").id());
        get(sibling, "/api/v1/activities/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/activity-not-found"));
        post(sibling, "/api/v1/activities", meeting).then().statusCode(404);
        post(aHolder("INSPECTOR", province.id()), "/api/v1/activities", meeting)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        var auditor = aHolder("AUDITOR", province.id());
        get(auditor, "/api/v1/activities/" + id).then().statusCode(200);
        post(auditor, "/api/v1/activities", meeting).then().statusCode(403);
        command(auditor, "/api/v1/activities/" + id + "/cancellation", "*", Map.of("reason", "x"))
                .then()
                .statusCode(403);
    }

    private void refused(Map<String, Object> content, String code) {
        post(secretary, "/api/v1/activities", content).then().statusCode(422).body("type", is("/problems/" + code));
    }

    private List<String> found(String filter) {
        return get(secretary, "/api/v1/activities?limit=50" + filter).jsonPath().getList("items.id");
    }

    private UUID quarterlyMeetings() {
        var meetings = anObligation("M", "THEMATIC_MEETING", named(cell.id()), null);
        meetings.put("counts", Map.of("minCount", 1, "targetCount", 2, "perPeriod", "QUARTER", "unit", "lần"));
        return obligationOf(anIssuedPlan(province.id(), aPlan(province.id(), meetings)), "THEMATIC_MEETING");
    }

    private UUID obligationOf(UUID plan, String kind) {
        return UUID.fromString((String) assignments(secretary, "plan=" + plan + "&kind=" + kind)
                .getFirst()
                .get("obligationId"));
    }

    private Map<Object, Object> standings(UUID obligation) {
        var standings = new HashMap<Object, Object>();
        assignments(secretary, "obligation=" + obligation)
                .forEach(each -> standings.put(each.get("occurrence"), each.get("standing")));
        return standings;
    }

    private Map<String, Object> content(String kind, UUID... obligations) {
        return new HashMap<>(Map.of("organisationId", cell.id(), "kind", kind, "obligationIds", List.of(obligations)));
    }

    private Response held(String day, UUID obligation) {
        var meeting = content("THEMATIC_MEETING", obligation);
        meeting.put("heldOn", day);
        meeting.put("attendance", 12);
        return post(secretary, "/api/v1/activities", meeting);
    }

    private Response put(String path, @Nullable String ifMatch, Object body) {
        return given().auth()
                .oauth2(Tokens.of(secretary))
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put(path);
    }
}
