package vn.tiendo.plans.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class InspectionTest {

    private static final String FINDINGS = "/api/v1/activities/findings?limit=50";

    private Unit province;
    private Unit commission;
    private Unit board;
    private Unit commune;
    private String inspector;
    private String secretary;

    @BeforeEach
    void an_inspection_commission_and_a_commune() {
        TestClock.setTo(LocalDateTime.of(2024, 6, 20, 9, 0));
        province = aProvince();
        commission = aUnit(province.id(), "INSPECTION_COMMISSION");
        board = aUnit(province.id(), "ADVISORY_BOARD");
        commune = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        inspector = aHolder("INSPECTOR", commission.id());
        secretary = aHolder("CELL_SECRETARY", commune.id());
    }

    @AfterEach
    void back_to_now() {
        TestClock.setBack();
    }

    @Test
    void the_one_inspected_and_the_coordinator_see_it_and_nobody_else_beside() {
        var inspection = inspected("2024-06-18", List.of("Chưa có sổ đăng ký"), List.of());
        inspection
                .then()
                .statusCode(201)
                .body("quarter", is("2024-Q2"))
                .body("programme", is("Chương trình kiểm tra năm 2024"))
                .body("subjects", hasSize(2))
                .body("subjects[1].role", is("CELL_SECRETARY"))
                .body("coordinatorOrganisationIds", contains(board.id().toString()))
                .body("findings.open", is(1));
        var path = "/api/v1/activities/" + inspection.path("id");
        get(secretary, path).then().statusCode(200);
        get(aHolder("COMMITTEE_OFFICER", board.id()), path).then().statusCode(200);
        get(
                        aHolder(
                                "COMMITTEE_OFFICER",
                                aUnit(province.id(), "GRASSROOTS_COMMITTEE").id()),
                        path)
                .then()
                .statusCode(404);
        command(secretary, path + "/cancellation", "*", Map.of("reason", "Không đồng ý"))
                .then()
                .statusCode(403);
        get(secretary, FINDINGS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].text", is("Chưa có sổ đăng ký"))
                .body("items[0].dueDay", is("2024-07-31"))
                .body("items[0].status", is("OPEN"))
                .body("items[0].overdue", is(false));
        TestClock.setTo(LocalDateTime.of(2024, 8, 1, 0, 0));
        get(secretary, FINDINGS).then().body("items[0].overdue", is(true));
        get(inspector, FINDINGS + "&dueBefore=2024-07-31").then().body("items", hasSize(0));
        get(inspector, FINDINGS + "&dueBefore=2024-08-01&organisation=" + commune.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_re_inspection_closes_what_was_put_right_and_carries_the_rest() {
        var first = inspected("2024-06-18", List.of("Chưa có sổ đăng ký", "Chưa kiểm điểm"), List.of());
        List<String> ids = findingsOf(first);
        TestClock.setTo(LocalDateTime.of(2024, 9, 2, 9, 0));
        var again = inspected(
                "2024-09-01",
                List.of(),
                List.of(
                        Map.of("findingId", ids.get(0), "outcome", "CLOSED", "note", "Đã lập sổ"),
                        Map.of("findingId", ids.get(1), "outcome", "CARRIED", "dueDay", "2024-10-31")));
        again.then().statusCode(201).body("findings.open", is(1)).body("findings.closed", is(0));
        get(inspector, "/api/v1/activities/" + first.path("id"))
                .then()
                .body("findings.open", is(0))
                .body("findings.closed", is(1))
                .body("findings.carried", is(1));
        get(inspector, FINDINGS + "&status=OPEN")
                .then()
                .body("items", hasSize(1))
                .body("items[0].carriedFrom", is(ids.get(1)))
                .body("items[0].text", is("Chưa kiểm điểm"))
                .body("items[0].dueDay", is("2024-10-31"));
        get(inspector, FINDINGS + "&inspection=" + first.path("id"))
                .then()
                .body("items.status", containsInAnyOrder("CLOSED", "CARRIED"))
                .body("items[0].settledBy", is((String) again.path("id")))
                .body("items[0].settlement", is("Đã lập sổ"));
        inspected("2024-09-02", List.of(), List.of(Map.of("findingId", ids.get(0), "outcome", "CLOSED")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/finding-not-open"));

        command(inspector, "/api/v1/activities/" + first.path("id") + "/cancellation", "*", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/findings-followed-up"));
        command(inspector, "/api/v1/activities/" + again.path("id") + "/cancellation", "*", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(200);
        get(inspector, FINDINGS + "&status=OPEN").then().body("items.id", containsInAnyOrder(ids.toArray()));
    }

    @Test
    void whoever_is_inspected_never_closes_what_was_found_about_it() {
        var ids = findingsOf(inspected("2024-06-18", List.of("Chưa có sổ đăng ký"), List.of()));
        var own =
                inspection("2024-06-19", List.of(), List.of(Map.of("findingId", ids.getFirst(), "outcome", "CLOSED")));
        own.put("organisationId", commune.id());
        post(secretary, "/api/v1/activities", own).then().statusCode(403).body("type", is("/problems/role-required"));
        get(secretary, FINDINGS).then().body("items[0].status", is("OPEN"));
    }

    @Test
    void findings_are_of_those_inspected_and_due_later() {
        var stranger = inspection("2024-06-18", List.of("x"), List.of());
        stranger.put(
                "inspection",
                Map.of(
                        "subjects",
                        List.of(Map.of("organisationId", board.id())),
                        "findings",
                        List.of(Map.of("organisationId", commune.id(), "text", "x", "dueDay", "2024-07-31"))));
        refused(stranger, "finding-of-nobody-inspected");
        stranger.put(
                "inspection",
                Map.of(
                        "subjects",
                        List.of(Map.of("organisationId", board.id())),
                        "findings",
                        List.of(Map.of("organisationId", board.id(), "text", "x", "dueDay", "2024-06-17"))));
        refused(stranger, "finding-due-too-early");
        refused(
                inspection(
                        "2024-06-18", List.of(), List.of(Map.of("findingId", UUID.randomUUID(), "outcome", "CLOSED"))),
                "finding-not-found");
        refused(
                inspection(
                        "2024-06-18", List.of(), List.of(Map.of("findingId", UUID.randomUUID(), "outcome", "CARRIED"))),
                "carried-without-day");
        var meeting = inspection("2024-06-18", List.of(), List.of());
        meeting.put("kind", "THEMATIC_MEETING");
        post(aHolder("COMMITTEE_OFFICER", commission.id()), "/api/v1/activities", meeting)
                .then()
                .statusCode(422)
                .body("type", is("/problems/activity-field-out-of-place"));
    }

    private void refused(Map<String, Object> content, String code) {
        post(inspector, "/api/v1/activities", content).then().statusCode(422).body("type", is("/problems/" + code));
    }

    private List<String> findingsOf(Response inspection) {
        inspection.then().statusCode(201);
        return get(inspector, FINDINGS + "&inspection=" + inspection.path("id"))
                .jsonPath()
                .getList("items.id");
    }

    private Response inspected(String day, List<String> findings, List<Map<String, Object>> followUps) {
        return post(inspector, "/api/v1/activities", inspection(day, findings, followUps));
    }

    private Map<String, Object> inspection(String day, List<String> texts, List<Map<String, Object>> followUps) {
        var findings = new ArrayList<Map<String, Object>>();
        texts.forEach(
                text -> findings.add(Map.of("organisationId", commune.id(), "text", text, "dueDay", "2024-07-31")));
        var content = new HashMap<String, Object>();
        content.put("organisationId", commission.id());
        content.put("kind", "INSPECTION");
        content.put("heldOn", day);
        content.put("obligationIds", List.of());
        content.put(
                "inspection",
                Map.of(
                        "programme",
                        "Chương trình kiểm tra năm 2024",
                        "quarter",
                        "2024-Q2",
                        "subjects",
                        List.of(
                                Map.of("organisationId", commune.id()),
                                Map.of("organisationId", commune.id(), "role", "CELL_SECRETARY")),
                        "coordinatorOrganisationIds",
                        List.of(board.id()),
                        "findings",
                        findings,
                        "followUps",
                        followUps));
        return content;
    }
}
