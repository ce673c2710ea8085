package vn.tiendo.notifications.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class OwnPreferencesTest {

    private static final String PATH = "/api/v1/preferences";
    private static final String DEFAULTS = "/api/v1/preference-defaults";

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String secretary;
    private String leader;

    @BeforeEach
    void before() {
        committee = TestTree.aRoot();
        cell = TestTree.aChildOf(committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
    }

    @Test
    void every_cell_is_shown_with_where_it_comes_from() {
        var shown = get(secretary)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("organisationId", is(cell.id().toString()))
                .body("cells", hasSize(28))
                .body("cells.source.unique()", is(List.of("SHIPPED")))
                .body("cells.findAll { it.on }.channel.unique()", is(List.of("EMAIL")))
                .body("cells.findAll { it.mandatory }.category", is(List.of("OVERDUE", "ESCALATION", "RECALL")))
                .body("quietHours.from", is("21:00:00"))
                .body("quietHours.to", is("07:00:00"))
                .body("quietHours.workingDaysOnly", is(false))
                .body("digests.rhythm.unique()", is(List.of("AT_ONCE")))
                .body("own.cells", hasSize(0));
        assertThat(shown.extract().headers().hasHeaderWithName("ETag")).isTrue();
    }

    @Test
    void own_wishes_are_kept_shown_and_audited() {
        var wishes = Map.of(
                "cells",
                List.of(cell("REMINDER", "EMAIL", false), cell("BROADCAST", "SMS", true)),
                "quietHours",
                Map.of("from", "20:00", "to", "08:00", "workingDaysOnly", true),
                "digests",
                List.of(Map.of("category", "ROLL_UP", "rhythm", "WEEKLY", "at", "08:00", "day", "MONDAY")),
                "language",
                "en");
        put(secretary, "\"0\"", wishes)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(of("REMINDER", "EMAIL") + ".on", is(false))
                .body(of("REMINDER", "EMAIL") + ".source", is("OWN"))
                .body(of("BROADCAST", "SMS") + ".on", is(true))
                .body(of("BROADCAST", "EMAIL") + ".source", is("SHIPPED"))
                .body("quietHours.source", is("OWN"))
                .body("digests.find { it.category == 'ROLL_UP' }.day", is("MONDAY"))
                .body("own.language", is("en"));
        get(secretary).header("ETag", "\"1\"").body("own.cells", hasSize(2));
        assertThat(audited(secretary)).containsExactly("change-preferences");
        put(secretary, "\"1\"", Map.of()).then().statusCode(200).body("cells.source.unique()", is(List.of("SHIPPED")));
    }

    @Test
    void what_organisations_have_set_lies_under_the_own_wishes() {
        given().auth()
                .oauth2(Tokens.of(leader))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "organisationId",
                        committee.id(),
                        "defaults",
                        Map.of(
                                "cells",
                                List.of(setting("REMINDER", "SMS", "MANDATORY"), setting("ANSWER", "ZALO", "ON")))))
                .post(DEFAULTS)
                .then()
                .statusCode(201);
        get(secretary)
                .body(of("REMINDER", "SMS") + ".mandatory", is(true))
                .body(of("REMINDER", "SMS") + ".source", is("ORGANISATION"))
                .body(
                        of("REMINDER", "SMS") + ".organisationId",
                        is(committee.id().toString()))
                .body(of("ANSWER", "ZALO") + ".on", is(true));
        put(secretary, "\"0\"", Map.of("cells", List.of(cell("REMINDER", "SMS", false))))
                .then()
                .statusCode(422)
                .body("type", is("/problems/mandatory-stays-on"));
        put(secretary, "\"0\"", Map.of("cells", List.of(cell("ANSWER", "ZALO", false))))
                .then()
                .statusCode(200)
                .body(of("ANSWER", "ZALO") + ".on", is(false));
    }

    @Test
    void another_place_can_be_asked_for_within_reach() {
        given().auth()
                .oauth2(Tokens.of(leader))
                .get(PATH + "?organisation=" + cell.id())
                .then()
                .statusCode(200)
                .body("organisationId", is(cell.id().toString()));
        given().auth()
                .oauth2(Tokens.of(secretary))
                .get(PATH + "?organisation=" + committee.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        get("nobody-" + UUID.randomUUID())
                .statusCode(200)
                .body("$", not(org.hamcrest.Matchers.hasKey("organisationId")));
    }

    @Test
    void _422_for_what_is_mandatory_said_twice_or_incomplete_and_nothing_is_kept() {
        for (var category : List.of("OVERDUE", "ESCALATION", "RECALL")) {
            refused(Map.of("cells", List.of(cell(category, "EMAIL", false))), "mandatory-stays-on");
        }
        refused(
                Map.of("cells", List.of(cell("ANSWER", "SMS", false), cell("ANSWER", "SMS", true))),
                "preference-stands-twice");
        refused(digests(Map.of("category", "ANSWER", "rhythm", "DAILY")), "digest-incomplete");
        refused(digests(Map.of("category", "ANSWER", "rhythm", "WEEKLY", "at", "08:00")), "digest-incomplete");
        refused(digests(Map.of("category", "ANSWER", "rhythm", "AT_ONCE", "at", "08:00")), "digest-incomplete");
        refused(
                digests(
                        Map.of("category", "ANSWER", "rhythm", "AT_ONCE"),
                        Map.of("category", "ANSWER", "rhythm", "AT_ONCE")),
                "preference-stands-twice");
        assertThat(TestWork.rows("select id::text from personal_preference where subject = ?1", secretary))
                .isEmpty();
    }

    @Test
    void _400_for_what_is_no_preference() {
        for (var body : List.of(
                Map.of("cells", List.of(Map.of("category", "WEATHER", "channel", "EMAIL", "on", true))),
                Map.of("cells", List.of(Map.of("category", "ANSWER", "channel", "EMAIL"))),
                Map.of("language", "fr"),
                Map.of("quietHours", Map.of("from", "21:00")),
                Map.of("quietHours", Map.of("from", "25:00", "to", "07:00", "workingDaysOnly", true)))) {
            put(secretary, "\"0\"", body).then().statusCode(400);
        }
    }

    @Test
    void _428_without_and_412_with_an_old_version() {
        put(secretary, null, Map.of()).then().statusCode(428);
        put(secretary, "\"3\"", Map.of()).then().statusCode(412);
    }

    @Test
    void a_link_shows_a_page_in_both_languages_and_changes_nothing_yet() {
        var link = PATH + "/unsubscriptions/" + TestLinks.to(Tokens.ISSUER, secretary);
        given().get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("lang=\"vi\""))
                .body(containsString("thông báo chung"))
                .body(containsString("<form method=\"post\">"));
        given().header("Accept-Language", "en").get(link).then().body(containsString("Stop them"));
        assertThat(audited(secretary)).isEmpty();
    }

    @Test
    void one_click_without_signing_in_switches_off_and_a_second_one_changes_nothing_more() {
        var link = PATH + "/unsubscriptions/" + TestLinks.to(Tokens.ISSUER, secretary);
        for (int i = 0; i < 2; i++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(link)
                    .then()
                    .statusCode(200)
                    .body(containsString("thông báo chung"));
        }
        get(secretary)
                .header("ETag", "\"1\"")
                .body(of("BROADCAST", "EMAIL") + ".on", is(false))
                .body("own.cells", hasSize(1));
        assertThat(audited(secretary)).containsExactly("unsubscribe");
    }

    @Test
    void a_link_for_what_is_mandatory_a_changed_one_and_nonsense_are_refused() {
        var mandatory = TestLinks.to(Tokens.ISSUER, secretary, Category.OVERDUE, ChannelKind.EMAIL);
        given().post(PATH + "/unsubscriptions/" + mandatory)
                .then()
                .statusCode(422)
                .body("type", is("/problems/mandatory-stays-on"));
        var other = TestLinks.to(Tokens.ISSUER, leader);
        var changed = TestLinks.to(Tokens.ISSUER, secretary).split("\\.")[0] + "." + other.split("\\.")[1];
        for (var token : List.of(changed, "nonsense", "a.b")) {
            given().get(PATH + "/unsubscriptions/" + token)
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/unsubscribe-link-unfit"));
            given().post(PATH + "/unsubscriptions/" + token).then().statusCode(404);
        }
        assertThat(TestWork.rows("select id::text from personal_preference where subject = ?1", secretary))
                .isEmpty();
    }

    private void refused(Map<String, ?> wishes, String problem) {
        put(secretary, "\"0\"", wishes).then().statusCode(422).body("type", is("/problems/" + problem));
    }

    @SafeVarargs
    private static Map<String, ?> digests(Map<String, ?>... digests) {
        return Map.of("digests", List.of(digests));
    }

    private static List<String> audited(String subject) {
        return TestWork.rows(
                "select action from audit_record where actor = ?1 order by happened_at", Tokens.ISSUER + "#" + subject);
    }

    private static String of(String category, String channel) {
        return "cells.find { it.category == '%s' && it.channel == '%s' }".formatted(category, channel);
    }

    private static Map<String, Object> cell(String category, String channel, boolean on) {
        return Map.of("category", category, "channel", channel, "on", on);
    }

    private static Map<String, Object> setting(String category, String channel, String setting) {
        return Map.of("category", category, "channel", channel, "setting", setting);
    }

    private static ValidatableResponse get(String subject) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH).then();
    }

    private static Response put(String subject, @Nullable String ifMatch, Map<String, ?> wishes) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(wishes).put(PATH);
    }
}
