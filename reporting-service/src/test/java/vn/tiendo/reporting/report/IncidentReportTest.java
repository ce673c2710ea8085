package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.test.TestClock;

/// Something happens that no assignment asks to report.
@QuarkusTest
class IncidentReportTest {

    private final ReportScene scene = new ReportScene();

    @Inject
    ReachRepository organisations;

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
        DraftScene.issue(scene.plan, scene.town.id(), 2024);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private Response open(String token, UUID organisation, String more) {
        return DraftScene.send(
                token,
                "POST",
                "/reports",
                null,
                "{\"organisationId\":\"" + organisation + "\",\"planId\":\"" + scene.plan + "\"" + more + "}");
    }

    @Test
    void it_is_opened_written_and_goes_the_same_way_up() {
        var opened = open(scene.wardOfficer, scene.ward.id(), ",\"viaOrganisationId\":\"" + scene.board.id() + "\"");
        opened.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("kind", is("INCIDENT_REPORT"))
                .body("status", is("EXPECTED"))
                .body("occurrence", is("2024-05-02"))
                .body("assignmentId", nullValue())
                .body("recipientOrganisationId", is(scene.town.id().toString()));
        var id = UUID.fromString(opened.path("id"));
        var event = new String(scene.awaitEvent(id, "expected").value(), StandardCharsets.UTF_8);
        assertThat(event).doesNotContain("assignmentId");
        scene.write(
                        scene.wardOfficer,
                        id,
                        "{\"results\":\"Mất điện toàn xã\",\"figures\":[{\"code\":\"severity\",\"text\":\"HIGH\"}]}")
                .then()
                .statusCode(200)
                .body("content.figures[0].text", is("HIGH"));
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200).body("late", is(false));
        scene.post(scene.boardOfficer, id, "receipt").then().statusCode(200);
        scene.post(scene.boardOfficer, id, "forwarding").then().statusCode(200);
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200).body("status", is("ACCEPTED"));
    }

    @Test
    void refusals_have_names() {
        isProblem(open(scene.wardInspector, scene.ward.id(), ""), 403, "role-required");
        isProblem(open(scene.siblingOfficer, scene.ward.id(), ""), 404, "organisation-not-found");
        isProblem(open(scene.stranger, scene.ward.id(), ""), 404, "organisation-not-found");
        isProblem(open("none", scene.ward.id(), ""), 401, "not-signed-in");
        isProblem(
                DraftScene.send(
                        scene.wardOfficer,
                        "POST",
                        "/reports",
                        null,
                        "{\"organisationId\":\"" + scene.ward.id() + "\",\"planId\":\"" + UUID.randomUUID() + "\"}"),
                404,
                "plan-not-found");
        isProblem(
                open(scene.wardOfficer, scene.ward.id(), ",\"recipientOrganisationId\":\"" + UUID.randomUUID() + "\""),
                422,
                "recipient-not-above");
        isProblem(
                open(scene.townOfficer, scene.town.id(), ",\"recipientOrganisationId\":\"" + scene.ward.id() + "\""),
                422,
                "recipient-not-above");
        isProblem(
                open(scene.wardOfficer, scene.ward.id(), ",\"viaOrganisationId\":\"" + scene.ward.id() + "\""),
                422,
                "recipient-not-above");
        isProblem(open(scene.wardOfficer, scene.ward.id(), ",\"kind\":\"RESULT_REPORT\""), 400, "malformed-request");
    }

    @Test
    void an_organisation_that_no_longer_exists_reports_nothing() {
        var gone = new KnownOrganisation(
                scene.ward.id(),
                scene.ward.code(),
                scene.ward.name(),
                scene.ward.kind(),
                scene.town.id(),
                scene.ward.path(),
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2024, 5, 1));
        QuarkusTransaction.requiringNew().run(() -> organisations.put(gone));
        isProblem(open(scene.townOfficer, scene.ward.id(), ""), 409, "organisation-ended");
    }
}
