package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// Wednesday 18 June 2031 is the last day of everything here, until it becomes a day off.
@QuarkusTest
class ChangeCalendarTest {

    private static final String WEDNESDAY = "2031-06-18";
    private static final String THURSDAY = "2031-06-19";
    private static final String YEAR = "?year=2031";

    private Unit province;
    private Unit first;
    private Unit second;
    private String auditor;

    @BeforeEach
    void grow() {
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        auditor = aHolder("AUDITOR", province.id());
    }

    @AfterEach
    void clear() {
        change("VN" + YEAR, List.of()).then().statusCode(200);
    }

    private static Response change(String calendar, List<?> days) {
        var path = calendar.substring(0, calendar.length() - YEAR.length());
        var tag = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/" + path).header("ETag");
        return put(FIRST_ADMINISTRATOR, calendar, tag, days);
    }

    private static Response put(String subject, String calendar, @Nullable String tag, List<?> days) {
        var request = io.restassured.RestAssured.given()
                .auth()
                .oauth2(vn.tiendo.kit.test.Tokens.of(subject))
                .contentType(io.restassured.http.ContentType.JSON);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.body(Map.of("days", days)).put("/api/v1/calendars/" + calendar);
    }

    private static Map<String, Object> off(String date) {
        return Map.of(
                "date",
                date,
                "kind",
                "HOLIDAY",
                "name",
                "Nghỉ hoán đổi",
                "decision",
                Map.of("number", "77/TB-BNV", "date", "2031-05-02", "title", "Thông báo nghỉ " + date));
    }

    private UUID aPlanThatRolls(String rollOff) {
        var plan = aPlan(
                province.id(),
                anObligation(
                        "O-1",
                        "STUDY_MATERIAL",
                        childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                        before(LocalDate.parse(THURSDAY))));
        plan.put("year", 2031);
        plan.put("periodFrom", "2031-01-01");
        plan.put("periodTo", "2031-12-31");
        plan.put("rollOff", rollOff);
        return anIssuedPlan(province.id(), plan);
    }

    private List<String> dueDays(UUID plan) {
        return assignments(auditor, "plan=" + plan).stream()
                .map(each -> (String) each.get("dueDay"))
                .sorted()
                .toList();
    }

    private Map<String, Object> assignmentOf(UUID plan, Unit unit) {
        return assignments(auditor, "plan=" + plan).stream()
                .filter(each -> unit.id().toString().equals(each.get("organisationId")))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitApplied() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.count("select count(*) from calendar_change where finished_at is null") == 0);
    }

    @Test
    void open_deadlines_move_to_the_next_working_day_and_say_why() {
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        assertThat(dueDays(plan)).containsExactly(WEDNESDAY, WEDNESDAY);
        change("VN" + YEAR, List.of(off(WEDNESDAY))).then().statusCode(200);
        awaitApplied();
        assertThat(dueDays(plan)).containsExactly(THURSDAY, THURSDAY);
        var moved = assignmentOf(plan, first);
        assertThat(moved.get("dueAt")).isEqualTo("2031-06-19T17:00:00Z");
        get(auditor, "/api/v1/assignments/" + moved.get("id") + "/explanation")
                .then()
                .statusCode(200)
                .body("movedByCalendar", hasSize(1))
                .body("shifts[0].rule", is("MOVED_BY_CALENDAR"))
                .body(
                        "shifts[0].sentence",
                        is("Lịch làm việc thay đổi nên chuyển sang ngày 19/06/2031: Nghỉ hoán đổi: Thông báo nghỉ"
                                + " 2031-06-18 (số 77/TB-BNV, ngày 02/05/2031)"))
                .body("movedByCalendar[0].from", is(WEDNESDAY))
                .body("movedByCalendar[0].to", is(THURSDAY))
                .body("movedByCalendar[0].movedAt", notNullValue())
                .body("movedByCalendar[0].because[0].date", is(WEDNESDAY))
                .body("movedByCalendar[0].because[0].after.decision.number", is("77/TB-BNV"));
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var last = TestEvents.on("plans.assignment.v1", (String) moved.get("id"))
                    .getLast();
            assertThat(TestEvents.header(last, "ce_type")).isEqualTo("plans.assignment.rescheduled.v1");
            assertThat(new String(last.value(), StandardCharsets.UTF_8)).contains("\"dueDay\":\"2031-06-19\"");
        });
    }

    @Test
    void a_day_that_works_again_moves_them_back_with_a_second_trace() {
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        change("VN" + YEAR, List.of(off(WEDNESDAY)));
        change("VN" + YEAR, List.of());
        awaitApplied();
        assertThat(dueDays(plan)).containsExactly(WEDNESDAY, WEDNESDAY);
        get(auditor, "/api/v1/assignments/" + assignmentOf(plan, first).get("id") + "/explanation")
                .then()
                .body("movedByCalendar.from", is(List.of(WEDNESDAY, THURSDAY)))
                .body("movedByCalendar[1].because[0].after", nullValue());
    }

    @Test
    void previous_working_days_move_backwards_and_no_policy_moves_nothing() {
        var backwards = aPlanThatRolls("PREVIOUS_WORKING_DAY");
        var fixed = aPlanThatRolls("NONE");
        change("VN" + YEAR, List.of(off(WEDNESDAY), off("2031-06-17")));
        awaitApplied();
        assertThat(dueDays(backwards)).containsExactly("2031-06-16", "2031-06-16");
        assertThat(dueDays(fixed)).containsExactly(WEDNESDAY, WEDNESDAY);
    }

    /// "ngày làm việc cuối cùng hằng tháng" is no matter of rolling off: 30 June 2031 is a Monday.
    @Test
    void the_last_working_day_of_a_month_follows_the_calendar_whatever_the_policy() {
        var monthly = anObligation(
                "O-1",
                "STUDY_MATERIAL",
                childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                Map.of("type", "RECURRING", "recurrence", Map.of("freq", "MONTHLY", "lastWorkingDay", true)));
        var plan = anIssuedPlan(province.id(), of2031(monthly, "2031-06-01", "2031-06-30"));
        assertThat(dueDays(plan)).containsExactly("2031-06-30", "2031-06-30");
        change("VN" + YEAR, List.of(off("2031-06-30")));
        awaitApplied();
        assertThat(dueDays(plan)).containsExactly("2031-06-27", "2031-06-27");
    }

    /// 25 working days per level, 50 at the third one: what is off in July moves what ends in May.
    @Test
    void working_days_that_lower_levels_have_less_follow_the_calendar_whatever_the_policy() {
        var cell = aUnit(aUnit(first.id(), "CELL").id(), "CELL");
        var staged = anObligation("O-1", "STUDY_MATERIAL", named(cell.id()), before(LocalDate.of(2031, 7, 16)));
        staged.put("slack", Map.of("value", 25, "unit", "WORKING_DAYS"));
        var plan = anIssuedPlan(province.id(), of2031(staged, "2031-01-01", "2031-12-31"));
        assertThat(dueDays(plan)).containsExactly("2031-05-06");
        post(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/calendars/VN/change-previews" + YEAR,
                        Map.of("days", List.of(off("2031-07-14"))))
                .then()
                .statusCode(200)
                .body("total", is(1));
        change("VN" + YEAR, List.of(off("2031-07-14")));
        awaitApplied();
        assertThat(dueDays(plan)).containsExactly("2031-05-05");
    }

    private Map<String, Object> of2031(Map<String, Object> obligation, String from, String to) {
        var plan = aPlan(province.id(), obligation);
        plan.put("year", 2031);
        plan.put("periodFrom", from);
        plan.put("periodTo", to);
        return plan;
    }

    @Test
    void settled_ones_and_days_set_by_hand_stay() {
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var done = assignmentOf(plan, first);
        command(officer, "/api/v1/assignments/" + done.get("id") + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        var extended = assignmentOf(plan, second);
        command(
                        leader,
                        "/api/v1/assignments/" + extended.get("id") + "/extension",
                        "*",
                        Map.of("lastDay", "2031-06-25", "reason", "Bão"))
                .then()
                .statusCode(200);
        change("VN" + YEAR, List.of(off(WEDNESDAY), off("2031-06-25")));
        awaitApplied();
        assertThat(dueDays(plan)).containsExactly(WEDNESDAY, "2031-06-25");
        get(auditor, "/api/v1/assignments/" + extended.get("id") + "/explanation")
                .then()
                .body("movedByCalendar", hasSize(0));
    }

    @Test
    void closures_of_a_unit_move_its_own_deadlines_only() {
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        var administrator = aHolder("ADMINISTRATOR", first.id());
        put(administrator, first.id().toString(), null, List.of(off(WEDNESDAY), off(THURSDAY)))
                .then()
                .statusCode(200);
        awaitApplied();
        assertThat(assignmentOf(plan, first).get("dueDay")).isEqualTo("2031-06-20");
        assertThat(assignmentOf(plan, second).get("dueDay")).isEqualTo(WEDNESDAY);
        var later = aPlanThatRolls("NEXT_WORKING_DAY");
        assertThat(assignmentOf(later, first).get("dueDay")).isEqualTo("2031-06-20");
        assertThat(assignmentOf(later, second).get("dueDay")).isEqualTo(WEDNESDAY);
        get(auditor, "/api/v1/assignments/" + assignmentOf(later, first).get("id") + "/explanation")
                .then()
                .body("reading.lastDay", is("2031-06-20"))
                .body("movedByHand", is(false));
    }

    @Test
    void a_preview_counts_and_lists_what_would_move_and_stores_nothing() {
        for (int i = 0; i < 3; i++) {
            aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        }
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        var administrator = aHolder("ADMINISTRATOR", province.id());
        var path = "/api/v1/calendars/" + province.id() + "/change-previews" + YEAR;
        var seen = new ArrayList<Map<String, Object>>();
        var cursor = "";
        do {
            var page = post(administrator, path + "&limit=2" + cursor, Map.of("days", List.of(off(WEDNESDAY))));
            page.then().statusCode(200).body("total", is(5)).body("changes[0].date", is(WEDNESDAY));
            seen.addAll(page.jsonPath().getList("items"));
            var next = page.<String>path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen)
                .hasSize(5)
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("planId", plan.toString())
                        .containsEntry("from", WEDNESDAY)
                        .containsEntry("to", THURSDAY))
                .extracting(item -> item.get("assignmentId"))
                .doesNotHaveDuplicates();
        assertThat(dueDays(plan)).containsOnly(WEDNESDAY);
        get(FIRST_ADMINISTRATOR, "/api/v1/calendars/" + province.id()).then().statusCode(404);
        post(administrator, "/api/v1/calendars/VN/change-previews", Map.of("days", List.of()))
                .then()
                .statusCode(403);
        post(
                        aHolder("ADMINISTRATOR", first.id()),
                        "/api/v1/calendars/" + first.id() + "/change-previews",
                        Map.of("days", List.of(off(WEDNESDAY))))
                .then()
                .statusCode(200)
                .body("total", is(1))
                .body("items[0].organisationId", is(first.id().toString()));
    }

    @Test
    void a_move_that_was_cut_off_goes_on_where_it_stopped_and_moves_each_once() {
        for (int i = 0; i < 4; i++) {
            aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        }
        var plan = aPlanThatRolls("NEXT_WORKING_DAY");
        awaitApplied();
        try (var held = HeldTask.named("deadline-moving")) {
            assertThat(held).isNotNull();
            change("VN" + YEAR, List.of(off(WEDNESDAY)));
            var ids = TestDatabase.ask("select id from assignment where plan_id = ? order by id", plan);
            var change = UUID.fromString(
                    Objects.requireNonNull(TestDatabase.ask("select id from calendar_change where finished_at is null")
                            .getFirst()));
            cutOffAfter(UUID.fromString(Objects.requireNonNull(ids.get(2))), change, ids.subList(0, 3));
        }
        awaitApplied();
        assertThat(dueDays(plan)).hasSize(6).containsOnly(THURSDAY);
        assertThat(TestDatabase.count(
                        "select count(*) from calendar_move m join assignment a on a.id = m.assignment_id where"
                                + " a.plan_id = ?",
                        plan))
                .isEqualTo(6);
        assertThat(TestDatabase.count(
                        "select count(distinct assignment_id) from calendar_move m join assignment a on a.id ="
                                + " m.assignment_id where a.plan_id = ?",
                        plan))
                .isEqualTo(6);
        get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN/changes?limit=1")
                .then()
                .body("items[0].movedCount", is(6))
                .body("items[0].finishedAt", notNullValue());
    }

    /// As a killed replica leaves it behind: one page was committed, the rest was not begun.
    private static void cutOffAfter(UUID last, UUID change, List<@Nullable String> ids) {
        for (var id : ids) {
            var assignment = UUID.fromString(Objects.requireNonNull(id));
            run(
                    "update assignment set due_day = '2031-06-19', due_at = '2031-06-19T17:00:00Z',"
                            + " sort_due = '2031-06-19T17:00:00Z', version = version + 1 where id = ?",
                    assignment);
            run(
                    "insert into calendar_move values (gen_random_uuid(), ?, '" + change
                            + "', '2031-06-18', '2031-06-19', now())",
                    assignment);
        }
        run("update calendar_change set moved_count = 3, moved_up_to = '" + last + "' where id = ?", change);
    }

    private static void run(String sql, UUID id) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isOne();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_is_made_late_by_a_day_that_has_passed() {
        var plan = aPlan(
                province.id(),
                anObligation(
                        "O-1",
                        "STUDY_MATERIAL",
                        childrenOf(province.id(), "GRASSROOTS_COMMITTEE"),
                        before(LocalDate.of(2024, 5, 2))));
        plan.put("rollOff", "NEXT_WORKING_DAY");
        var issued = anIssuedPlan(province.id(), plan);
        assertThat(dueDays(issued)).containsExactly("2024-05-02", "2024-05-02"); // 1 May rests
        var days = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN?year=2024")
                .jsonPath()
                .<Map<String, Object>>getList("days");
        var without = days.stream()
                .filter(day -> !"2024-05-01".equals(day.get("date")))
                .map(HashMap::new)
                .toList();
        post(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN/change-previews?year=2024", Map.of("days", without))
                .then()
                .statusCode(200)
                .body("changes", hasSize(1))
                .body("total", is(0));
    }
}
