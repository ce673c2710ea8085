package vn.tiendo.notifications.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class PreferenceDefaultsTest {

    private static final String PATH = "/api/v1/preference-defaults";

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String officer;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        committee = TestTree.aChildOf(TestTree.aRoot());
        cell = TestTree.aChildOf(committee);
        officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void defaults_are_set_read_below_changed_and_audited() {
        var set = set(committee, everything());
        set.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("validFrom", is("2024-04-01"))
                .body("defaults.cells[0].setting", is("MANDATORY"))
                .body("defaults.fallback.steps[0].workingHours", is(4))
                .body("defaults.caps.perDay", is(1000));
        String id = set.path("id");
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        given().auth()
                .oauth2(Tokens.of(secretary))
                .get(PATH + "?organisation=" + cell.id() + "&on=2024-04-01")
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(id)));
        change(id, null, Map.of()).then().statusCode(428);
        change(id, "\"0\"", Map.of()).then().statusCode(200).header("ETag", "\"1\"");
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 order by happened_at",
                        UUID.fromString(id)))
                .containsExactly("set-preference-default", "change-preference-default");
    }

    @Test
    void a_default_ends_and_is_then_closed() {
        String id = set(committee, everything()).path("id");
        end(id, "\"0\"", "2024-03-31")
                .then()
                .statusCode(422)
                .body("type", is("/problems/preference-default-ends-before-it-begins"));
        end(id, "\"0\"", "2024-04-02").then().statusCode(200).body("validTo", is("2024-04-02"));
        TestClock.setTo(LocalDateTime.of(2024, 4, 3, 9, 0));
        change(id, "\"1\"", Map.of()).then().statusCode(409).body("type", is("/problems/preference-default-has-ended"));
        given().auth()
                .oauth2(Tokens.of(officer))
                .get(PATH + "?on=2024-04-03")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void what_is_mandatory_incomplete_or_said_twice_is_refused() {
        refused(
                Map.of("cells", List.of(Map.of("category", "OVERDUE", "channel", "EMAIL", "setting", "OFF"))),
                "mandatory-stays-on");
        var once = Map.of("category", "ANSWER", "channel", "SMS", "setting", "ON");
        refused(Map.of("cells", List.of(once, once)), "preference-stands-twice");
        refused(Map.of("digests", List.of(Map.of("category", "ANSWER", "rhythm", "WEEKLY"))), "digest-incomplete");
        var step = Map.of("channel", "SMS", "workingHours", 2);
        refused(
                Map.of("fallback", Map.of("categories", List.of("OVERDUE"), "steps", List.of(step, step))),
                "preference-stands-twice");
    }

    @Test
    void _400_for_what_is_out_of_bounds() {
        for (var defaults : List.<Map<String, ?>>of(
                Map.of("caps", Map.of("perMinute", 0, "perDay", 10)),
                Map.of("caps", Map.of("perMinute", 10)),
                Map.of("fallback", Map.of("categories", List.of(), "steps", List.of())),
                Map.of(
                        "fallback",
                        Map.of("categories", List.of("OVERDUE"), "steps", List.of(Map.of("channel", "SMS")))),
                Map.of("cells", List.of(Map.of("category", "ANSWER", "channel", "SMS", "setting", "PERHAPS"))))) {
            set(committee, defaults).then().statusCode(400);
        }
    }

    @Test
    void _409_for_a_second_one_from_the_same_day() {
        set(committee, everything()).then().statusCode(201);
        set(committee, Map.of()).then().statusCode(409).body("type", is("/problems/one-preference-default-per-day"));
    }

    @Test
    void a_default_follows_its_organisation_through_the_tree() {
        String id = set(committee, everything()).path("id");
        assertThat(TestWork.rows("select organisation_path from preference_default where id = ?1", UUID.fromString(id)))
                .containsExactly(committee.path());
        var elsewhere = TestTree.aRoot().path() + committee.path().split("/")[1] + "/";
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> io.quarkus.arc.Arc.container()
                        .instance(vn.tiendo.kit.reach.ReachRepository.class)
                        .get()
                        .put(new KnownOrganisation(
                                committee.id(),
                                committee.code(),
                                committee.name(),
                                committee.kind(),
                                committee.parentId(),
                                elsewhere,
                                committee.validFrom(),
                                committee.validTo())));
        assertThat(TestWork.rows("select organisation_path from preference_default where id = ?1", UUID.fromString(id)))
                .containsExactly(elsewhere);
    }

    private static Map<String, Object> everything() {
        return Map.of(
                "cells",
                List.of(Map.of("category", "REMINDER", "channel", "EMAIL", "setting", "MANDATORY")),
                "quietHours",
                Map.of("from", "20:00", "to", "08:00", "workingDaysOnly", true),
                "digests",
                List.of(Map.of("category", "ROLL_UP", "rhythm", "DAILY", "at", "16:00")),
                "fallback",
                Map.of(
                        "categories",
                        List.of("OVERDUE"),
                        "steps",
                        List.of(Map.of("channel", "ZALO", "workingHours", 4))),
                "caps",
                Map.of("perMinute", 60, "perDay", 1000));
    }

    private void refused(Map<String, ?> defaults, String problem) {
        set(committee, defaults).then().statusCode(422).body("type", is("/problems/" + problem));
    }

    private Response set(KnownOrganisation organisation, Map<String, ?> defaults) {
        return request(null)
                .body(Map.of("organisationId", organisation.id(), "defaults", defaults))
                .post(PATH);
    }

    private Response change(String id, @Nullable String ifMatch, Map<String, ?> defaults) {
        return request(ifMatch).body(Map.of("defaults", defaults)).put(PATH + "/" + id);
    }

    private Response end(String id, String ifMatch, String lastDay) {
        return request(ifMatch).body(Map.of("lastDay", lastDay)).post(PATH + "/" + id + "/ending");
    }

    private io.restassured.specification.RequestSpecification request(@Nullable String ifMatch) {
        var request = given().auth().oauth2(Tokens.of(officer)).contentType(ContentType.JSON);
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }
}
