package vn.tiendo.registrations.rating;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;

/// A rating that was opened by mistake, or that somebody will not take part in, stands in nobody's way.
@QuarkusTest
class CancelRatingTest extends AtYearsEnd {

    private static Response cancel(String by, String id) {
        return command(by, "ratings/" + id + "/cancellation", Map.of("reason", "Mở nhầm"));
    }

    @Test
    void a_cancelled_subordinate_frees_the_superior_and_stays_to_be_read() {
        var ofCells = at.group(at.unit, "COLLECTIVE");
        var dissolved = at.opened(ofCells, at.cell, null, false);
        var unit = at.opened(at.group(at.scene.committee, "COLLECTIVE"), at.unit, null, false);
        at.stepped(unit, at.clerk, at.scene.officer, 80, "GOOD");
        refused(decide(at.superior, unit, "GOOD"), 409, "subordinates-first");
        cancel(at.leader, dissolved).then().statusCode(200).body("setAsideAt", notNullValue());
        ok(decide(at.superior, unit, "GOOD"));
        get(at.leader, "ratings/" + dissolved)
                .then()
                .body("cancellationReason", is("Mở nhầm"))
                .body("rating.status", is("OPEN"));
        refused(cancel(at.leader, dissolved), 409, "rating-set-aside");
        refused(
                command(at.secretary, "ratings/" + dissolved + "/self-score", Map.of("points", 80)),
                409,
                "rating-set-aside");
    }

    @Test
    void who_was_opened_as_a_head_by_mistake_is_opened_anew() {
        at.rateCell();
        var group = at.group(at.unit, "INDIVIDUAL");
        var member = at.scene.aMember(at.cell);
        var wrong = at.opened(group, at.cell, member, true);
        refused(at.open(group, at.cell, member, false), 409, "one-rating-per-member-and-year");
        ok(cancel(at.leader, wrong));
        var right = at.opened(group, at.cell, member, false);
        get(member.token(), "ratings?mine=true").then().body("items.id", hasItem(right));
    }

    @Test
    void a_leader_above_cancels_with_a_reason_but_neither_its_own_nor_what_is_final() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        TestTree.give(member.subject(), Role.COMMITTEE_LEADER, at.unit);
        var group = at.group(at.cell, "INDIVIDUAL");
        var own = at.opened(group, at.cell, member, false);
        refused(cancel(member.token(), own), 403, "own-rating");
        refused(cancel(at.secretary, own), 403, "role-required");
        refused(cancel(at.clerk, own), 403, "role-required");
        command(at.leader, "ratings/" + own + "/cancellation", Map.of("reason", " "))
                .then()
                .statusCode(400);
        command(at.leader, "ratings/" + own + "/cancellation", null, Map.of("reason", "x"))
                .then()
                .statusCode(428);
        var finished = at.proposed(group, at.scene.aMember(at.cell), 80, "GOOD");
        ok(decide(at.leader, finished, "GOOD"));
        ok(command(at.leader, "ratings/" + finished + "/finalisation", null));
        refused(cancel(at.leader, finished), 409, "wrong-rating-status");
    }

    @Test
    void what_was_decided_leaves_the_numbers_of_its_group_unless_others_rest_on_it() {
        at.rateCell();
        var group = at.group(at.cell, "INDIVIDUAL");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposed(group, at.scene.aMember(at.cell), 75, "GOOD"), "GOOD");
        }
        var best = at.proposed(group, at.scene.aMember(at.cell), 95, "OUTSTANDING");
        grades.put(best, "OUTSTANDING");
        ok(at.decideAll(at.leader, group, grades));
        var good = grades.keySet().iterator().next();
        refused(cancel(at.leader, good), 409, "cap-exceeded");
        ok(cancel(at.leader, best));
        ok(cancel(at.leader, good));
        at.groupNow(group).then().body("cappedCount", is(0)).body("baseCount", is(4));
    }

    @Test
    void a_collective_is_kept_once_its_members_are_decided_and_missed_by_them_when_it_is_not() {
        var cell = at.proposedCell(at.group(at.unit, "COLLECTIVE"), at.cell, 80, "GOOD");
        ok(decide(at.leader, cell, "GOOD"));
        var member = at.proposed(at.group(at.cell, "INDIVIDUAL"), at.scene.aMember(at.cell), 80, "GOOD");
        ok(decide(at.leader, member, "GOOD"));
        var refusal = cancel(at.leader, cell);
        refused(refusal, 409, "members-already-decided");
        refusal.then()
                .body(
                        "detail",
                        is("Đã quyết định 1 bản xếp loại của thành viên, trong khi tập thể phải được xếp loại trước."));
        ok(cancel(at.leader, member));
        ok(cancel(at.leader, cell));
        var other = at.proposed(at.group(at.cell, "INDIVIDUAL"), at.scene.aMember(at.cell), 80, "GOOD");
        refused(decide(at.leader, other, "GOOD"), 409, "collective-first");
        at.rateCell();
        ok(decide(at.leader, other, "GOOD"));
    }

    @Test
    void a_cancelled_outstanding_collective_raises_no_cap() {
        var collectives = at.group(at.unit, "COLLECTIVE");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposedCell(collectives, TestTree.aChildOf(at.unit), 75, "GOOD"), "GOOD");
        }
        var ofCell = at.proposedCell(collectives, at.cell, 93, "OUTSTANDING");
        grades.put(ofCell, "OUTSTANDING");
        ok(at.decideAll(at.leader, collectives, grades));
        var raised = at.group(at.cell, "INDIVIDUAL");
        var decision = Map.of("decision", "QĐ 15-QĐ/TU");
        ok(command(at.leader, "ratings/groups/" + raised + "/raised-cap", decision));
        ok(cancel(at.leader, ofCell));
        at.groupNow(raised).then().body("percent", is(20));
        refused(
                command(at.leader, "ratings/groups/" + raised + "/raised-cap", decision),
                409,
                "organisation-not-outstanding");
    }

    @Test
    void a_head_who_will_not_score_itself_is_appraised_for_a_reason_that_is_kept() {
        at.rateCell();
        var head = at.opened(at.group(at.unit, "INDIVIDUAL"), at.cell, at.scene.aMember(at.cell), true);
        refused(command(at.secretary, "ratings/" + head + "/self-score", Map.of("points", 60)), 403, "not-own-rating");
        var appraisal = Map.of("points", 60, "disqualified", false);
        refused(command(at.clerk, "ratings/" + head + "/appraisal", appraisal), 409, "self-score-missing");
        command(
                        at.clerk,
                        "ratings/" + head + "/appraisal",
                        Map.of("points", 60, "disqualified", false, "noSelfScoreReason", "Từ chối tự chấm điểm"))
                .then()
                .statusCode(200)
                .body("status", is("APPRAISED"));
        ok(command(at.clerk, "ratings/" + head + "/proposal", Map.of("grade", "COMPLETED")));
        ok(decide(at.leader, head, "COMPLETED"));
        get(at.leader, "ratings/" + head).then().body("noSelfScoreReason", is("Từ chối tự chấm điểm"));
    }
}
