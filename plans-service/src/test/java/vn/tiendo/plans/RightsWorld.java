package vn.tiendo.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;
import vn.tiendo.plans.RightsPolicy.Caller;
import vn.tiendo.plans.RightsPolicy.Place;

/// One thing of every sort at one organisation, and one holder of every role at it and around it.
final class RightsWorld {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final Map<String, String> ids = new HashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Unit province = aProvince();
    final Unit own = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
    final Unit subordinate = aUnit(own.id(), "CELL");
    final Unit sibling = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
    final String clerk = aHolder("COMMITTEE_OFFICER", own.id());
    final String leader = aHolder("COMMITTEE_LEADER", own.id());
    private final String superior = aHolder("COMMITTEE_OFFICER", province.id());

    RightsWorld() {
        keep("own", own.id());
        keep("ownCode", own.code());
        keep("subordinate", subordinate.id());
        keep("sibling", sibling.id());
        makeCallers();
        signTokens();
        makePlans();
        makeAssignments();
        makeActivities();
        makeReferenceData();
        makeChangesOfTheTree();
        makeImport("organisations/imports", organisationRows(this));
        makeImport("posts/imports", postRows(this));
        makePlanImport();
    }

    /// Signed by the thread of the test: others have not its class loader.
    private void signTokens() {
        callers.forEach(caller -> tokens.put(caller.subject(), Tokens.of(caller.subject())));
    }

    List<Caller> callers() {
        return callers;
    }

    Object id(String name) {
        return ids.get(name);
    }

    boolean has(String name) {
        return ids.containsKey(name);
    }

    private void keep(String name, @Nullable Object id) {
        assertThat(id).as(name).isNotNull();
        ids.put(name, String.valueOf(id));
    }

    private void makeCallers() {
        callers.add(new Caller("nobody-" + own.code(), null, null));
        var places = Map.of(
                Place.OWN, own.id(),
                Place.SUBORDINATE, subordinate.id(),
                Place.SUPERIOR, province.id(),
                Place.SIBLING, sibling.id(),
                Place.FOREIGN, aProvince().id());
        for (var place : Place.values()) {
            for (var role : Role.values()) {
                callers.add(new Caller(aHolder(role.name(), places.get(place)), place, role));
            }
        }
    }

    private static String made(io.restassured.response.Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201, 202);
        return response.path("id").toString();
    }

    private Map<String, Object> owedBy(UUID issuer, UUID debtor) {
        return aPlan(issuer, anObligation("1", "COLLECTIVE_PLAN", named(debtor), before(LocalDate.of(2024, 4, 10))));
    }

    private String drafted() {
        return made(post(clerk, "/api/v1/plans", owedBy(own.id(), subordinate.id())));
    }

    private String adopted() {
        var id = drafted();
        command(leader, "/api/v1/plans/" + id + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
        return id;
    }

    private void makePlans() {
        keep("draft", drafted());
        keep("draft.document", attached("draft"));
        keep(
                "draft.obligation",
                get(clerk, "/api/v1/plans/" + id("draft") + "/obligations").path("items[0].id"));
        keep("submitted", adopted());
        command(clerk, "/api/v1/plans/" + id("submitted") + "/submission", "*", Map.of())
                .then()
                .statusCode(200);
        keep("through", adopted());
        command(clerk, "/api/v1/plans/" + id("through") + "/submission", "*", Map.of("viaOrganisationId", sibling.id()))
                .then()
                .statusCode(200);
        keep("published", adopted());
        keep("published.document", attached("published"));
        keep("file", id("published.document"));
        keep("file.id", id("published"));
        var path = "/api/v1/plans/" + id("published");
        command(leader, path + "/issuance", "*", null).then().statusCode(200);
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> get(leader, path).path("assignmentsOpenedAt") != null
                        && !get(leader, path + "/receipts")
                                .jsonPath()
                                .getList("items")
                                .isEmpty());
        keep("published.obligation", get(leader, path + "/obligations").path("items[0].id"));
    }

    private String attached(String plan) {
        var sent = send(
                clerk,
                "POST",
                "/api/v1/plans/" + id(plan) + "/documents?fileName=phu-luc.txt",
                "Phụ lục " + UUID.randomUUID());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        return io.restassured.path.json.JsonPath.from(sent.body()).getString("id");
    }

    private void makeAssignments() {
        for (var name : List.of("assignment", "waivable")) {
            var plan = anIssuedPlan(province.id(), owedBy(province.id(), own.id()));
            keep(name + ".plan", plan);
            keep(name, assignments(superior, "plan=" + plan).getFirst().get("id"));
        }
    }

    private void makeActivities() {
        keep("activity", made(post(clerk, "/api/v1/activities", aMeeting(this))));
        var inspection = new HashMap<>(aMeetingHeld(this));
        inspection.put("kind", "INSPECTION");
        inspection.put(
                "inspection",
                Map.of(
                        "subjects",
                        List.of(Map.of("organisationId", subordinate.id())),
                        "findings",
                        List.of(Map.of(
                                "organisationId", subordinate.id(), "text", "Chưa có sổ", "dueDay", "2024-07-31"))));
        keep("inspection", made(post(clerk, "/api/v1/activities", inspection)));
        keep(
                "finding",
                get(clerk, "/api/v1/activities/findings?inspection=" + id("inspection"))
                        .path("items[0].id"));
    }

    private void makeReferenceData() {
        keep("theme", made(post(clerk, "/api/v1/themes", aTheme(this))));
        keep("known", made(post(clerk, "/api/v1/known-documents", aKnownDocument(this))));
        var holder = give(FIRST_ADMINISTRATOR, "holder-" + own.code(), "MEMBER", own.id());
        keep("post", made(holder));
        keep(
                "post.absence",
                command(
                                FIRST_ADMINISTRATOR,
                                "/api/v1/posts/" + id("post") + "/absences",
                                "*",
                                Map.of("from", "2024-02-01", "to", "2024-02-05"))
                        .path("absences[0].id"));
        var closed = send(FIRST_ADMINISTRATOR, "PUT", "/api/v1/calendars/" + own.id(), closures(this));
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        keep("calendar", io.restassured.path.json.JsonPath.from(closed.body()).getString("id"));
        var feed = post(clerk, "/api/v1/calendar-feeds", Map.of("organisationId", own.id()));
        keep("feed", made(feed));
        keep("feed.token", feed.<String>path("address").replaceAll(".*/|\\.ics", ""));
    }

    private void makeChangesOfTheTree() {
        keep("restructuring", made(post(FIRST_ADMINISTRATOR, "/api/v1/restructurings", aRename(this))));
        var path = "/api/v1/organisations/" + own.id() + "/links";
        keep(
                "link",
                made(post(
                        FIRST_ADMINISTRATOR,
                        path,
                        Map.of("type", "COORDINATES_WITH", "organisationId", sibling.id(), "from", "2020-01-01"))));
        keep("link.organisation", own.id());
    }

    private void makeImport(String path, Object file) {
        var sent = send(aHolder("ADMINISTRATOR", own.id()), "POST", "/api/v1/" + path + "?dryRun=true", file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        keep(path, io.restassured.path.json.JsonPath.from(sent.body()).getString("id"));
    }

    private void makePlanImport() {
        var sent = send(clerk, "POST", "/api/v1/plan-imports?organisation=" + own.id(), aDocument());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        keep("plan-imports", io.restassured.path.json.JsonPath.from(sent.body()).getString("id"));
    }

    static String aDocument() {
        return "KẾ HOẠCH\nnăm 2024\nCác chi bộ báo cáo kết quả trước ngày 15/3/2024.\n" + UUID.randomUUID();
    }

    /// @param subject nobody when absent
    /// @param body text goes as it is, as a table where it is one; everything else as JSON
    HttpResponse<String> send(@Nullable String subject, String method, String path, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                    .header("Accept-Language", "en");
            if (subject != null) {
                request.header("Authorization", "Bearer " + tokens.computeIfAbsent(subject, Tokens::of));
            }
            if (body != null) {
                request.header(
                        "Content-Type",
                        !(body instanceof String)
                                ? "application/json"
                                : path.contains("/plan-imports")
                                        ? "text/plain"
                                        : path.contains("/imports") ? "text/csv" : "application/octet-stream");
            }
            return CLIENT.send(
                    request.method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(
                                                    body instanceof String text ? text : JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String aCode() {
        return "R" + UUID.randomUUID().toString().substring(0, 12);
    }

    static Map<String, Object> anOrganisation(RightsWorld world) {
        return Map.of(
                "parentId",
                world.id("own"),
                "code",
                aCode(),
                "name",
                "Chi bộ mới",
                "kind",
                "CELL",
                "hierarchy",
                "PARTY",
                "validFrom",
                "2000-01-01");
    }

    static Map<String, Object> aKind(RightsWorld world) {
        return Map.of("code", "MILITIA", "nameVi", "Dân quân", "nameEn", "Militia", "hierarchy", "STATE");
    }

    /// Of a day that is far, so that it stays planned.
    static Map<String, Object> aRename(RightsWorld world) {
        return Map.of(
                "decision",
                Map.of("number", "1", "symbol", "QĐ/TU", "date", "2024-01-05", "issuer", "Tỉnh ủy"),
                "effectiveOn",
                "2090-01-01",
                "acts",
                List.of(Map.of(
                        "type", "RENAME", "organisation", Map.of("id", world.id("own")), "name", "Đảng bộ phường")));
    }

    static Map<String, Object> aLink(RightsWorld world) {
        return Map.of("type", "ADVISES", "organisationId", world.id("subordinate"), "from", "2020-01-01");
    }

    static String organisationRows(RightsWorld world) {
        return "code,parentCode,hierarchy,kind,name,validFrom,validTo\n" + aCode() + "," + world.id("ownCode")
                + ",PARTY,CELL,Chi bộ mới,2000-01-01,\n";
    }

    static String postRows(RightsWorld world) {
        return "organisationCode,role,subject,validFrom\n" + world.id("ownCode") + ",MEMBER," + aCode()
                + ",2000-01-01\n";
    }

    static Map<String, Object> aPost(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "role",
                "MEMBER",
                "holderSubject",
                aCode(),
                "validFrom",
                "2000-01-01");
    }

    static Map<String, Object> closures(RightsWorld world) {
        var day = Map.of(
                "date",
                "2044-03-04",
                "kind",
                "HOLIDAY",
                "name",
                "Lễ hội",
                "decision",
                Map.of("number", "12/QĐ-TU", "date", "2024-01-05", "issuer", "Tỉnh ủy", "title", "Lịch nghỉ"));
        return Map.of("days", List.of(day));
    }

    static Map<String, Object> aDeadline(RightsWorld world) {
        return Map.of("organisationId", world.id("own"), "year", 2024, "deadline", before(LocalDate.of(2024, 4, 10)));
    }

    static Map<String, Object> aMeeting(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "kind",
                "THEMATIC_MEETING",
                "plannedOn",
                "2030-01-10",
                "obligationIds",
                List.of());
    }

    static Map<String, Object> aMeetingHeld(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "kind",
                "THEMATIC_MEETING",
                "heldOn",
                "2024-06-18",
                "obligationIds",
                List.of());
    }

    static Map<String, Object> aTheme(RightsWorld world) {
        return Map.of("organisationId", world.id("own"), "scope", "ANNUAL", "title", "Chủ đề năm", "year", 2024);
    }

    static Map<String, Object> aKnownDocument(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "type",
                "Chỉ thị",
                "number",
                "05",
                "symbol",
                "CT/TW",
                "issueDate",
                "2016-05-15",
                "issuer",
                "Bộ Chính trị",
                "title",
                "Học tập và làm theo " + aCode());
    }
}
