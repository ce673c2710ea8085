package vn.tiendo.reporting.document;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// A town committee that has issued a plan; one of its wards owes a report through the propaganda board, another ward
/// owes nothing.
public final class PaperScene {

    public static final LocalDateTime MORNING = LocalDateTime.of(2024, 5, 2, 9, 0);

    public static final String TEXT = "{\"results\":\"Đã có 36/40 chi bộ đăng ký.\\nCòn lại 4 chi bộ.\"}";

    public final KnownOrganisation town = TestTree.aRoot();
    public final KnownOrganisation board = TestTree.aChildOf(town);
    public final KnownOrganisation ward = TestTree.aChildOf(town);
    public final KnownOrganisation sibling = TestTree.aChildOf(town);

    public final String townOfficer = token(Role.COMMITTEE_OFFICER, town);
    public final String boardOfficer = token(Role.COMMITTEE_OFFICER, board);
    public final String wardOfficer = token(Role.COMMITTEE_OFFICER, ward);
    public final String wardMember = token(Role.MEMBER, ward);
    public final String wardInspector = token(Role.INSPECTOR, ward);
    public final String siblingOfficer = token(Role.COMMITTEE_OFFICER, sibling);
    public final String stranger = Tokens.of("stranger-" + UUID.randomUUID());

    public final UUID plan = Uuid7.next();
    public final UUID assignment = Uuid7.next();

    public static String token(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    /// As plans-service tells of the town and the ward: what they were called at the time.
    public PaperScene named() {
        name(town, null, "Thị ủy La Gi");
        name(ward, town.id(), "Đảng ủy phường Phước Hội");
        return this;
    }

    public void name(KnownOrganisation organisation, @Nullable UUID parent, String name) {
        var parentId = parent == null ? "" : "\"parentId\":\"%s\",".formatted(parent);
        TestEvents.send(
                "plans.organisation.v1",
                organisation.id().toString(),
                "plans.organisation.renamed.v1",
                1,
                """
                {"id":"%s","code":"%s","name":"Tên mới","kind":"CELL","hierarchy":"PARTY",%s"path":"%s",
                 "validFrom":"2000-01-01","periods":[
                 {"from":"2000-01-01","to":"2025-06-30","code":"X","name":"%s","kind":"CELL",%s"path":"%s"},
                 {"from":"2025-07-01","code":"X","name":"Tên mới","kind":"CELL",%s"path":"%s"}]}\
                """.formatted(
                                organisation.id(),
                                organisation.code(),
                                parentId,
                                organisation.path(),
                                name,
                                parentId,
                                organisation.path(),
                                parentId,
                                organisation.path()));
        await().until(() -> !Rows.ask("select 1 from organisation_name where organisation_id = ?", organisation.id())
                .isEmpty());
    }

    public PaperScene issued() {
        tellPlan(2, "\"issuedAt\":\"2024-03-01T02:00:00Z\",");
        return this;
    }

    public void tellPlan(long sequence, String more) {
        tellPlan(sequence, "ISSUED", more);
    }

    public void tellPlan(long sequence, String status, String more) {
        TestEvents.send("plans.plan.v1", plan.toString(), "plans.plan.issued.v1", sequence, """
            {"id":"%s","organisationId":"%s","type":"PLAN","number":"3","symbol":"KH/TU","issueDate":"2024-03-01",
             "title":"Chuyên đề năm 2024","year":2024,"periodFrom":"2024-01-01","periodTo":"2024-12-31",%s
             "status":"%s","draftedAt":"2024-02-01T02:00:00Z","fieldOfTomorrow":[1],
             "obligations":[{"id":"%s","code":"M","kind":"PERIODIC_REPORT","form":"SIX_MONTH","tier":"CORE",
              "subject":"Các chi bộ, đảng bộ cơ sở","opens":"ASSIGNMENT","minCount":1,"exempt":[],
              "recipientOrganisationId":"%s","deadline":{"type":"BEFORE_DATE","raw":"trước ngày 05/5","exclusive":true},
              "reading":"NAMED_DAY_EXCLUDED","serves":[],"needsAcknowledgement":false}]}\
            """.formatted(
                        plan, town.id(), more, status, Uuid7.next(), town.id()));
        var issued = more.contains("issuedAt");
        await().until(() -> !Rows.ask(
                        "select 1 from plan_paper where plan_id = ? and issued = ?"
                                + " and state::json ->> 'status' = ?",
                        plan,
                        issued,
                        status)
                .isEmpty());
    }

    /// Expected of the ward, to the town through the board.
    public UUID aReport() {
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.changed.v1", 0, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"PERIODIC_REPORT",
             "form":"SIX_MONTH","opens":"ASSIGNMENT","occurrence":"2024","dueAt":"2024-05-04T17:00:00Z",
             "recipientOrganisationId":"%s","viaOrganisationId":"%s","requiredCount":1,"recordedCount":0,
             "accepted":false}\
            """.formatted(
                        assignment, plan, Uuid7.next(), ward.id(), town.id(), board.id()));
        return await().until(
                        () -> Rows.ask(
                                        "select id from report where assignment_id = ? and organisation_path is not"
                                                + " null",
                                        assignment)
                                .stream()
                                .findFirst()
                                .map(UUID::fromString)
                                .orElse(null),
                        id -> id != null);
    }

    public UUID aWrittenReport() {
        var id = aReport();
        given().auth()
                .oauth2(wardOfficer)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(TEXT)
                .put("/api/v1/reports/" + id + "/content")
                .then()
                .statusCode(200);
        return id;
    }

    public UUID aSubmittedReport() {
        var id = aWrittenReport();
        handIn(id);
        return id;
    }

    public void handIn(UUID id) {
        post(wardOfficer, id, "submission");
    }

    public void sendBack(UUID id) {
        given().auth()
                .oauth2(boardOfficer)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"reason\":\"Thiếu số liệu\"}")
                .post("/api/v1/reports/" + id + "/return")
                .then()
                .statusCode(200);
    }

    public UUID anAcceptedReport() {
        var id = aSubmittedReport();
        post(boardOfficer, id, "receipt");
        post(boardOfficer, id, "forwarding");
        post(townOfficer, id, "acceptance");
        return id;
    }

    private static void post(String token, UUID id, String command) {
        given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .post("/api/v1/reports/" + id + "/" + command)
                .then()
                .statusCode(200);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1/reports/" + path);
    }

    public static Response document(String token, UUID report, String format) {
        return get(token, report + "/document?format=" + format);
    }

    public static Response fillIn(String token, UUID report, @Nullable String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/reports/" + report + "/paper");
    }

    public static void isProblem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + code));
    }
}
