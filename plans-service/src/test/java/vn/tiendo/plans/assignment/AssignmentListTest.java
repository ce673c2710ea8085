package vn.tiendo.plans.assignment;

import static io.restassured.RestAssured.given;
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
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.named;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;
import vn.tiendo.plans.StatementsOfRequests;

/// Lists of assignments: everybody sees exactly what their reach shows, page by page in one order, under any filter.
@QuarkusTest
class AssignmentListTest {

    private static final LocalDateTime IN_MARCH = LocalDateTime.of(2024, 3, 13, 8, 0);

    private Unit province;
    private Unit board;
    private Unit district;
    private Unit committee;
    private Unit cell;
    private Unit group;
    private UUID ofProvince;
    private UUID ofBoard;

    @BeforeEach
    void grow() {
        TestClock.setTo(IN_MARCH);
        province = aProvince();
        board = aUnit(province.id(), "ADVISORY_BOARD");
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        committee = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
        cell = aUnit(committee.id(), "CELL");
        group = aUnit(cell.id(), "CELL"); // deeper than any level that has an index of its own
        var all = named(district.id(), committee.id(), cell.id(), group.id());
        var report = anObligation("R", "PERIODIC_REPORT", all, before(LocalDate.of(2024, 5, 5)));
        report.put("viaOrganisationId", board.id());
        report.put("recipientIsParent", true);
        var toBoard = anObligation("B", "RESULT_REPORT", all, before(LocalDate.of(2024, 3, 5)));
        toBoard.put("recipientOrganisationId", board.id());
        ofProvince = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        report,
                        toBoard,
                        anObligation("T", "STUDY_MATERIAL", all, before(LocalDate.of(2024, 4, 1))),
                        anObligation("U", "GENERIC_TASK", all, null)));
        ofBoard = anIssuedPlan(
                board.id(),
                aPlan(
                        board.id(),
                        anObligation(
                                "G",
                                "GENERIC_TASK",
                                named(committee.id(), cell.id()),
                                before(LocalDate.of(2024, 3, 2)))));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void everybody_sees_exactly_what_their_reach_shows_however_small_the_pages() {
        var counts = new LinkedHashMap<Unit, Integer>();
        counts.put(province, 18);
        counts.put(board, 4 + 4 + 2); // through it, to it, and of its own plan
        counts.put(district, 18);
        counts.put(committee, 3 * 4 + 2);
        counts.put(cell, 2 * 4 + 1 + 0);
        counts.put(group, 4);
        counts.forEach((unit, count) -> {
            var reader = aHolder("AUDITOR", unit.id());
            var expected = expected(List.of(unit));
            assertThat(expected).as(unit.code()).hasSize(count);
            for (int limit : new int[] {1, 3, 200}) {
                assertThat(paged(reader, limit, "")).as(unit.code()).isEqualTo(expected);
            }
        });
        assertThat(paged(aHolder("AUDITOR", aProvince().id()), 200, "")).isEmpty();
    }

    /// What is owed to a body of the fifth level by another one of the same fourth: no level with an index
    /// tells them apart.
    @Test
    void a_body_below_the_deepest_level_with_an_index_sees_what_its_neighbours_owe_it() {
        var beside = aUnit(committee.id(), "CELL");
        var debtors = named(beside.id(), committee.id(), cell.id(), group.id(), district.id());
        var direct = anObligation("D", "RESULT_REPORT", debtors, before(LocalDate.of(2024, 4, 5)));
        direct.put("recipientOrganisationId", cell.id());
        var through = anObligation("V", "GENERIC_TASK", debtors, before(LocalDate.of(2024, 4, 6)));
        through.put("viaOrganisationId", group.id());
        anIssuedPlan(province.id(), aPlan(province.id(), direct, through));
        anIssuedPlan(
                committee.id(),
                aPlan(committee.id(), anObligation("C", "GENERIC_TASK", named(beside.id(), group.id()), null)));
        for (var unit : List.of(cell, group, beside, committee, district)) {
            var reader = aHolder("AUDITOR", unit.id());
            for (int limit : new int[] {2, 200}) {
                assertThat(paged(reader, limit, "")).as(unit.code()).isEqualTo(expected(List.of(unit)));
            }
        }
        var atCell = aHolder("AUDITOR", cell.id());
        assertThat(paged(atCell, 3, "&organisation=" + beside.id())).hasSize(2);
        assertThat(paged(atCell, 3, "&standing=OVERDUE&organisation=" + beside.id()))
                .isEmpty();
    }

    @Test
    void two_posts_show_the_sum_of_what_each_shows_and_nothing_twice() {
        var reader = aHolder("AUDITOR", board.id());
        give("quantri", reader, "INSPECTOR", cell.id()).then().statusCode(201);
        var expected = expected(List.of(board, cell));
        assertThat(expected).hasSize(10 + 2 + 2); // two of the cell and two of the group do not concern the board
        assertThat(paged(reader, 2, "")).isEqualTo(expected);
    }

    @Test
    void an_organisation_narrows_the_list_whether_it_is_above_inside_or_beside_the_reach() {
        var atCommittee = aHolder("AUDITOR", committee.id());
        assertThat(paged(atCommittee, 3, "&organisation=" + district.id())).hasSize(14);
        assertThat(paged(atCommittee, 3, "&organisation=" + cell.id())).hasSize(9);
        assertThat(paged(atCommittee, 3, "&organisation=" + board.id())).isEmpty();
        assertThat(paged(atCommittee, 3, "&organisation=" + UUID.randomUUID())).isEmpty();
        var atBoard = aHolder("AUDITOR", board.id());
        assertThat(paged(atBoard, 3, "&organisation=" + cell.id())).hasSize(5);
        assertThat(paged(atBoard, 3, "&organisation=" + province.id())).hasSize(10);
    }

    @Test
    void filters_by_plan_obligation_kind_occurrence_and_due_day_find_the_same_as_looking_through_all() {
        var reader = aHolder("AUDITOR", province.id());
        assertThat(paged(reader, 3, "&plan=" + ofBoard)).hasSize(2);
        assertThat(paged(reader, 3, "&plan=" + ofProvince)).hasSize(16);
        assertThat(paged(reader, 3, "&kind=GENERIC_TASK")).hasSize(6);
        var one = assignments(reader, "kind=STUDY_MATERIAL").getFirst();
        assertThat(paged(reader, 3, "&obligation=" + one.get("obligationId"))).hasSize(4);
        assertThat(paged(reader, 3, "&obligation=" + one.get("obligationId") + "&occurrence=never"))
                .isEmpty();
        assertThat(paged(reader, 3, "&obligation=" + one.get("obligationId") + "&occurrence=" + one.get("occurrence")))
                .hasSize(4);
        assertThat(paged(reader, 3, "&dueFrom=2024-03-04&dueTo=2024-03-31")).hasSize(8);
        assertThat(paged(reader, 3, "&dueFrom=2024-03-05&dueTo=2024-03-30")).isEmpty();
        assertThat(paged(reader, 3, "&dueTo=2024-03-04&kind=GENERIC_TASK")).hasSize(2);
        assertThat(paged(reader, 3, "&dueFrom=2024-01-01&kind=GENERIC_TASK"))
                .as("what has no day is due on none")
                .hasSize(2);
    }

    @Test
    void a_list_by_standing_holds_exactly_those_that_stand_so_at_that_moment() {
        var reader = aHolder("COMMITTEE_OFFICER", province.id());
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var reports = ids(assignments(reader, "kind=RESULT_REPORT")); // were due on 4 March
        report(reports.get(0), "SUBMITTED", "2024-03-04T08:00:00Z", null);
        report(reports.get(1), "RETURNED", "2024-03-04T08:00:00Z", "2024-03-20T17:00:00Z");
        report(reports.get(2), "ACCEPTED", "2024-03-04T17:00:00Z", null);
        report(reports.get(3), "RETURNED", "2024-03-07T08:00:00Z", "2024-03-20T17:00:00Z"); // late anyway
        var material = ids(assignments(reader, "kind=STUDY_MATERIAL"));
        command(reader, "/api/v1/assignments/" + material.get(0) + "/fulfilment", "*", Map.of("reason", "x"))
                .then()
                .statusCode(200);
        command(leader, "/api/v1/assignments/" + material.get(1) + "/waiver", "*", Map.of("reason", "x"))
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        standings(reader).keySet().containsAll(List.of("SUBMITTED", "DONE_LATE", "DONE", "WAIVED")));
        assertThat(standings(reader))
                .containsEntry("SUBMITTED", 1)
                .containsEntry("DONE_LATE", 1)
                .containsEntry("DONE", 1)
                .containsEntry("WAIVED", 1)
                .containsEntry("UNDATED", 4)
                .containsEntry("AWAITED", 4 + 2 + 1)
                .containsEntry("OVERDUE", 2 + 1);
        for (var moment : List.of(IN_MARCH, LocalDateTime.of(2024, 3, 21, 0, 0), LocalDateTime.of(2024, 6, 1, 0, 0))) {
            TestClock.setTo(moment);
            var found = new ArrayList<String>();
            for (var standing : Standing.values()) {
                var some = assignments(reader, "standing=" + standing);
                assertThat(some)
                        .as("%s at %s", standing, moment)
                        .allMatch(each -> each.get("standing").equals(standing.name()));
                assertThat(paged(reader, 2, "&standing=" + standing)).isEqualTo(ids(some));
                assertThat(paged(reader, 200, "&standing=" + standing + "&plan=" + ofProvince))
                        .isSubsetOf(ids(some));
                found.addAll(ids(some));
            }
            assertThat(found).doesNotHaveDuplicates().hasSize(18);
        }
        TestClock.setTo(IN_MARCH);
        assertThat(paged(reader, 3, "&standing=OVERDUE&standing=DONE_LATE")).hasSize(4);
        var atBoard = aHolder("AUDITOR", board.id());
        assertThat(paged(atBoard, 3, "&standing=OVERDUE")).hasSize(3);
    }

    @Test
    void what_changed_since_comes_in_the_order_of_its_changes() {
        var reader = aHolder("COMMITTEE_OFFICER", province.id());
        var since = Instant.parse(TestDatabase.ask("select to_char(clock_timestamp() at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst());
        assertThat(paged(reader, 3, "&updatedSince=" + since)).isEmpty();
        var material = ids(assignments(reader, "kind=STUDY_MATERIAL"));
        for (int each : new int[] {2, 0, 3}) {
            command(reader, "/api/v1/assignments/" + material.get(each) + "/fulfilment", "*", Map.of("reason", "x"))
                    .then()
                    .statusCode(200);
        }
        assertThat(paged(reader, 1, "&updatedSince=" + since))
                .containsExactly(material.get(2), material.get(0), material.get(3));
        get(reader, "/api/v1/assignments?updatedSince=yesterday")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void a_page_takes_the_same_number_of_statements_however_long_it_is() {
        var reader = aHolder("AUDITOR", province.id());
        // the page and what is at risk; who asks, and where an organisation stands, the kit asks beside Hibernate
        assertThat(statements(reader, "/api/v1/assignments?limit=1")).hasSize(2);
        assertThat(statements(reader, "/api/v1/assignments?limit=200")).hasSize(2);
        assertThat(statements(reader, "/api/v1/assignments?limit=200&organisation=" + cell.id()))
                .hasSize(2);
        assertThat(statements(
                        reader, "/api/v1/assignments/" + paged(reader, 200, "").getFirst()))
                .hasSize(2);
    }

    private static List<String> statements(String reader, String path) {
        var request = "counted-" + UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.of(reader))
                .header("X-Request-Id", request)
                .get(path)
                .then()
                .statusCode(200);
        return StatementsOfRequests.of(request);
    }

    /// What the rule says, asked in the plainest words: the debtor, the issuer, the recipient or the body in between is
    /// the unit or below it.
    private static List<String> expected(List<Unit> units) {
        var seen = new HashSet<String>();
        for (var unit : units) {
            seen.addAll(TestDatabase.ask("""
                      select a.id::text from assignment a, organisation o where o.id = ? and (
                        starts_with(a.organisation_path, o.path) or starts_with(a.plan_path, o.path)
                        or starts_with(a.recipient_path, o.path) or starts_with(a.via_path, o.path))\
                      """, unit.id()));
        }
        return TestDatabase.ask("select id::text from assignment order by sort_due, id").stream()
                .filter(seen::contains)
                .toList();
    }

    private static List<String> paged(String reader, int limit, String filter) {
        var seen = new ArrayList<String>();
        var next = "/api/v1/assignments?limit=" + limit + filter;
        while (next != null) {
            var page = get(reader, next);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return seen;
    }

    private static Map<String, Integer> standings(String reader) {
        var counted = new LinkedHashMap<String, Integer>();
        assignments(reader, "").forEach(each -> counted.merge((String) each.get("standing"), 1, Integer::sum));
        return counted;
    }

    private static List<String> ids(List<Map<String, Object>> items) {
        return items.stream().map(each -> (String) each.get("id")).toList();
    }

    private static void report(String assignment, String status, String submittedAt, @Nullable String returnedUntil) {
        var data = new LinkedHashMap<String, Object>(
                Map.of("assignmentId", assignment, "status", "SUBMITTED", "submittedAt", submittedAt));
        send(assignment, 1, data);
        if (returnedUntil != null) {
            data.put("returnedUntil", returnedUntil);
        }
        data.put("status", status);
        send(assignment, 2, data);
    }

    private static void send(String assignment, long sequence, Map<String, Object> data) {
        TestEvents.send(
                "reporting.report.v1",
                assignment,
                "reporting.report.changed.v1",
                sequence,
                new io.vertx.core.json.JsonObject(data).encode());
    }
}
