package vn.tiendo.reporting.consolidation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// A province, a town that owes it a report, and three wards that owe the town theirs.
final class ConsolidationScene {

    static final LocalDateTime MORNING = LocalDateTime.of(2024, 5, 2, 9, 0);

    private static final String SIX_MONTH = "019100c0-0000-7000-8000-000000000002";

    final KnownOrganisation province = TestTree.aRoot();
    final KnownOrganisation town = TestTree.aChildOf(province);
    final List<KnownOrganisation> wards =
            List.of(TestTree.aChildOf(town), TestTree.aChildOf(town), TestTree.aChildOf(town));

    final String provinceOfficer = token(Role.COMMITTEE_OFFICER, province);
    final String provinceInspector = token(Role.INSPECTOR, province);
    final String townOfficer = token(Role.COMMITTEE_OFFICER, town);
    final String townLeader = token(Role.COMMITTEE_LEADER, town);
    final String stranger = Tokens.of("stranger-" + UUID.randomUUID());

    final UUID plan = Uuid7.next();
    final Wanted sixMonth = new Wanted(plan, "PERIODIC_REPORT", "SIX_MONTH", "2024", "2024-05-04T17:00:00Z");
    private final Map<UUID, String> officers = new HashMap<>();

    static String token(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    String officerOf(KnownOrganisation organisation) {
        return officers.computeIfAbsent(organisation.id(), each -> token(Role.COMMITTEE_OFFICER, organisation));
    }

    void publishTemplate(String definition) {
        var path = "/api/v1/report-regimes/" + SIX_MONTH + "/templates";
        String id = given().auth()
                .oauth2(townOfficer)
                .contentType(ContentType.JSON)
                .body("{\"organisationId\":\"" + town.id() + "\",\"definition\":" + definition + "}")
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().auth()
                .oauth2(townOfficer)
                .header("If-Match", "*")
                .post(path + "/" + id + "/publication")
                .then()
                .statusCode(200);
    }

    /// A plan as plans-service tells of it.
    void planned(UUID id, KnownOrganisation issuer, @Nullable UUID carriesOut) {
        TestEvents.send("plans.plan.v1", id.toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","organisationId":"%s","title":"Kế hoạch","year":2024,"status":"ISSUED","parentPlanId":%s,
             "issuedAt":"2024-01-15T01:00:00Z","obligations":[]}\
            """.formatted(
                        id, issuer.id(), carriesOut == null ? "null" : "\"" + carriesOut + "\""));
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", id), found -> !found.isEmpty());
    }

    UUID expected(KnownOrganisation organisation) {
        return expected(organisation, town);
    }

    UUID ofTheTown() {
        return expected(town, province);
    }

    private UUID expected(KnownOrganisation organisation, KnownOrganisation recipient) {
        return expected(organisation, recipient, sixMonth);
    }

    /// What is asked for: of which plan, and how its deadline labels it.
    record Wanted(UUID plan, String kind, @Nullable String form, String occurrence, String dueAt) {

        Wanted labelled(String other, String due) {
            return new Wanted(plan, kind, form, other, due);
        }

        Wanted by(UUID other) {
            return new Wanted(other, kind, form, occurrence, dueAt);
        }
    }

    UUID expected(KnownOrganisation organisation, KnownOrganisation recipient, Wanted wanted) {
        var assignment = Uuid7.next();
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", 0, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"%s",
             "form":%s,"opens":"ASSIGNMENT","subject":"s","occurrence":"%s","dueAt":"%s",
             "recipientOrganisationId":"%s","requiredCount":1,"recordedCount":0,"accepted":false}\
            """.formatted(
                        assignment,
                        wanted.plan,
                        wanted.plan,
                        organisation.id(),
                        wanted.kind,
                        wanted.form == null ? "null" : "\"" + wanted.form + "\"",
                        wanted.occurrence,
                        wanted.dueAt,
                        recipient.id()));
        return UUID.fromString(await().until(
                        () -> Rows.ask("select id from report where assignment_id = ?", assignment),
                        found -> !found.isEmpty())
                .getFirst());
    }

    UUID submitted(KnownOrganisation organisation, String results, String figures) {
        return submitted(organisation, sixMonth, results, figures);
    }

    private UUID submitted(KnownOrganisation organisation, Wanted wanted, String results, String figures) {
        var id = expected(organisation, town, wanted);
        write(officerOf(organisation), id, "{\"results\":\"" + results + "\",\"figures\":[" + figures + "]}");
        command(officerOf(organisation), id, "submission", null).then().statusCode(200);
        return id;
    }

    UUID accepted(KnownOrganisation organisation, String results, String figures) {
        return accepted(organisation, sixMonth, results, figures);
    }

    UUID accepted(KnownOrganisation organisation, Wanted wanted, String results, String figures) {
        var id = submitted(organisation, wanted, results, figures);
        command(townLeader, id, "acceptance", null).then().statusCode(200);
        return id;
    }

    void up(KnownOrganisation organisation, UUID id) {
        command(officerOf(organisation), id, "submission", null).then().statusCode(200);
        command(townLeader, id, "acceptance", null).then().statusCode(200);
    }

    void write(String token, UUID id, String body) {
        request(token, "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path(id, "/content"))
                .then()
                .statusCode(200);
    }

    void merge(KnownOrganisation organisation, UUID id, String body) {
        request(officerOf(organisation), "*")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(path(id, "/content"))
                .then()
                .statusCode(200);
    }

    void prefill(KnownOrganisation organisation, UUID id) {
        command(officerOf(organisation), id, "prefilling", null).then().statusCode(200);
    }

    UUID held(KnownOrganisation at, int attendance) {
        var id = Uuid7.next();
        TestEvents.send("plans.activity.v1", id.toString(), "plans.activity.held.v1", 0, """
            {"id":"%s","organisationId":"%s","kind":"STUDY_SESSION","status":"HELD","heldOn":"2024-03-20",
             "attendance":%d,"subjectOrganisationIds":[],"obligationIds":[],"recordedAt":"2024-03-21T01:00:00Z"}\
            """.formatted(
                        id, at.id(), attendance));
        await().until(
                        () -> Rows.ask("select 1 from inbox where aggregateid = ?", id.toString()),
                        found -> !found.isEmpty());
        return id;
    }

    Response consolidate(UUID id) {
        return command(townOfficer, id, "consolidation", null);
    }

    Response command(String token, UUID id, String what, @Nullable String body) {
        return command(token, id, what, "*", body);
    }

    Response command(String token, UUID id, String what, @Nullable String ifMatch, @Nullable String body) {
        var request = request(token, ifMatch);
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post(path(id, "/" + what));
    }

    Response read(String token, UUID id) {
        return request(token, null).get(path(id, ""));
    }

    Response ofReport(String token, UUID id, String rest) {
        return request(token, null).get(path(id, rest));
    }

    /// Below the consolidation of a report.
    Response get(String token, UUID id, String rest) {
        return request(token, null).get(path(id, "/consolidation" + rest));
    }

    private static RequestSpecification request(String token, @Nullable String ifMatch) {
        var request = given().auth().oauth2(token);
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static String path(UUID id, String rest) {
        return "/api/v1/reports/" + id + rest;
    }

    void isProblem(Response response, int status, String code) {
        response.then().statusCode(status).body("type", is("/problems/" + code));
    }

    /// How many statements the service sends for a piece of work while no background task runs.
    long statementsOf(Runnable work) {
        var tasks = Arc.container().listAll(LeaderTask.class).stream()
                .map(task -> task.get().name())
                .toArray(String[]::new);
        var statistics = Arc.container()
                .instance(EntityManagerFactory.class)
                .get()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        try (var held = HeldTask.named(tasks)) {
            assertThat(held).isNotNull();
            statistics.clear();
            work.run();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /// Units with accepted reports, straight in the tables; unit n has the figure `study_sessions` n.
    void manyAccepted(int from, int to) {
        Rows.ask("""
                       insert into reach_organisation (id, code, name, kind, parent_id, path, valid_from)
                       select md5(?::text || n)::uuid, 'K' || n || ?::text, 'Đơn vị ' || n, 'CELL', ?::uuid,
                              ?::text || lpad(n::text, 6, '0') || '/', date '2000-01-01' from generate_series(?::int, ?::int) n\
                       """, plan, plan, town.id(), town.path(), from, to);
        Rows.ask("""
                  insert into report (id, version, assignment_id, plan_id, obligation_id, organisation_id, organisation_path,
                    kind, form, occurrence, status, recipient_organisation_id, due_at, expected_at, submitted_at, submitted_by,
                    accepted_at, returned_in_time, edition, submitted_edition)
                  select md5('r' || ?::text || n)::uuid, 3, md5('a' || ?::text || n)::uuid, ?::uuid, ?::uuid,
                         md5(?::text || n)::uuid, ?::text || lpad(n::text, 6, '0') || '/', 'PERIODIC_REPORT', 'SIX_MONTH', '2024',
                         'ACCEPTED', ?::uuid, timestamptz '2024-05-05 00:00+07', timestamptz '2024-01-20 00:00+07',
                         timestamptz '2024-05-01 08:00+07', 'writer', timestamptz '2024-05-01 09:00+07', false, 1, 1
                    from generate_series(?::int, ?::int) n\
                  """, plan, plan, plan, plan, plan, town.path(), town.id(), from, to);
        Rows.ask("""
                       insert into report_content (id, report_id, edition, results, written_by, written_at)
                       select md5('c' || ?::text || n)::uuid, md5('r' || ?::text || n)::uuid, 1, 'Kết quả ' || n || repeat('.', 20),
                              'writer', timestamptz '2024-05-01 08:00+07' from generate_series(?::int, ?::int) n\
                       """, plan, plan, from, to);
        Rows.ask("""
                  insert into report_figure (report_content_id, position, code, value)
                  select md5('c' || ?::text || n)::uuid, 0, 'study_sessions', n
                    from generate_series(?::int, ?::int) n\
                  """, plan, from, to);
    }
}
