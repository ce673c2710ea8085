package vn.tiendo.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// What drafts are filled with: facts of the ward of a [ReportScene] and of its cells.
public final class DraftScene {

    private DraftScene() {}

    static void issue(UUID plan, UUID issuer, int year) {
        TestEvents.send(
                "plans.plan.v1", plan.toString(), "plans.plan.issued.v1", 1, """
                    {"id":"%s","organisationId":"%s","title":"Kế hoạch","year":%d,"status":"ISSUED",
                     "issuedAt":"%d-01-15T01:00:00Z","obligations":[]}\
                    """.formatted(plan, issuer, year, year));
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", plan), rows -> !rows.isEmpty());
    }

    public static UUID held(KnownOrganisation at, String kind, @Nullable String form, String day, int attendance) {
        var id = Uuid7.next();
        activity(id, 0, at, kind, form, "HELD", day, attendance);
        return id;
    }

    static void activity(
            UUID id,
            long sequence,
            KnownOrganisation at,
            String kind,
            @Nullable String form,
            String status,
            String day,
            int attendance) {
        TestEvents.send("plans.activity.v1", id.toString(), "plans.activity.held.v1", sequence, """
            {"id":"%s","organisationId":"%s","kind":"%s","form":%s,"status":"%s","heldOn":"%s","attendance":%d,
             "subjectOrganisationIds":[],"obligationIds":[],"recordedAt":"2024-03-21T01:00:00Z"}\
            """.formatted(
                        id, at.id(), kind, form == null ? "null" : "\"" + form + "\"", status, day, attendance));
        awaitTaken("plans.activity.v1", id, sequence);
    }

    static void nominated(KnownOrganisation at, String form, String status, String reportedAt) {
        var id = Uuid7.next();
        TestEvents.send(
                "registrations.nomination.v1", id.toString(), "registrations.nomination.reported.v1", 0, """
                    {"id":"%s","organisationId":"%s","campaignYear":2024,"form":"%s","status":"%s","reportedAt":"%s"}\
                    """.formatted(
                                id, at.id(), form, status, reportedAt));
        awaitTaken("registrations.nomination.v1", id, 0);
    }

    static UUID registered(UUID plan, KnownOrganisation at, long sequence, UUID id, String numbers) {
        TestEvents.send(
                "registrations.unit-summary.v1",
                id.toString(),
                "registrations.unit-summary.changed.v1",
                sequence,
                """
                {"id":"%s","campaignId":"%s","planId":"%s","obligationId":"%s","assignmentId":"%s",
                 "organisationId":"%s","rosterFrozen":true,%s,"asOf":"2024-05-02T00:00:00Z"}\
                """.formatted(id, plan, plan, plan, id, at.id(), numbers));
        awaitTaken("registrations.unit-summary.v1", id, sequence);
        return id;
    }

    /// Where it stood since long ago, and where it stands from a day on.
    static void moved(KnownOrganisation what, KnownOrganisation from, KnownOrganisation to, String day) {
        var segment = what.path().substring(from.path().length());
        TestEvents.send("plans.organisation.v1", what.id().toString(), "plans.organisation.moved.v1", 1, """
                    {"id":"%s","code":"%s","name":"%s","kind":"CELL","parentId":"%s","path":"%s",
                     "validFrom":"2000-01-01","settings":{},"periods":[
                      {"from":"2000-01-01","to":"%s","name":"x","kind":"CELL","parentId":"%s","path":"%s"},
                      {"from":"%s","name":"x","kind":"CELL","parentId":"%s","path":"%s"}]}\
                    """.formatted(
                        what.id(),
                        what.code(),
                        what.name(),
                        to.id(),
                        to.path() + segment,
                        LocalDate.parse(day).minusDays(1),
                        from.id(),
                        what.path(),
                        day,
                        to.id(),
                        to.path() + segment));
        awaitTaken("plans.organisation.v1", what.id(), 1);
    }

    static void awaitTaken(String topic, UUID id, long sequence) {
        await().until(
                        () -> Rows.ask(
                                "select sequence from inbox where topic = ? and aggregateid = ?", topic, id.toString()),
                        found -> found.contains(Long.toString(sequence)));
    }

    static Response merge(String token, UUID id, @Nullable String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch("/api/v1/reports/" + id + "/content");
    }

    static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1" + path);
    }

    static Response send(String token, String method, String path, @Nullable String ifMatch, @Nullable String body) {
        var request = given().auth().oauth2(token);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, "/api/v1" + path);
    }
}
