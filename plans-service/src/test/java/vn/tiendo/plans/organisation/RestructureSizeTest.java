package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.kit.intake.Uploads.ORGANISATIONS;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.organisation.RestructuringFixtures.PATH;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decision;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;
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

    /// Statements that a move and a dissolution prepared.
    private static Map<String, Integer> cost(int size) {
        var province = aProvince();
        var other = aProvince();
        var district = aDistrictOf(province, size);
        var moved = statements("move-" + size, move(district.id(), other.id()));
        assertThat(tree(other, "2025-07-01")).hasSize(size + 2);
        assertThat(tree(province, "2025-06-30")).hasSize(size + 2);
        var ended = statements("end-" + size, dissolve(district.id()));
        assertThat(tree(other, "2025-07-01")).hasSize(size + 1);
        return Map.of("move", moved, "end", ended);
    }

    private static Unit aDistrictOf(Unit province, int size) {
        var district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var rows = IntStream.range(0, size)
                .mapToObj(i -> "%s-%d,%s,PARTY,CELL,Chi bộ số %d,2001-01-01,"
                        .formatted(district.code(), i, i < 10 ? district.code() : district.code() + "-" + i % 10, i))
                .collect(Collectors.joining("\n"));
        imported(FIRST_ADMINISTRATOR, ORGANISATIONS, "code,parentCode,hierarchy,kind,name,validFrom,validTo\n" + rows);
        return district;
    }

    private static int statements(String what, Map<String, Object> act) {
        var request = "counted-" + what + "-" + UUID.randomUUID().toString().substring(0, 8);
        var began = System.nanoTime();
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("X-Request-Id", request)
                .body(decision("2025-07-01", act))
                .post(PATH)
                .then()
                .statusCode(201);
        var count = StatementsOfRequests.of(request).size();
        LOG.infof("MEASURED %s: %d statements, %d ms", what, count, (System.nanoTime() - began) / 1_000_000);
        return count;
    }
}
