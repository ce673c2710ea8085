package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// What assignments do to reports, over the real broker.
@QuarkusTest
class ExpectReportTest {

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void an_assignment_to_report_is_a_report_that_is_expected() {
        var id = scene.expectViaTheBoard();
        scene.read(scene.wardOfficer, id)
                .then()
                .statusCode(200)
                .body("status", is("EXPECTED"))
                .body("kind", is("PERIODIC_REPORT"))
                .body("form", is("SIX_MONTH"))
                .body("occurrence", is("2024"))
                .body("dueAt", is("2024-05-04T17:00:00Z"))
                .body("recipientOrganisationId", is(scene.town.id().toString()))
                .body("viaOrganisationId", is(scene.board.id().toString()))
                .body("late", is(false))
                .body("content", nullValue());
        var event = new String(scene.awaitEvent(id, "expected").value(), StandardCharsets.UTF_8);
        assertThat(event).contains("\"assignmentId\":\"" + scene.assignment + "\"");
    }

    @Test
    void other_kinds_of_assignments_expect_no_report() {
        scene.tell(
                0,
                scene.owed(ReportScene.DUE.toString(), null, null, "").replace("PERIODIC_REPORT", "COLLECTIVE_PLAN"));
        awaitTaken(0);
        assertThat(scene.findReport()).isNull();
    }

    @Test
    void duplicates_and_late_older_states_change_nothing() {
        var moved = Days.startOf(LocalDate.of(2024, 6, 1)).toString();
        scene.tell(3, scene.owed(moved, scene.town.id(), null, ""));
        var id = scene.awaitReport();
        scene.tell(3, scene.owed(moved, scene.town.id(), null, ""));
        scene.tell(1, scene.owed(ReportScene.DUE.toString(), scene.town.id(), null, ""));
        scene.tell(4, scene.owed(moved, scene.town.id(), null, ",\"recordedCount\":1"));
        awaitTaken(4);
        scene.read(scene.wardOfficer, id).then().body("dueAt", is(moved));
        assertThat(Rows.ask("select count(*) from report where assignment_id = ?", scene.assignment))
                .containsExactly("1");
        scene.awaitEvent(id, "expected");
        assertThat(TestEvents.on("reporting.report.v1", id.toString())).hasSize(1);
    }

    @Test
    void a_moved_day_is_followed_and_told() {
        var id = scene.expectViaTheBoard();
        scene.tell(1, scene.owed("2024-05-19T17:00:00Z", scene.town.id(), scene.board.id(), ""));
        scene.awaitEvent(id, "changed");
        scene.read(scene.wardOfficer, id).then().body("dueAt", is("2024-05-19T17:00:00Z"));
    }

    @Test
    void a_waived_assignment_withdraws_what_is_not_in_and_brings_it_back() {
        var id = scene.expectViaTheBoard();
        scene.tell(
                1,
                scene.owed(
                        ReportScene.DUE.toString(),
                        scene.town.id(),
                        scene.board.id(),
                        ",\"waivedAt\":\"2024-05-01T00:00:00Z\""));
        scene.awaitEvent(id, "withdrawn");
        ReportScene.isProblem(scene.write(scene.wardOfficer, id, "{\"results\":\"x\"}"), 409, "wrong-report-status");
        scene.tell(2, scene.owed(ReportScene.DUE.toString(), scene.town.id(), scene.board.id(), ""));
        await().untilAsserted(() -> scene.read(scene.wardOfficer, id).then().body("status", is("EXPECTED")));
    }

    @Test
    void a_waived_assignment_leaves_a_report_that_is_in() {
        var id = scene.aSubmittedReport(scene.expectViaTheBoard());
        scene.tell(
                1,
                scene.owed(
                        ReportScene.DUE.toString(),
                        scene.town.id(),
                        scene.board.id(),
                        ",\"waivedAt\":\"2024-05-01T00:00:00Z\""));
        awaitTaken(1);
        scene.read(scene.wardOfficer, id).then().body("status", is("SUBMITTED"));
    }

    @Test
    void an_assignment_that_comes_before_its_organisation_is_filed_when_that_arrives() {
        var organisation = Uuid7.next();
        scene.tell(
                0,
                scene.owed(ReportScene.DUE.toString(), null, null, "")
                        .replace(scene.ward.id().toString(), organisation.toString()));
        awaitTaken(0);
        assertThat(scene.findReport()).isNull();
        TestEvents.send(
                "plans.organisation.v1", organisation.toString(), "plans.organisation.founded.v1", 0, """
                {"id":"%s","code":"NEW","name":"Phường mới","kind":"COMMITTEE","parentId":"%s","path":"%snew/",
                 "validFrom":"2020-01-01","settings":{"beforeDateIncludesNamedDay":false}}""".formatted(
                                organisation, scene.town.id(), scene.town.path()));
        var id = scene.awaitReport();
        scene.read(scene.townOfficer, id)
                .then()
                .statusCode(200)
                .body("recipientOrganisationId", is(scene.town.id().toString()));
        scene.awaitEvent(id, "expected");
    }

    @Test
    void a_report_that_names_no_recipient_goes_to_the_new_parent() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        scene.awaitEvent(id, "submitted");
        DraftScene.moved(scene.ward, scene.town, scene.sibling, "2024-05-01");
        scene.awaitEvent(id, "changed");
        scene.read(scene.wardOfficer, id)
                .then()
                .body("recipientOrganisationId", is(scene.sibling.id().toString()));
        scene.post(scene.siblingOfficer, id, "acceptance").then().statusCode(200);
    }

    @Test
    void a_state_that_cannot_be_read_goes_to_the_dead_letters_and_the_next_one_goes_on() {
        var bad = UUID.randomUUID().toString();
        TestEvents.send("plans.assignment.v1", bad, "plans.assignment.opened.v1", 0, "{\"id\":\"" + bad + "\"}");
        TestEvents.send("plans.assignment.v1", bad, "plans.assignment.opened.v1", 1, "{\"id\":");
        scene.expectViaTheBoard();
        await().untilAsserted(() -> assertThat(
                        Rows.ask("select reason from dead_letter where record_key = ? order by id", bad))
                .hasSize(2));
        await().untilAsserted(() -> assertThat(TestEvents.on("plans.assignment.v1.dead-letter", bad))
                .hasSize(2));
    }

    private void awaitTaken(long sequence) {
        await().until(
                        () -> Rows.ask(
                                "select sequence from inbox where topic = 'plans.assignment.v1' and aggregateid = ?",
                                scene.assignment.toString()),
                        found -> found.equals(List.of(Long.toString(sequence))));
    }
}
