package vn.tiendo.registrations.rating;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComplainTest extends AtYearsEnd {

    @Test
    void a_complaint_holds_everything_until_it_is_verified_again() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var id = at.proposed(at.group(at.cell, "INDIVIDUAL"), member, 82, "COMPLETED");
        ok(decide(at.leader, id, "COMPLETED"));
        ok(command(member.token(), "ratings/" + id + "/complaint", Map.of("complaint", "Điểm tính thiếu")));
        refused(command(at.leader, "ratings/" + id + "/finalisation", null), 409, "complaint-open");
        refused(decide(at.leader, id, "GOOD"), 409, "complaint-open");
        var verification = Map.of("upheld", true, "verification", "Tính thiếu 5 điểm");
        refused(command(at.secretary, "ratings/" + id + "/verification", verification), 403, "role-required");
        command(at.leader, "ratings/" + id + "/verification", verification)
                .then()
                .statusCode(200)
                .body("complaint", is("UPHELD"));
        refused(command(at.leader, "ratings/" + id + "/finalisation", null), 409, "complaint-open");
        ok(command(at.leader, "ratings/" + id + "/decision", Map.of("grade", "GOOD", "reason", "Sau thẩm định")));
        ok(command(at.leader, "ratings/" + id + "/finalisation", null));
        refused(command(at.leader, "ratings/" + id + "/verification", verification), 409, "no-complaint-open");
        refused(
                command(at.scene.aMember(at.cell).token(), "ratings/" + id + "/complaint", Map.of("complaint", "x")),
                404,
                "rating-not-found");
    }

    @Test
    void points_that_were_too_few_are_corrected_once_the_complaint_is_upheld_and_the_rating_is_final_at_last() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var group = at.group(at.cell, "INDIVIDUAL");
        var id = at.proposed(group, member, 65, "COMPLETED");
        ok(decide(at.leader, id, "COMPLETED"));
        var corrected = Map.of("points", 72, "disqualified", false);
        refused(command(at.clerk, "ratings/" + id + "/appraisal", corrected), 409, "wrong-rating-status");
        upheld(id, member.token());
        var again = Map.of("grade", "GOOD", "reason", "Sau thẩm định");
        refused(command(at.leader, "ratings/" + id + "/decision", again), 422, "grade-not-earned");
        command(at.clerk, "ratings/" + id + "/appraisal", corrected)
                .then()
                .statusCode(200)
                .body("status", is("APPRAISED"))
                .body("proposedGrade", nullValue())
                .body("decidedGrade", is("COMPLETED"));
        at.groupNow(group).then().body("baseCount", is(0));
        refused(command(at.leader, "ratings/" + id + "/finalisation", null), 409, "wrong-rating-status");
        ok(command(at.clerk, "ratings/" + id + "/proposal", Map.of("grade", "GOOD")));
        refused(decide(at.leader, id, "GOOD"), 422, "reason-needed");
        ok(command(at.leader, "ratings/" + id + "/decision", again));
        at.groupNow(group).then().body("baseCount", is(1));
        command(at.leader, "ratings/" + id + "/finalisation", null)
                .then()
                .statusCode(200)
                .body("decidedGrade", is("GOOD"))
                .body("complaint", is("SETTLED"));
    }

    @Test
    void what_was_decided_counts_in_its_group_until_it_is_decided_anew() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var group = at.group(at.cell, "INDIVIDUAL");
        var id = at.proposed(group, member, 80, "GOOD");
        ok(decide(at.leader, id, "GOOD"));
        upheld(id, member.token());
        ok(command(at.clerk, "ratings/" + id + "/appraisal", Map.of("points", 60, "disqualified", false)));
        at.groupNow(group).then().body("baseCount", is(1));
        ok(command(at.clerk, "ratings/" + id + "/proposal", Map.of("grade", "COMPLETED")));
        ok(command(at.leader, "ratings/" + id + "/decision", Map.of("grade", "COMPLETED", "reason", "Thẩm định lại")));
        at.groupNow(group).then().body("baseCount", is(0));
    }

    private void upheld(String id, String by) {
        ok(command(by, "ratings/" + id + "/complaint", Map.of("complaint", "Điểm tính sai")));
        ok(command(
                at.leader,
                "ratings/" + id + "/verification",
                Map.of("upheld", true, "verification", "Điểm đã tính sai")));
    }
}
