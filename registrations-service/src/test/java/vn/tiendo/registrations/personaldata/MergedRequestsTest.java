package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.personaldata.Persons.aLeaderOf;
import static vn.tiendo.registrations.personaldata.Persons.filed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Who was entered twice asks once: the request goes along with the person.
@QuarkusTest
class MergedRequestsTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String leader = aLeaderOf(scene.committee);
    private Person person;
    private String survivor;

    @BeforeEach
    void the_survivor_is_to_take_over_the_account() {
        person = scene.aMember(cell);
        survivor = made(create(
                scene.administrator,
                "members",
                Map.of(
                        "name",
                        "Nguyễn Văn An",
                        "birthDate",
                        "1986-05-12",
                        "category",
                        "PARTY_MEMBER",
                        "status",
                        "ACTIVE",
                        "email",
                        UUID.randomUUID() + "@example.org",
                        "memberships",
                        List.of(Map.of("organisationId", cell.id(), "from", "2020-01-01")))));
    }

    @Test
    void the_person_goes_on_reading_its_request_and_does_not_decide_about_it() {
        var request = filed(person, "ACCESS");
        merge();
        get(person.token(), "data-subject-requests/" + request)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("memberId", is(survivor));
        get(person.token(), "data-subject-requests").then().body("items.id", contains(request));
        TestTree.give(person.subject(), Role.COMMITTEE_LEADER, scene.committee);
        refused(decide(person.token(), request, "acceptance"), 403, "own-data-subject-request");
    }

    @Test
    void a_correction_stands_in_the_record_that_survives() {
        var request = made(create(
                person.token(),
                "data-subject-requests",
                Map.of("kind", "CORRECTION", "correction", Map.of("name", "Nguyễn Văn Ân"))));
        merge();
        grant(request);
        get(person.token(), "members/me").then().body("id", is(survivor)).body("name", is("Nguyễn Văn Ân"));
    }

    @Test
    void a_restriction_and_a_withdrawal_reach_the_record_that_survives() {
        var restriction = filed(person, "RESTRICTION");
        var withdrawal = filed(person, "WITHDRAWAL");
        merge();
        grant(restriction);
        grant(withdrawal);
        get(scene.officer, "members/" + survivor).then().body("restricted", is(true));
        get(person.token(), "members/me").then().body("email", nullValue());
    }

    @Test
    void an_access_hands_out_what_is_held_on_both() {
        var request = filed(person, "ACCESS");
        merge();
        grant(request);
        get(leader, "data-subject-requests/" + request + "/personal-data")
                .then()
                .statusCode(200)
                .body("memberId", is(survivor))
                .body("member.id.size()", is(2));
    }

    @Test
    void an_erasure_leaves_nothing_of_either() {
        var request = filed(person, "ERASURE");
        merge();
        Persons.leaves(UUID.fromString(survivor));
        grant(request);
        get(scene.officer, "members/" + survivor).then().body("name", is("")).body("erasedAt", notNullValue());
        assertThat(Scene.count(
                        "select count(*) from member where id in (?1, ?2) and name = ''",
                        person.id(),
                        UUID.fromString(survivor)))
                .isEqualTo(2);
    }

    @Test
    void nobody_asks_for_a_record_that_has_ended() {
        merge();
        refused(
                create(scene.officer, "data-subject-requests", Map.of("kind", "RESTRICTION", "memberId", person.id())),
                409,
                "member-merged");
    }

    private void merge() {
        command(scene.officer, "members/" + survivor + "/merges", Map.of("memberId", person.id()))
                .then()
                .statusCode(200);
    }

    private void grant(String request) {
        decide(leader, request, "acceptance").then().statusCode(200);
        decide(leader, request, "execution").then().statusCode(200).body("state", is("EXECUTED"));
    }

    private static Response decide(String token, String request, String what) {
        return command(token, "data-subject-requests/" + request + "/" + what, Map.of());
    }
}
