package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
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
import static vn.tiendo.plans.organisation.RestructuringFixtures.aCode;
import static vn.tiendo.plans.organisation.RestructuringFixtures.complete;
import static vn.tiendo.plans.organisation.RestructuringFixtures.create;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.idOf;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.split;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// What an ended organisation leaves, and who has it afterwards.
@QuarkusTest
class SuccessionTest {

    private static final String FROM = "2024-07-01";

    private Unit province;
    private Unit district;
    private Unit commune;
    private Unit other;
    private String officer;
    private UUID plan;

    @BeforeEach
    void issue() {
        TestClock.setTo(LocalDateTime.of(2024, 7, 5, 8, 0));
        province = aProvince();
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        other = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        var report = anObligation("R", "PERIODIC_REPORT", named(commune.id()), before(LocalDate.of(2024, 11, 10)));
        report.put("recipientIsParent", true);
        report.put("viaOrganisationId", district.id());
        plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        report,
                        anObligation(
                                "S",
                                "STUDY_MATERIAL",
                                named(commune.id(), other.id()),
                                before(LocalDate.of(2024, 10, 1))),
                        anObligation("D", "STUDY_MATERIAL", named(commune.id()), before(LocalDate.of(2024, 9, 1)))));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void what_is_open_is_owed_by_the_successor_and_what_is_done_stays() {
        var done = of(commune.id(), "2024-08-31");
        command(officer, "/api/v1/assignments/" + done.get("id") + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        var code = aCode();
        decided(
                FROM,
                merge(create(code, "Đảng ủy xã mới", "GRASSROOTS_COMMITTEE", province.id()), commune.id(), other.id()));
        var left = of(commune.id(), "2024-11-09");
        var taken = of(idOf(code), "2024-11-09");
        assertThat(left)
                .containsEntry("standing", "TRANSFERRED")
                .containsEntry("transferredToOrganisationId", idOf(code).toString())
                .containsEntry("transferredToAssignmentId", taken.get("id"));
        assertThat(taken)
                .containsEntry("standing", "AWAITED")
                .containsEntry("obligationId", left.get("obligationId"))
                .containsEntry("occurrence", left.get("occurrence"))
                .containsEntry("recipientOrganisationId", province.id().toString())
                .containsEntry("transferredFromAssignmentId", left.get("id"));
        assertThat(of(commune.id(), "2024-08-31")).containsEntry("standing", "DONE");
        assertThat(assignments(officer, "plan=" + plan))
                .filteredOn(each -> each.get("standing").equals("AWAITED"))
                .as("both communes owed S, their successor owes it once")
                .hasSize(2);
    }

    @Test
    void the_successor_is_bound_by_what_it_owes_now() {
        var path = "/api/v1/plans/" + plan;
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(officer, path + "/receipts/count").path("complete"));
        var code = aCode();
        decided(FROM, merge(create(code, "Đảng ủy xã mới", "GRASSROOTS_COMMITTEE", province.id()), commune.id()));
        get(officer, path + "/receipts/count").then().body("bound", is(3)).body("missing", is(3));
        get(officer, path + "/coverage").then().body("items.bound", is(List.of(2, 3, 2)));
        get(aHolder("MEMBER", idOf(code)), path).then().statusCode(200);
    }

    @Test
    void what_the_successor_owes_already_it_owes_once() {
        decided(FROM, merge(ref(other.id()), commune.id()));
        assertThat(of(commune.id(), "2024-09-30"))
                .containsEntry("standing", "TRANSFERRED")
                .containsEntry(
                        "transferredToAssignmentId",
                        of(other.id(), "2024-09-30").get("id"));
        assertThat(of(other.id(), "2024-09-30")).doesNotContainKey("transferredFromAssignmentId");
    }

    @Test
    void what_was_owed_to_or_through_an_ended_organisation_is_owed_to_its_successor() {
        decided(FROM, dissolve(district.id()));
        assertThat(of(commune.id(), "2024-11-09"))
                .containsEntry("standing", "AWAITED")
                .containsEntry("recipientOrganisationId", province.id().toString())
                .containsEntry("viaOrganisationId", province.id().toString());
    }

    @Test
    void facts_about_what_passed_on_settle_it_where_it_is_now() {
        decided(FROM, merge(ref(other.id()), commune.id()));
        var left = (String) of(commune.id(), "2024-11-09").get("id");
        TestEvents.send(
                "reporting.report.v1",
                UUID.randomUUID().toString(),
                "reporting.report.accepted.v1",
                1,
                "{\"assignmentId\":\"%s\",\"status\":\"ACCEPTED\",\"submittedAt\":\"2024-07-04T00:00:00Z\"}"
                        .formatted(left));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "DONE".equals(of(other.id(), "2024-11-09").get("standing")));
        assertThat(of(commune.id(), "2024-11-09")).containsEntry("standing", "TRANSFERRED");
    }

    @Test
    void a_split_gives_named_assignments_to_the_named_successor() {
        var codes = List.of(aCode(), aCode());
        var act = split(
                commune.id(),
                codes.stream()
                        .map(code -> create(code, "Đảng ủy xã", "GRASSROOTS_COMMITTEE", district.id()))
                        .toList());
        var excepted = of(commune.id(), "2024-09-30").get("id");
        act.put("assignments", List.of(Map.of("assignmentId", excepted, "to", ref(codes.get(1)))));
        decided(FROM, act);
        assertThat(of(idOf(codes.get(0)), "2024-11-09")).containsEntry("standing", "AWAITED");
        assertThat(of(idOf(codes.get(1)), "2024-09-30")).containsEntry("transferredFromAssignmentId", excepted);
        assertThat(assignments(officer, "plan=" + plan + "&organisation=" + idOf(codes.get(1))))
                .hasSize(1);
    }

    @Test
    void a_split_names_only_assignments_of_the_split_organisation() {
        var codes = List.of(aCode(), aCode());
        var act = split(
                commune.id(),
                codes.stream()
                        .map(code -> create(code, "Đảng ủy xã", "GRASSROOTS_COMMITTEE", district.id()))
                        .toList());
        act.put(
                "assignments",
                List.of(Map.of("assignmentId", of(other.id(), "2024-09-30").get("id"), "to", ref(codes.get(1)))));
        decide(FIRST_ADMINISTRATOR, FROM, act)
                .then()
                .statusCode(422)
                .body("type", is("/problems/assignment-elsewhere"));
    }

    @Test
    void the_successor_acts_for_the_ended_issuer_of_a_plan() {
        var own = anIssuedPlan(
                district.id(),
                aPlan(
                        district.id(),
                        anObligation("T", "STUDY_MATERIAL", named(commune.id()), before(LocalDate.of(2024, 12, 1)))));
        decided(FROM, dissolve(district.id()));
        get(officer, "/api/v1/plans/" + own)
                .then()
                .statusCode(200)
                .body("organisationId", is(district.id().toString()));
        command(aHolder("COMMITTEE_LEADER", province.id()), "/api/v1/plans/" + own + "/closure", "*", null)
                .then()
                .statusCode(200);
    }

    @Test
    void a_kill_in_the_middle_neither_loses_nor_repeats_anything() throws SQLException {
        var many = IntStream.range(0, 24)
                .mapToObj(i -> {
                    var monthly = anObligation("K" + i, "THEMATIC_MEETING", named(commune.id()), null);
                    monthly.put("counts", Map.of("minCount", 1, "perPeriod", "MONTH"));
                    return monthly;
                })
                .toArray(Map[]::new);
        @SuppressWarnings("unchecked")
        var large = anIssuedPlan(province.id(), aPlan(province.id(), many));
        String id;
        try (var held = HeldTask.named("succession")) {
            id = decide(FIRST_ADMINISTRATOR, FROM, merge(ref(other.id()), commune.id()))
                    .path("id");
            assertThat(get(FIRST_ADMINISTRATOR, "/api/v1/restructurings/" + id).<String>path("completedAt"))
                    .isNull();
        }
        try (var intruder = TestDatabase.connectAsSuperuser();
                var kill = intruder.prepareStatement("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where pid <> pg_backend_pid() and datname = current_database()
                           and query ilike '%assignment%' and state <> 'idle'""")) {
            for (int i = 0; i < 40; i++) {
                kill.executeQuery().close();
            }
        }
        complete(id);
        assertThat(TestDatabase.ask(
                        "select count(*) || ' ' || count(distinct transferred_to_assignment_id) from assignment"
                                + " where plan_id = ?::uuid and organisation_id = ?::uuid and transferred_at is not null",
                        large.toString(),
                        commune.id().toString()))
                .containsExactly("288 288");
        assertThat(TestDatabase.count(
                        "select count(*) from assignment where plan_id = ?::uuid and organisation_id = ?::uuid"
                                + " and transferred_at is null",
                        large.toString(),
                        other.id().toString()))
                .isEqualTo(288);
    }

    @Test
    void what_is_open_again_after_its_organisation_has_ended_passes_on_too() {
        var reported = (String) of(commune.id(), "2024-11-09").get("id");
        var report = UUID.randomUUID().toString();
        TestEvents.send(
                "reporting.report.v1",
                report,
                "reporting.report.accepted.v1",
                1,
                "{\"assignmentId\":\"%s\",\"status\":\"ACCEPTED\",\"submittedAt\":\"2024-07-04T00:00:00Z\"}"
                        .formatted(reported));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "DONE".equals(of(commune.id(), "2024-11-09").get("standing")));
        decided(FROM, merge(ref(other.id()), commune.id()));
        assertThat(of(commune.id(), "2024-11-09")).containsEntry("standing", "DONE");
        TestEvents.send("reporting.report.v1", report, "reporting.report.returned.v1", 2, """
                {"assignmentId":"%s","status":"RETURNED","submittedAt":"2024-07-04T00:00:00Z",
                 "returnedUntil":"2024-07-12T17:00:00Z"}""".formatted(reported));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "TRANSFERRED".equals(of(commune.id(), "2024-11-09").get("standing")));
        assertThat(of(other.id(), "2024-11-09")).containsEntry("transferredFromAssignmentId", reported);
    }

    @Test
    void what_was_marked_by_mistake_passes_on_once_the_mark_is_taken_back() {
        var marked = "/api/v1/assignments/" + of(commune.id(), "2024-08-31").get("id");
        command(officer, marked + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        decided(FROM, merge(ref(other.id()), commune.id()));
        assertThat(of(commune.id(), "2024-08-31")).containsEntry("standing", "DONE");
        command(officer, marked + "/reopening", "*", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "TRANSFERRED".equals(of(commune.id(), "2024-08-31").get("standing")));
        assertThat(of(other.id(), "2024-08-31")).containsEntry("standing", "AWAITED");
    }

    /// The document is of March, the merger of July, and the plan is issued after both.
    @Test
    void what_a_document_of_before_the_end_demands_passes_on_as_soon_as_it_is_opened() {
        var hall = aUnit(province.id(), "ADVISORY_BOARD");
        decided(FROM, merge(ref(other.id()), commune.id()), dissolve(hall.id()));
        var report = anObligation(
                "L",
                "RESULT_REPORT",
                Map.of(
                        "anyOf",
                        List.of(Map.of(
                                "kinds", List.of("GRASSROOTS_COMMITTEE"), "under", district.id(), "tierFrom", 1)),
                        "except",
                        List.of()),
                before(LocalDate.of(2024, 12, 1)));
        report.put("recipientOrganisationId", hall.id());
        var late = anIssuedPlan(province.id(), aPlan(province.id(), report));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(assignments(officer, "plan=" + late))
                        .extracting(each -> each.get("organisationId") + " " + each.get("standing") + " "
                                + (each.get("standing").equals("AWAITED") ? each.get("recipientOrganisationId") : ""))
                        .containsExactlyInAnyOrder(
                                commune.id() + " TRANSFERRED ", other.id() + " AWAITED " + province.id()));
    }

    @Test
    void planned_activities_are_the_successors_and_held_ones_stay() {
        var secretary = aHolder("COMMITTEE_OFFICER", commune.id());
        var planned = activity(secretary, "plannedOn", "2024-09-02");
        var held = activity(secretary, "heldOn", "2024-07-02");
        decided(FROM, merge(ref(other.id()), commune.id()));
        var reader = aHolder("COMMITTEE_OFFICER", other.id());
        get(reader, "/api/v1/activities/" + planned)
                .then()
                .statusCode(200)
                .body("organisationId", is(other.id().toString()))
                .body("status", is("PLANNED"));
        get(officer, "/api/v1/activities/" + held)
                .then()
                .statusCode(200)
                .body("organisationId", is(commune.id().toString()))
                .body("status", is("HELD"));
        assertThat(TestDatabase.ask(
                        "select (a.organisation_path = r.path)::text from activity a"
                                + " join reach_organisation r on r.id = a.organisation_id where a.id = ?::uuid",
                        planned))
                .containsExactly("true");
    }

    @Test
    void what_was_held_before_the_end_counts_where_the_debt_is_now_whatever_is_put_right() {
        var monthly = anObligation("C", "THEMATIC_MEETING", named(commune.id()), null);
        monthly.put("counts", Map.of("minCount", 2, "perPeriod", "QUARTER"));
        var counted = anIssuedPlan(province.id(), aPlan(province.id(), monthly));
        var obligation = assignments(officer, "plan=" + counted).getFirst().get("obligationId");
        var secretary = aHolder("COMMITTEE_OFFICER", commune.id());
        var meeting = new HashMap<String, Object>(Map.of(
                "organisationId",
                commune.id(),
                "kind",
                "THEMATIC_MEETING",
                "heldOn",
                "2024-07-02",
                "attendance",
                12,
                "obligationIds",
                List.of(obligation)));
        String held = post(secretary, "/api/v1/activities", meeting).path("id");
        decided(FROM, merge(ref(other.id()), commune.id()));
        for (var day : List.of("2024-07-03", "2024-05-03", "2024-07-04")) {
            meeting.put("heldOn", day);
            command(
                            officer,
                            "/api/v1/activities/" + held + "/correction",
                            "*",
                            Map.of("reason", "Nhầm", "activity", meeting))
                    .then()
                    .statusCode(200);
            assertThat(assignments(officer, "plan=" + counted))
                    .as(day)
                    .filteredOn(
                            each -> each.get("organisationId").equals(other.id().toString())
                                    && !each.get("recordedCount").equals(0))
                    .extracting(each -> each.get("occurrence") + " " + each.get("recordedCount"))
                    .containsExactly(day.startsWith("2024-05") ? "2024-Q2 1" : "2024-Q3 1");
        }
    }

    private String activity(String by, String field, String day) {
        var recorded = post(
                by,
                "/api/v1/activities",
                Map.of(
                        "organisationId",
                        commune.id(),
                        "kind",
                        "THEMATIC_MEETING",
                        field,
                        day,
                        "obligationIds",
                        List.of()));
        recorded.then().statusCode(201);
        return recorded.path("id");
    }

    private Map<String, Object> of(UUID organisation, String dueDay) {
        return assignments(officer, "plan=" + plan).stream()
                .filter(each ->
                        each.get("organisationId").equals(organisation.toString()) && dueDay.equals(each.get("dueDay")))
                .findFirst()
                .orElseThrow();
    }
}
