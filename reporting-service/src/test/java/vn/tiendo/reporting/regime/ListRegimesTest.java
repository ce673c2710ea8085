package vn.tiendo.reporting.regime;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class ListRegimesTest {

    private static final String ANYBODY = Tokens.of("anybody");

    @Test
    void campaign_days_and_statutory_windows_stand_side_by_side() {
        given().auth()
                .oauth2(ANYBODY)
                .get("/api/v1/report-regimes")
                .then()
                .statusCode(200)
                .body("items.size()", is(14))
                .body("items.nameVi", hasItem("Báo cáo tổng kết"))
                .body("items[1].due.month", is(5))
                .body("items[1].due.day", is(5))
                .body("items[1].due.excluded", is(true))
                .body("items[5].origin", is("STATUTORY"))
                .body("items[5].window.fromMonth", is(12))
                .body("items[5].window.fromDay", is(15))
                .body("items[5].window.fromBefore", is(true))
                .body("items[5].window.toMonth", is(6))
                .body("items[5].window.toDay", is(14))
                .body("items[1].window.toMonth", is(5))
                .body("items[1].window.toDay", is(4))
                .body("items[12].form", is("NINE_MONTH"));
    }

    @Test
    void pages_follow_one_another() {
        var first = given().auth().oauth2(ANYBODY).get("/api/v1/report-regimes?limit=10");
        first.then().header("Link", notNullValue()).body("items.size()", is(10));
        given().auth()
                .oauth2(ANYBODY)
                .get("/api/v1/report-regimes?cursor=" + first.path("nextCursor"))
                .then()
                .body("items.size()", is(4));
    }

    @Test
    void one_is_read_by_its_id_and_404_when_there_is_none() {
        given().auth()
                .oauth2(ANYBODY)
                .get("/api/v1/report-regimes/019100c0-0000-7000-8000-000000000002")
                .then()
                .statusCode(200)
                .body("kind", is("PERIODIC_REPORT"))
                .body("form", is("SIX_MONTH"));
        given().auth()
                .oauth2(ANYBODY)
                .get("/api/v1/report-regimes/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/report-regime-not-found"));
    }

    @Test
    void _401_without_a_token() {
        given().get("/api/v1/report-regimes").then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }
}
