package vn.tiendo.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

/// Many reports are accepted at once, each with an outcome of its own.
@QuarkusTest
class AcceptReportsTest {

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static Response accept(String token, String items) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"items\":[" + items + "]}")
                .post("/api/v1/reports/acceptances");
    }

    private static String item(UUID id, String version) {
        return "{\"id\":\"" + id + "\",\"version\":" + version + "}";
    }

    private static String version(UUID id) {
        return Rows.ask("select version from report where id = ?", id).getFirst();
    }

    @Test
    void each_report_has_its_outcome_and_one_that_is_refused_keeps_no_other_back() {
        var ready = scene.aSubmittedReport(scene.expectDirect());
        var other = new ReportScene();
        var foreign = other.aSubmittedReport(other.expectDirect());
        var nowhere = UUID.randomUUID();
        accept(
                        scene.townOfficer,
                        String.join(
                                ",",
                                item(ready, version(ready)),
                                item(ready, version(ready)),
                                item(foreign, "1"),
                                item(nowhere, "1")))
                .then()
                .statusCode(200)
                .body("items.accepted", contains(true, false, false, false))
                .body("items.refusal", contains(null, "wrong-report-status", "report-not-found", "report-not-found"));
        scene.awaitEvent(ready, "accepted");
        assertThat(Rows.ask("select status from report where id = ?", ready)).containsExactly("ACCEPTED");
        assertThat(Rows.ask("select action from audit_record where subject_id = ? and action = 'accept-report'", ready))
                .hasSize(1);
    }

    @Test
    void what_has_changed_since_it_was_read_is_not_accepted_and_only_the_recipient_accepts() {
        var id = scene.aSubmittedReport(scene.expectDirect());
        accept(scene.townOfficer, item(id, "0")).then().body("items.refusal", contains("stale-version"));
        accept(scene.wardOfficer, item(id, version(id))).then().body("items.refusal", contains("not-the-recipient"));
        accept(scene.stranger, item(id, version(id))).then().body("items.refusal", contains("report-not-found"));
    }

    @Test
    void _400_for_none_and_for_too_many_and_401() {
        accept(scene.townOfficer, "").then().statusCode(400);
        var many = new ArrayList<String>();
        for (int i = 0; i < 201; i++) {
            many.add(item(UUID.randomUUID(), "1"));
        }
        accept(scene.townOfficer, String.join(",", many)).then().statusCode(400);
        accept("none", item(UUID.randomUUID(), "1")).then().statusCode(401);
    }

    @Test
    void a_thousand_in_batches_of_two_hundred_take_less_than_three_seconds() {
        ManyReports.submitted(scene, 1_200, 0);
        var ids = Rows.ask(
                "select id, version from report where recipient_organisation_id = ? and status = 'SUBMITTED' order by"
                        + " id",
                scene.town.id());
        assertThat(ids).hasSize(1_200);
        acceptBatch(ids.subList(1_000, 1_200)); // warm
        var start = System.nanoTime();
        for (int from = 0; from < 1_000; from += 200) {
            acceptBatch(ids.subList(from, from + 200));
        }
        var millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(Rows.ask(
                        "select count(*) from report where recipient_organisation_id = ? and status = 'ACCEPTED'",
                        scene.town.id()))
                .containsExactly("1200");
        assertThat(millis).as("milliseconds for 1,000").isLessThan(3_000);
    }

    private void acceptBatch(List<String> idsAndVersions) {
        var items = idsAndVersions.stream()
                .map(row -> row.split(" "))
                .map(row -> item(UUID.fromString(row[0]), row[1]))
                .toList();
        List<Boolean> accepted = accept(scene.townOfficer, String.join(",", items))
                .then()
                .statusCode(200)
                .extract()
                .path("items.accepted");
        assertThat(accepted).hasSize(200).containsOnly(true);
    }
}
