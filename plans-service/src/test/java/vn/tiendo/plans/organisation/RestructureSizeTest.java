package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.organisation.RestructuringFixtures.PATH;
import static vn.tiendo.plans.organisation.RestructuringFixtures.aDistrictOf;
import static vn.tiendo.plans.organisation.RestructuringFixtures.carriedOut;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decision;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.StatementsOfRequests;

/// What it costs to move a district and to dissolve it, with few organisations and with five hundred.
@QuarkusTest
class RestructureSizeTest {

    private static final Logger LOG = Logger.getLogger(RestructureSizeTest.class);

    @Test
    void the_number_of_statements_does_not_grow_with_the_subtree() {
        var few = cost(10);
        var many = cost(500);
        // two chunks of events instead of one
        assertThat(many.get("move")).isLessThan(few.get("move") + 15);
        assertThat(many.get("end")).isLessThan(few.get("end") + 15);
    }

    @Test
    void the_answer_to_a_large_one_takes_as_many_statements_however_much_lies_below() {
        SizeForTests.largeAbove(5);
        assertThat(costOfAnswers(400)).isEqualTo(costOfAnswers(10));
    }

    @AfterEach
    void asConfigured() {
        SizeForTests.asConfigured();
    }

    private static Map<String, Integer> costOfAnswers(int size) {
        var province = aProvince();
        var other = aProvince();
        var moved = aDistrictOf(province, size);
        var ended = aDistrictOf(province, size);
        return Map.of(
                "move", statements("large-move-" + size, 202, move(moved.id(), other.id())),
                "end", statements("large-end-" + size, 202, dissolve(ended.id())),
                "merge", statements("large-merge-" + size, 202, merge(ref(other.id()), province.id())));
    }

    /// Statements that a move and a dissolution prepared.
    private static Map<String, Integer> cost(int size) {
        var province = aProvince();
        var other = aProvince();
        var district = aDistrictOf(province, size);
        var moved = statements("move-" + size, 201, move(district.id(), other.id()));
        assertThat(tree(other, "2025-07-01")).hasSize(size + 2);
        assertThat(tree(province, "2025-06-30")).hasSize(size + 2);
        var ended = statements("end-" + size, 201, dissolve(district.id()));
        assertThat(tree(other, "2025-07-01")).hasSize(size + 1);
        return Map.of("move", moved, "end", ended);
    }

    private static int statements(String what, int status, Map<String, Object> act) {
        var request = "counted-" + what + "-" + UUID.randomUUID().toString().substring(0, 8);
        var began = System.nanoTime();
        var answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("X-Request-Id", request)
                .body(decision("2025-07-01", act))
                .post(PATH);
        var millis = (System.nanoTime() - began) / 1_000_000;
        answer.then().statusCode(status);
        var count = StatementsOfRequests.of(request).size();
        if (status == 202) {
            carriedOut(answer.path("id")).then().body("status", is("APPLIED"));
        }
        LOG.infof("MEASURED %s: %d statements, %d ms", what, count, millis);
        return count;
    }
}
