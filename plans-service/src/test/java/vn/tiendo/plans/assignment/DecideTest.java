package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// What the issuer's people decide by hand: marks with evidence, their undoing, more time, transfers, waivers of many.
@QuarkusTest
class DecideTest {

    private Unit province;
    private Unit first;
    private Unit second;
    private Unit cell;
    private String officer;
    private String leader;
    private UUID plan;

    @BeforeEach
    void issueInMarch() {
        TestClock.setTo(LocalDateTime.of(2024, 3, 13, 8, 0));
        province = aProvince();
        first = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        second = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        cell = aUnit(first.id(), "CELL");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        leader = aHolder("COMMITTEE_LEADER", province.id());
        var both = named(first.id(), cell.id());
        var toParent = anObligation("T", "STUDY_MATERIAL", both, before(LocalDate.of(2024, 4, 1)));
        toParent.put("recipientIsParent", true);
        var meetings = anObligation("M", "THEMATIC_MEETING", named(first.id()), before(LocalDate.of(2024, 4, 1)));
        meetings.put("counts", Map.of("minCount", 1, "maxCount", 1));
        plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        toParent,
                        meetings,
                        anObligation("U", "GENERIC_TASK", named(first.id()), null),
                        anObligation(
                                "I", "INDIVIDUAL_REGISTRATION", named(first.id()), before(LocalDate.of(2024, 4, 10)))));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void a_mark_keeps_what_shows_it_and_the_stated_day_decides_nothing() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 2, 9, 0)); // a day too late
        var held = hold("2024-03-20");
        var id = of("STUDY_MATERIAL", first);
        var path = "/api/v1/assignments/" + id;
        command(officer, path + "/fulfilment", "*", Map.of("reason", "x", "statedOn", "2024-04-03"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/stated-in-the-future"));
        command(
                        officer,
                        path + "/fulfilment",
                        "*",
                        Map.of(
                                "reason",
                                "Đã phát tài liệu",
                                "statedOn",
                                "2024-03-25",
                                "evidence",
                                List.of(Map.of("kind", "ACTIVITY", "id", held, "note", "Biên bản"))))
                .then()
                .statusCode(200)
                .body("standing", is("DONE_LATE"))
                .body("statedOn", is("2024-03-25"))
                .body("receivedAt", startsWith("2024-04-02T02:00"))
                .body("evidence", hasSize(1))
                .body("evidence[0].id", is(held));
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(new String(
                                TestEvents.on("plans.assignment.v1", id)
                                        .getLast()
                                        .value(),
                                StandardCharsets.UTF_8))
                        .contains("\"statedOn\":\"2024-03-25\"")
                        .contains("\"receivedAt\":\"2024-04-02T02:00"));
    }

    @Test
    void evidence_must_be_here_and_within_sight() {
        var path = "/api/v1/assignments/" + of("STUDY_MATERIAL", first) + "/fulfilment";
        command(
                        officer,
                        path,
                        "*",
                        Map.of("reason", "x", "evidence", List.of(Map.of("kind", "ACTIVITY", "id", UUID.randomUUID()))))
                .then()
                .statusCode(422)
                .body("type", is("/problems/unknown-evidence"));
    }

    @Test
    void a_wrong_mark_is_taken_back_with_a_reason_and_the_facts_stand() {
        var id = of("THEMATIC_MEETING", first);
        var path = "/api/v1/assignments/" + id;
        command(officer, path + "/reopening", "*", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/not-marked-by-hand"));
        command(officer, path + "/fulfilment", "*", Map.of("reason", "x"))
                .then()
                .body("standing", is("DONE"));
        command(officer, path + "/reopening", "*", Map.of("reason", "Nhầm đơn vị"))
                .then()
                .statusCode(200)
                .body("standing", is("AWAITED"))
                .body("reason", is("Nhầm đơn vị"))
                .body("markedAt", nullValue());
        command(officer, path + "/fulfilment", "*", Map.of("reason", "x"))
                .then()
                .body("standing", is("DONE"));
        hold("2024-03-12"); // meanwhile a fact, too
        command(officer, path + "/reopening", "*", Map.of("reason", "Nhầm"))
                .then()
                .body("standing", is("DONE"))
                .body("recordedCount", is(1));
        hold("2024-03-13");
        get(officer, path).then().body("recordedCount", is(2)).body("tooMany", is(true));
    }

    @Test
    void extensions_add_up_to_thirty_days_at_most_unless_the_issuer_says_otherwise() {
        var path = "/api/v1/assignments/" + of("STUDY_MATERIAL", first) + "/extension";
        extend(path, "2024-04-10").then().statusCode(200);
        extend(path, "2024-05-01")
                .then()
                .statusCode(422)
                .body("type", is("/problems/extension-too-long"))
                .body("detail", org.hamcrest.Matchers.containsString("2024-04-30"));
        extend(path, "2024-04-30").then().statusCode(200).body("originalDueDay", is("2024-03-31"));
        var organisation = "/api/v1/organisations/" + province.id();
        var tag = get(FIRST_ADMINISTRATOR, organisation).header("ETag");
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("longestExtensionDays", 31))
                .put(organisation + "/settings")
                .then()
                .statusCode(200)
                .body("settings.longestExtensionDays", is(31));
        extend(path, "2024-05-01").then().statusCode(200);
        extend(path, "2024-05-02").then().statusCode(422);
    }

    @Test
    void what_has_expired_is_not_extended() {
        var path = "/api/v1/assignments/" + of("STUDY_MATERIAL", first) + "/extension";
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 0, 0));
        extend(path, "2024-04-15").then().statusCode(409).body("type", is("/problems/extension-after-expiry"));
        TestClock.setTo(LocalDateTime.of(2024, 3, 31, 23, 59, 59));
        extend(path, "2024-04-15").then().statusCode(200);
    }

    @Test
    void a_first_due_day_lies_ahead() {
        var path = "/api/v1/assignments/" + of("GENERIC_TASK", first) + "/extension";
        extend(path, "2024-03-12").then().statusCode(422).body("type", is("/problems/due-day-in-the-past"));
        extend(path, "2024-03-13").then().statusCode(200).body("standing", is("AWAITED"));
    }

    @Test
    void a_transfer_leaves_a_trace_on_both_sides_and_goes_to_the_new_superior() {
        var left = of("STUDY_MATERIAL", cell);
        var to = aUnit(second.id(), "CELL");
        var taken = transfer(left, to.id());
        taken.then()
                .statusCode(200)
                .body("organisationId", is(to.id().toString()))
                .body("recipientOrganisationId", is(second.id().toString()))
                .body("transferredFromAssignmentId", is(left))
                .body("standing", is("AWAITED"))
                .body("dueDay", is("2024-03-31"))
                .body("reason", is("Chuyển chi bộ"));
        get(officer, "/api/v1/assignments/" + left)
                .then()
                .body("standing", is("TRANSFERRED"))
                .body("transferredToOrganisationId", is(to.id().toString()))
                .body("transferredToAssignmentId", is((String) taken.path("id")));
        transfer(left, second.id()).then().statusCode(409).body("type", is("/problems/already-settled"));
        transfer(taken.path("id"), cell.id()).then().statusCode(409).body("type", is("/problems/already-owed-there"));
    }

    @Test
    void nobody_passes_on_to_whom_the_issuer_cannot_bind() {
        transfer(of("STUDY_MATERIAL", cell), aProvince().id())
                .then()
                .statusCode(422)
                .body("type", is("/problems/transfer-outside-issuer"));
        transfer(of("INDIVIDUAL_REGISTRATION", first), second.id())
                .then()
                .statusCode(422)
                .body("type", is("/problems/members-stay"));
        command(
                        aHolder("COMMITTEE_LEADER", first.id()),
                        "/api/v1/assignments/" + of("STUDY_MATERIAL", cell) + "/transfer",
                        "*",
                        Map.of("organisationId", second.id(), "reason", "x"))
                .then()
                .statusCode(403);
    }

    @Test
    void many_are_waived_at_once_with_an_outcome_for_each() {
        command(officer, "/api/v1/assignments/waivers", null, Map.of("reason", "x"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/waiver-unbounded"));
        command(officer, "/api/v1/assignments/waivers", null, Map.of("plan", plan, "reason", "x"))
                .then()
                .statusCode(200)
                .body("waived", is(0))
                .body("items", hasSize(5))
                .body("items.refusal.unique()", is(List.of("role-required")));
        var done = of("GENERIC_TASK", first);
        command(officer, "/api/v1/assignments/" + done + "/fulfilment", "*", Map.of("reason", "x"));
        var one = command(
                leader, "/api/v1/assignments/waivers?limit=3", null, Map.of("plan", plan, "reason", "Thiên tai"));
        one.then().statusCode(200).body("waived", is(3)).body("items.waived.unique()", is(List.of(true)));
        command(
                        leader,
                        "/api/v1/assignments/waivers?limit=3&cursor=" + one.path("nextCursor"),
                        null,
                        Map.of("plan", plan, "reason", "Thiên tai"))
                .then()
                .statusCode(200)
                .body("waived", is(1))
                .body("nextCursor", nullValue());
        assertThat(assignments(officer, "plan=" + plan + "&standing=WAIVED")).hasSize(4);
        assertThat(assignments(officer, "plan=" + plan + "&standing=DONE")).hasSize(1);
    }

    @Test
    void the_history_tells_who_or_what_did_what_and_when() {
        var id = of("THEMATIC_MEETING", first);
        var path = "/api/v1/assignments/" + id;
        extend(path + "/extension", "2024-04-05").then().statusCode(200);
        hold("2024-03-10");
        var history = get(officer, path + "/history");
        history.then()
                .statusCode(200)
                .body("items.what", is(List.of("opened", "extended", "counted")))
                .body("items[0].dueDay", is("2024-03-31"))
                .body("items[1].actor", is(Tokens.ISSUER + "#" + leader))
                .body("items[1].reason", is("Mưa lũ"))
                .body("items[1].dueDay", is("2024-04-05"))
                .body("items[1].at", startsWith("2024-03-13T01:00"))
                .body("items[2].fact", is("activity"))
                .body("items[2].standing", is("DONE"))
                .body("items[2].actor", nullValue());
        get(aHolder("COMMITTEE_LEADER", second.id()), path + "/history").then().statusCode(404);
        get(officer, path + "/history?limit=1").then().body("items", hasSize(2)).body("nextCursor", startsWith(""));
    }

    @Test
    void an_open_assignment_is_at_risk_while_the_same_of_a_direct_child_is_overdue() {
        var path = "/api/v1/assignments/" + of("STUDY_MATERIAL", first);
        get(officer, path).then().body("atRisk", is(false));
        extend(path + "/extension", "2024-04-20").then().statusCode(200);
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 8, 0));
        get(officer, path).then().body("standing", is("AWAITED")).body("atRisk", is(true));
        assertThat(assignments(officer, "plan=" + plan + "&kind=STUDY_MATERIAL&standing=AWAITED"))
                .extracting(each -> each.get("atRisk"))
                .containsExactly(true);
        command(leader, "/api/v1/assignments/" + of("STUDY_MATERIAL", cell) + "/waiver", "*", Map.of("reason", "x"))
                .then()
                .statusCode(200)
                .body("atRisk", nullValue());
        get(officer, path).then().body("atRisk", is(false));
    }

    @Test
    void it_is_at_risk_too_while_what_the_organisation_demands_in_its_service_is_overdue() {
        var demanded = assignments(officer, "plan=" + plan + "&kind=THEMATIC_MEETING")
                .getFirst()
                .get("obligationId");
        var item = anObligation("S", "GENERIC_TASK", named(cell.id()), before(LocalDate.of(2024, 3, 20)));
        item.put("serves", List.of(demanded));
        anIssuedPlan(first.id(), aPlan(first.id(), item));
        var path = "/api/v1/assignments/" + of("THEMATIC_MEETING", first);
        get(officer, path).then().body("atRisk", is(false));
        TestClock.setTo(LocalDateTime.of(2024, 3, 20, 0, 0));
        get(officer, path).then().body("standing", is("AWAITED")).body("atRisk", is(true));
    }

    private io.restassured.response.Response transfer(String id, UUID to) {
        return command(
                officer,
                "/api/v1/assignments/" + id + "/transfer",
                "*",
                Map.of("organisationId", to, "reason", "Chuyển chi bộ"));
    }

    private io.restassured.response.Response extend(String path, String lastDay) {
        return command(leader, path, "*", Map.of("lastDay", lastDay, "reason", "Mưa lũ"));
    }

    private String of(String kind, Unit unit) {
        return assignments(officer, "plan=" + plan + "&kind=" + kind).stream()
                .filter(each -> each.get("organisationId").equals(unit.id().toString()))
                .map(each -> (String) each.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private String hold(String day) {
        var meeting = assignments(officer, "plan=" + plan + "&kind=THEMATIC_MEETING")
                .getFirst()
                .get("obligationId");
        var held = post(
                aHolder("CELL_SECRETARY", first.id()),
                "/api/v1/activities",
                new HashMap<>(Map.of(
                        "organisationId",
                        first.id(),
                        "kind",
                        "THEMATIC_MEETING",
                        "heldOn",
                        day,
                        "attendance",
                        9,
                        "obligationIds",
                        List.of(meeting))));
        held.then().statusCode(201);
        return held.path("id");
    }
}
