package vn.tiendo.reporting.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.reporting.report.ReportScene.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;

/// A template changes while reports are being written with it.
@QuarkusTest
class ChangeTemplateTest {

    private static final String TEMPLATES = "/report-regimes/019100c0-0000-7000-8000-000000000002/templates";

    private final ReportScene scene = new ReportScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private String publish(KnownOrganisation at, String token, String code, String more) {
        String id = DraftScene.send(token, "POST", TEMPLATES, null, """
            {"organisationId":"%s","definition":{"indicators":[{"code":"%s","nameVi":"Số người","nameEn":"People",
             "type":"INTEGER","aggregation":"SUM"%s}],"sections":[]}}\
            """.formatted(at.id(), code, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        DraftScene.send(token, "POST", TEMPLATES + "/" + id + "/publication", "\"0\"", null)
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    void a_draft_keeps_its_version_until_it_is_changed_and_no_figure_is_lost() {
        var first = publish(scene.town, scene.townOfficer, "people", "");
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"x\",\"figures\":[{\"code\":\"people\",\"value\":3}]}")
                .then()
                .statusCode(200)
                .body("templateId", is(first))
                .body("templateOutdated", is(false))
                .body("findings", is(List.of()));
        var second = publish(scene.town, scene.townOfficer, "members", ",\"required\":true");
        scene.read(scene.wardOfficer, id)
                .then()
                .body("templateId", is(first))
                .body("templateOutdated", is(true))
                .body("findings.code", contains("template-outdated"));
        DraftScene.send(scene.wardOfficer, "PUT", "/reports/" + id + "/template", scene.etag(id), "{}")
                .then()
                .statusCode(200)
                .body("templateId", is(second))
                .body("content.figures.code", contains("people"))
                .body("findings.code", contains("figure-required", "not-in-template"));
        isProblem(scene.post(scene.wardOfficer, id, "submission"), 422, "report-invalid");
        DraftScene.send(
                        scene.wardOfficer,
                        "PUT",
                        "/reports/" + id + "/template",
                        scene.etag(id),
                        "{\"templateId\":\"019100c1-0000-7000-8000-000000000006\"}")
                .then()
                .statusCode(200)
                .body("dataFrom", is("2023-12-15")) // that of the law: 15 December to 14 June
                .body("dataTo", is("2024-06-14"));
    }

    @Test
    void the_nearest_organisation_decides_which_template_is_in_force() {
        publish(scene.town, scene.townOfficer, "people", "");
        var own = publish(scene.ward, scene.wardOfficer, "cells", "");
        scene.write(scene.wardOfficer, scene.expectViaTheBoard(), "{}").then().body("templateId", is(own));
    }

    @Test
    void a_draft_with_the_old_version_can_still_be_handed_in() {
        publish(scene.town, scene.townOfficer, "people", "");
        var id = scene.expectViaTheBoard();
        scene.write(scene.wardOfficer, id, "{\"results\":\"x\"}").then().statusCode(200);
        publish(scene.town, scene.townOfficer, "members", ",\"required\":true");
        scene.post(scene.wardOfficer, id, "submission").then().statusCode(200);
    }

    @Test
    void _404_for_a_template_of_somebody_else_or_of_another_sort_and_428() {
        var foreign = publish(scene.sibling, scene.siblingOfficer, "people", "");
        var id = scene.expectViaTheBoard();
        var path = "/reports/" + id + "/template";
        for (var template :
                new String[] {foreign, UUID.randomUUID().toString(), "019100c1-0000-7000-8000-00000000000c"}) {
            isProblem(
                    DraftScene.send(
                            scene.wardOfficer, "PUT", path, scene.etag(id), "{\"templateId\":\"" + template + "\"}"),
                    404,
                    "report-template-not-found");
        }
        isProblem(DraftScene.send(scene.wardOfficer, "PUT", path, null, "{}"), 428, "version-required");
        isProblem(DraftScene.send(scene.wardInspector, "PUT", path, "*", "{}"), 403, "role-required");
        isProblem(DraftScene.send(scene.stranger, "PUT", path, "*", "{}"), 404, "report-not-found");
    }

    @Test
    void the_last_period_is_compared_while_drafting() {
        scene.tell(
                0,
                scene.owed(ReportScene.DUE.toString(), scene.town.id(), null, "")
                        .replace("\"2024\"", "\"2023-05\"")); // "trong tháng 5 năm 2023"
        var last = scene.awaitReport();
        scene.write(
                        scene.wardOfficer,
                        last,
                        "{\"results\":\"x\",\"figures\":[{\"code\":\"study_sessions\",\"value\":2}]}")
                .then()
                .statusCode(200);
        scene.post(scene.wardOfficer, last, "submission").then().statusCode(200);
        var next = new ReportScene();
        TestEvents.send(
                "plans.assignment.v1",
                next.assignment.toString(),
                "plans.assignment.opened.v1",
                0,
                next.owed(ReportScene.DUE.toString(), scene.town.id(), null, "")
                        .replace(next.ward.id().toString(), scene.ward.id().toString()));
        var id = next.awaitReport();
        scene.write(
                        scene.wardOfficer,
                        id,
                        "{\"results\":\"x\",\"figures\":[{\"code\":\"study_sessions\",\"value\":4}]}")
                .then()
                .body("findings.code", hasItem("differs-from-last"));
        scene.write(
                        scene.wardOfficer,
                        id,
                        "{\"results\":\"x\",\"figures\":[{\"code\":\"study_sessions\",\"value\":3}]}")
                .then()
                .body("findings", is(List.of()));
    }
}
