package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// The organisation that owes a report ends, and another goes on.
@QuarkusTest
class PassReportOnTest {

    private final ReportScene scene = new ReportScene();
    private final UUID taken = Uuid7.next();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void a_draft_goes_on_with_the_successor_whichever_event_comes_first() {
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"half of it\"}")
                .then()
                .statusCode(200);
        successorOwes();
        scene.awaitEvent(id, "passed-on");
        wardOwesNoMore();
        awaitTaken();
        scene.read(scene.siblingOfficer, id)
                .then()
                .statusCode(200)
                .body("organisationId", is(scene.sibling.id().toString()))
                .body("status", is("DRAFT"))
                .body("content.results", is("half of it"));
        ReportScene.isProblem(scene.read(scene.wardOfficer, id), 404, "report-not-found");
        assertThat(reports()).isEqualTo("1");
    }

    @Test
    void what_was_withdrawn_for_a_moment_comes_back_at_the_successor() {
        var id = scene.expectViaTheBoard();
        wardOwesNoMore();
        scene.awaitEvent(id, "withdrawn");
        successorOwes();
        scene.awaitEvent(id, "passed-on");
        scene.read(scene.siblingOfficer, id).then().body("status", is("EXPECTED"));
        assertThat(reports()).isEqualTo("1");
    }

    @Test
    void a_report_that_is_in_is_judged_at_its_new_place() {
        var id = scene.aForwardedReport();
        wardOwesNoMore();
        successorOwes();
        scene.awaitEvent(id, "passed-on");
        scene.post(scene.townOfficer, id, "acceptance").then().statusCode(200);
        assertThat(Rows.ask("select assignment_id, status from report where id = ?", id))
                .containsExactly(taken + " ACCEPTED");
    }

    @Test
    void an_accepted_report_stays_and_the_successor_begins_its_own() {
        var id = scene.anAcceptedReport();
        successorOwes();
        await().until(() -> reports().equals("2"));
        scene.read(ReportScene.token(Role.COMMITTEE_OFFICER, scene.ward), id)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"));
    }

    private void successorOwes() {
        TestEvents.send(
                "plans.assignment.v1",
                taken.toString(),
                "plans.assignment.opened.v1",
                0,
                scene.owed(
                                ReportScene.DUE.toString(),
                                scene.town.id(),
                                scene.board.id(),
                                ",\"transferredFromAssignmentId\":\"" + scene.assignment + "\"")
                        .replaceFirst(scene.assignment.toString(), taken.toString())
                        .replace(scene.ward.id().toString(), scene.sibling.id().toString()));
    }

    private void wardOwesNoMore() {
        scene.tell(
                9,
                scene.owed(
                        ReportScene.DUE.toString(),
                        scene.town.id(),
                        scene.board.id(),
                        ",\"transferredAt\":\"2024-05-01T00:00:00Z\",\"transferredToOrganisationId\":\""
                                + scene.sibling.id() + "\",\"transferredToAssignmentId\":\"" + taken + "\""));
    }

    private void awaitTaken() {
        await().until(() -> Rows.ask(
                        "select sequence from inbox where topic = 'plans.assignment.v1' and aggregateid = ?",
                        scene.assignment.toString())
                .equals(java.util.List.of("9")));
    }

    private String reports() {
        return Rows.ask("select count(*) from report where plan_id = ?", scene.plan)
                .getFirst();
    }
}
