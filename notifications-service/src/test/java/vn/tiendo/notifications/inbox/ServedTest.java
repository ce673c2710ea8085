package vn.tiendo.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;

/// Who was told of what, when it was opened and how it was answered, for those who answer for a subtree.
@QuarkusTest
class ServedTest {

    private KnownOrganisation district;
    private KnownOrganisation cell;
    private KnownOrganisation sibling;
    private UUID plan;

    @BeforeEach
    void grow() {
        var province = TestTree.aRoot();
        district = TestTree.aChildOf(province);
        cell = TestTree.aChildOf(district);
        sibling = TestTree.aChildOf(province);
        plan = Uuid7.next();
    }

    @Test
    void an_officer_sees_the_evidence_of_the_subtree_and_no_word_of_it() {
        var told = tell(cell, "told-" + cell.code());
        tell(sibling, "elsewhere-" + sibling.code());
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, district);
        served(officer, "?plan=" + plan)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(told.toString())))
                .body("items[0].deliveredAt", notNullValue())
                .body("items[0].openedAt", nullValue())
                .body("items[0].title", nullValue())
                .body("items[0].text", nullValue());
        given().auth()
                .oauth2(Tokens.of("told-" + cell.code()))
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"CANNOT_DO\",\"reason\":\"đang ốm\"}")
                .post("/api/v1/notifications/" + told + "/acknowledgement")
                .then()
                .statusCode(200);
        served(officer, "?organisation=" + cell.id())
                .then()
                .body("items[0].openedAt", notNullValue())
                .body("items[0].acknowledgedAt", notNullValue())
                .body("items[0].acknowledgement", is("CANNOT_DO"))
                .body("items[0].reason", is("đang ốm"));
        served(officer, "?plan=" + plan + "&acknowledged=false").then().body("items", empty());
        served(officer, "?plan=" + plan + "&opened=true&kind=ASSIGNMENT").then().body("items", not(empty()));
    }

    @Test
    void each_body_is_counted_by_how_far_it_has_come() {
        var read = tell(cell, "reads-" + cell.code());
        var refused = tell(cell, "refuses-" + cell.code());
        tell(cell, "sleeps-" + cell.code());
        tell(district, "above-" + cell.code());
        tell(sibling, "elsewhere-" + sibling.code());
        act("reads-" + cell.code(), read, "reading", "").statusCode(200);
        act("refuses-" + cell.code(), refused, "acknowledgement", "{\"kind\":\"CANNOT_DO\",\"reason\":\"đang ốm\"}")
                .statusCode(200);
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, district);
        var bodies = served(officer, "/bodies?plan=" + plan);
        bodies.then()
                .statusCode(200)
                .body(
                        "items.organisationId",
                        containsInAnyOrder(cell.id().toString(), district.id().toString()));
        bodies.then()
                .root("items.find { it.organisationId == '" + cell.id() + "' }")
                .body("told", is(3))
                .body("seen", is(2))
                .body("opened", is(2))
                .body("acknowledged", is(1))
                .body("cannotDo", is(1));
        var first = served(officer, "/bodies?limit=1&plan=" + plan);
        first.then().body("items", hasSize(1));
        served(officer, "/bodies?limit=1&plan=" + plan + "&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        served(TestTree.aHolderOf(Role.MEMBER, district), "/bodies").then().body("items", empty());
    }

    @Test
    void what_was_opened_stays_opened_when_its_recipient_puts_it_aside() {
        var subject = "told-" + cell.code();
        var told = tell(cell, subject);
        act(subject, told, "reading", "").statusCode(200);
        act(subject, told, "snooze", "{\"until\":\"" + Instant.now().plus(Duration.ofDays(2)) + "\"}")
                .statusCode(200)
                .body("readAt", nullValue());
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, district);
        served(officer, "?opened=true&plan=" + plan)
                .then()
                .body("items.id", is(List.of(told.toString())))
                .body("items[0].openedAt", notNullValue());
    }

    private static ValidatableResponse act(String subject, UUID notification, String what, String body) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/notifications/" + notification + "/" + what)
                .then();
    }

    @Test
    void pages_follow_one_another_newest_first() {
        var first = tell(cell, "a-" + cell.code());
        var second = tell(district, "b-" + cell.code());
        var third = tell(cell, "c-" + cell.code());
        var auditor = TestTree.aHolderOf(Role.AUDITOR, district);
        var page = served(auditor, "?limit=2&plan=" + plan);
        page.then().body("items.id", is(List.of(third.toString(), second.toString())));
        served(auditor, "?limit=2&plan=" + plan + "&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", is(List.of(first.toString())))
                .body("nextCursor", nullValue());
    }

    @Test
    void members_and_strangers_see_nothing_and_other_organisations_are_not_there() {
        tell(cell, "x-" + cell.code());
        served(TestTree.aHolderOf(Role.MEMBER, district), "")
                .then()
                .statusCode(200)
                .body("items", empty());
        served("nobody-at-all", "").then().statusCode(200).body("items", empty());
        served(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, district), "?organisation=" + sibling.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        assertThat(given().get("/api/v1/deliveries").statusCode()).isEqualTo(401);
    }

    private UUID tell(KnownOrganisation organisation, String subject) {
        return TestInbox.deliver(new Notification(
                new Notification.About(
                        Uuid7.next(),
                        Uuid7.next(),
                        "ASSIGNMENT",
                        plan,
                        Uuid7.next(),
                        null,
                        organisation.id(),
                        -3,
                        LocalDate.of(2024, 5, 4)),
                new Recipient(Tokens.ISSUER, subject, Uuid7.next(), null, false, "vi"),
                "Còn 3 ngày",
                "Còn 3 ngày.",
                null,
                Instant.parse("2024-05-01T01:00:00Z")));
    }

    private static Response served(String subject, String query) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .urlEncodingEnabled(false)
                .get("/api/v1/deliveries" + query);
    }
}
