package vn.tiendo.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// A town committee with its propaganda board and two wards; the first ward owes a report through the board.
final class ReportScene {

    static final LocalDateTime MORNING = LocalDateTime.of(2024, 5, 2, 9, 0);
    static final Instant DUE = Days.startOf(LocalDate.of(2024, 5, 5));

    final KnownOrganisation town = TestTree.aRoot();
    final KnownOrganisation board = TestTree.aChildOf(town);
    final KnownOrganisation ward = TestTree.aChildOf(town);
    final KnownOrganisation sibling = TestTree.aChildOf(town);

    final String wardOfficer = token(Role.COMMITTEE_OFFICER, ward);
    final String wardMember = token(Role.MEMBER, ward);
    final String wardInspector = token(Role.INSPECTOR, ward);
    final String boardOfficer = token(Role.COMMITTEE_OFFICER, board);
    final String townOfficer = token(Role.COMMITTEE_OFFICER, town);
    final String townLeader = token(Role.COMMITTEE_LEADER, town);
    final String siblingOfficer = token(Role.COMMITTEE_OFFICER, sibling);
    final String stranger = Tokens.of("stranger-" + UUID.randomUUID());

    final UUID plan = Uuid7.next();
    final UUID obligation = Uuid7.next();
    final UUID assignment = Uuid7.next();

    static String token(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    /// The assignment as plans-service tells of it.
    String owed(String dueAt, @Nullable UUID recipient, @Nullable UUID via, String more) {
        return """
                {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"PERIODIC_REPORT",
                 "form":"SIX_MONTH","opens":"ASSIGNMENT","subject":"a field nobody reads here","occurrence":"2024",
                 "dueAt":%s,"recipientOrganisationId":%s,"viaOrganisationId":%s,"requiredCount":1,"recordedCount":0,
                 "accepted":false,"fieldOfTomorrow":{"a":[1,2]}%s}""".formatted(assignment, plan, obligation, ward.id(), text(dueAt), text(recipient), text(via), more);
    }

    void tell(long sequence, String assignmentState) {
        TestEvents.send(
                "plans.assignment.v1", assignment.toString(), "plans.assignment.changed.v1", sequence, assignmentState);
    }

    UUID expectViaTheBoard() {
        tell(0, owed(DUE.toString(), town.id(), board.id(), ""));
        return awaitReport();
    }

    /// Straight to the parent, which nobody names.
    UUID expectDirect() {
        tell(0, owed(DUE.toString(), null, null, ""));
        return awaitReport();
    }

    UUID awaitReport() {
        return await().until(this::findReport, id -> id != null);
    }

    @Nullable
    UUID findReport() {
        return Rows.ask("select id from report where assignment_id = ? and organisation_path is not null", assignment)
                .stream()
                .findFirst()
                .map(UUID::fromString)
                .orElse(null);
    }

    String etag(UUID id) {
        return "\"" + Rows.ask("select version from report where id = ?", id).getFirst() + "\"";
    }

    Response read(String token, UUID id) {
        return given().auth().oauth2(token).get("/api/v1/reports/" + id);
    }

    Response write(String token, UUID id, String body) {
        return write(token, id, etag(id), body);
    }

    Response write(String token, UUID id, @Nullable String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/reports/" + id + "/content");
    }

    Response post(String token, UUID id, String command) {
        return post(token, id, command, etag(id), null);
    }

    Response post(String token, UUID id, String command, @Nullable String ifMatch, @Nullable String body) {
        var request = given().auth().oauth2(token);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/api/v1/reports/" + id + "/" + command);
    }

    Response sendBack(String token, UUID id, String reason) {
        return post(token, id, "return", etag(id), "{\"reason\":\"" + reason + "\"}");
    }

    /// A report that the ward's officer has handed in.
    UUID aSubmittedReport(UUID expected) {
        write(wardOfficer, expected, "{\"results\":\"36 of 40 cells have registered\"}")
                .then()
                .statusCode(200);
        post(wardOfficer, expected, "submission").then().statusCode(200);
        return expected;
    }

    UUID aReceivedReport() {
        var id = aSubmittedReport(expectViaTheBoard());
        post(boardOfficer, id, "receipt").then().statusCode(200);
        return id;
    }

    UUID aForwardedReport() {
        var id = aReceivedReport();
        post(boardOfficer, id, "forwarding").then().statusCode(200);
        return id;
    }

    UUID anAcceptedReport() {
        var id = aForwardedReport();
        post(townOfficer, id, "acceptance").then().statusCode(200);
        return id;
    }

    /// The newest record of the report on its topic, once it is of this type.
    ConsumerRecord<String, byte[]> awaitEvent(UUID id, String what) {
        return await().until(
                        () -> TestEvents.on("reporting.report.v1", id.toString()).stream()
                                .reduce((older, newer) -> newer)
                                .orElse(null),
                        record -> record != null
                                && TestEvents.header(record, "ce_type").equals("reporting.report." + what + ".v1"));
    }

    static void isProblem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + code));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
