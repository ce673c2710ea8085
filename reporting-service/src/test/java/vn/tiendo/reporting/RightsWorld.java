package vn.tiendo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.RightsPolicy.Caller;
import vn.tiendo.reporting.RightsPolicy.Place;

/// One thing of every sort at one organisation, and one holder of every role at it and around it.
final class RightsWorld {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIX_MONTH = "019100c0-0000-7000-8000-000000000002";

    private final Map<String, String> ids = new HashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final KnownOrganisation province = TestTree.aRoot();
    private final KnownOrganisation own = TestTree.aChildOf(province);
    private final KnownOrganisation subordinate = TestTree.aChildOf(own);
    private final KnownOrganisation sibling = TestTree.aChildOf(province);
    private final UUID plan = Uuid7.next();
    private final String clerk = holder(Role.COMMITTEE_OFFICER, own);

    RightsWorld() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0));
        ids.put("own", own.id().toString());
        ids.put("plan", plan.toString());
        ids.put("regime", SIX_MONTH);
        ids.put("code", "study_attendance");
        ids.put("section", "results");
        makeCallers();
        issue();
        makeReports();
        makeTemplates();
    }

    List<Caller> callers() {
        return callers;
    }

    String id(String name) {
        var id = ids.get(name);
        assertThat(id).as(name).isNotNull();
        return id;
    }

    static Map<String, Object> aDefinition() {
        return Map.of(
                "indicators",
                List.of(Map.of(
                        "code", "study_attendance",
                        "nameVi", "Số lượt",
                        "nameEn", "Attendance",
                        "type", "INTEGER",
                        "aggregation", "SUM",
                        "fact", "STUDY_ATTENDANCE")));
    }

    private String holder(Role role, KnownOrganisation at) {
        var subject = TestTree.aHolderOf(role, at);
        tokens.put(subject, Tokens.of(subject));
        return subject;
    }

    private void makeCallers() {
        var nobody = "nobody-" + own.code();
        tokens.put(nobody, Tokens.of(nobody));
        callers.add(new Caller(nobody, null, null));
        var places = Map.of(
                Place.OWN, own,
                Place.SUBORDINATE, subordinate,
                Place.SUPERIOR, province,
                Place.SIBLING, sibling,
                Place.FOREIGN, TestTree.aRoot());
        places.forEach((place, organisation) -> {
            for (var role : Role.values()) {
                callers.add(new Caller(holder(role, organisation), place, role));
            }
        });
    }

    private void issue() {
        TestEvents.send("plans.plan.v1", plan.toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","organisationId":"%s","type":"PLAN","title":"Kế hoạch","year":2024,"status":"ISSUED",
             "submissionStatus":"NOT_SUBMITTED","issuedAt":"2024-01-15T01:00:00Z","obligations":[]}\
            """.formatted(plan, own.id()));
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", plan), rows -> !rows.isEmpty());
    }

    private void makeReports() {
        held(own, 7);
        keep("draft", expected(own, province, null, "2024"));
        made(send(clerk, "POST", report("draft") + "/prefilling", null, "*"));
        keep("submitted", handedIn(own, province, null, "2023"));
        keep("through", handedIn(own, province, sibling, "2022"));
        var unit = expected(subordinate, own, null, "2021");
        var secretary = holder(Role.COMMITTEE_OFFICER, subordinate);
        made(send(
                secretary,
                "PUT",
                "/api/v1/reports/" + unit + "/content",
                Map.of("results", "x", "figures", List.of(Map.of("code", "study_attendance", "value", 3))),
                "*"));
        made(send(secretary, "POST", "/api/v1/reports/" + unit + "/submission", null, "*"));
        made(send(clerk, "POST", "/api/v1/reports/" + unit + "/acceptance", null, "*"));
        keep("consolidated", expected(own, province, null, "2021"));
        made(send(clerk, "POST", report("consolidated") + "/consolidation", null, "*"));
    }

    private UUID handedIn(
            KnownOrganisation organisation,
            KnownOrganisation recipient,
            @Nullable KnownOrganisation via,
            String occurrence) {
        var id = expected(organisation, recipient, via, occurrence);
        made(send(clerk, "PUT", "/api/v1/reports/" + id + "/content", Map.of("results", "x"), "*"));
        made(send(clerk, "POST", "/api/v1/reports/" + id + "/submission", null, "*"));
        return id;
    }

    private UUID expected(
            KnownOrganisation organisation,
            KnownOrganisation recipient,
            @Nullable KnownOrganisation via,
            String occurrence) {
        var assignment = Uuid7.next();
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", 0, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"PERIODIC_REPORT",
             "form":"SIX_MONTH","opens":"ASSIGNMENT","subject":"s","occurrence":"%s","dueAt":"2024-05-04T17:00:00Z",
             "recipientOrganisationId":"%s","viaOrganisationId":%s,"requiredCount":1,"recordedCount":0,
             "accepted":false}\
            """.formatted(
                        assignment,
                        plan,
                        plan,
                        organisation.id(),
                        occurrence,
                        recipient.id(),
                        via == null ? "null" : "\"" + via.id() + "\""));
        return UUID.fromString(await().until(
                        () -> Rows.ask("select id from report where assignment_id = ?", assignment),
                        found -> !found.isEmpty())
                .getFirst());
    }

    private void held(KnownOrganisation at, int attendance) {
        var id = Uuid7.next();
        TestEvents.send("plans.activity.v1", id.toString(), "plans.activity.held.v1", 0, """
            {"id":"%s","organisationId":"%s","kind":"STUDY_SESSION","status":"HELD","heldOn":"2024-03-20",
             "attendance":%d,"subjectOrganisationIds":[],"obligationIds":[],"recordedAt":"2024-03-21T01:00:00Z"}\
            """.formatted(
                        id, at.id(), attendance));
        await().until(
                        () -> Rows.ask("select 1 from inbox where aggregateid = ?", id.toString()),
                        found -> !found.isEmpty());
    }

    private void makeTemplates() {
        var body = Map.of("organisationId", own.id(), "definition", aDefinition());
        var templates = "/api/v1/report-regimes/" + SIX_MONTH + "/templates";
        keep(
                "template",
                JsonPath.from(made(send(clerk, "POST", templates, body))).getString("id"));
        made(send(clerk, "POST", templates + "/" + id("template") + "/publication", null, "*"));
        keep(
                "drafted",
                JsonPath.from(made(send(clerk, "POST", templates, body))).getString("id"));
    }

    private String report(String name) {
        return "/api/v1/reports/" + id(name);
    }

    private void keep(String name, Object id) {
        ids.put(name, id.toString());
    }

    private static String made(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        return response.body();
    }

    HttpResponse<String> send(@Nullable String subject, String method, String path, @Nullable Object body) {
        return send(subject, method, path, body, null);
    }

    private HttpResponse<String> send(
            @Nullable String subject, String method, String path, @Nullable Object body, @Nullable String ifMatch) {
        try {
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
            request.method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (subject != null) {
                request.header("Authorization", "Bearer " + tokens.get(subject));
            }
            if (ifMatch != null) {
                request.header("If-Match", ifMatch);
            }
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
