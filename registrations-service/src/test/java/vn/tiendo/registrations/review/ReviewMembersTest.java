package vn.tiendo.registrations.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class ReviewMembersTest {

    private static final String DAY = "2024-12-12";

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);

    @BeforeEach
    void at_the_end_of_2024() {
        TestClock.setTo(LocalDateTime.of(2024, 12, 20, 9, 0));
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void a_sitting_records_its_members_and_the_rest_is_missing() {
        var reviewed = scene.aMember(cell);
        var missing = scene.aMember(cell);
        scene.aMember("EXEMPT_FROM_ACTIVITY", cell);
        record(secretary, cell, DAY, reviewed.id()).then().statusCode(200).body("items.outcome", contains("RECORDED"));
        coverage(2, 1);
        get(secretary, "members/reviews/missing?year=2024")
                .then()
                .body("items.id", contains(missing.id().toString()))
                .body("items.organisationId", contains(cell.id().toString()));
        get(secretary, "members/reviews?year=2024")
                .then()
                .body("items.memberId", contains(reviewed.id().toString()))
                .body("items.heldOn", contains(DAY));
        get(reviewed.token(), "members/reviews?mine=true").then().body("items", hasSize(1));
        get(missing.token(), "members/reviews?mine=true").then().body("items", empty());
    }

    @Test
    void each_member_is_judged_on_its_own() {
        var member = scene.aMember(cell);
        var elsewhere = scene.aMember(scene.aCell());
        var own = scene.aMember(cell);
        TestTree.give(own.subject(), Role.CELL_SECRETARY, cell);
        record(secretary, cell, DAY, member.id()).then().statusCode(200);
        record(own.token(), cell, DAY, member.id(), elsewhere.id(), own.id(), UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items.outcome", contains("ALREADY_RECORDED", "NOT_IN_UNIT", "OWN_REVIEW", "NOT_IN_UNIT"));
    }

    /// Sittings at random, in both cells and several times a year: a member counts once, as a plain set says.
    @Test
    void however_often_somebody_is_reviewed_it_counts_once_a_year() {
        var other = scene.aCell();
        var people = new ArrayList<Person>();
        for (int i = 0; i < 8; i++) {
            people.add(i % 3 == 0 ? scene.aMember(cell, other) : scene.aMember(cell));
        }
        var random = new Random(19450519);
        var reviewed = new HashSet<UUID>();
        for (int step = 0; step < 25; step++) {
            var person = people.get(random.nextInt(people.size()));
            var where = random.nextBoolean() ? cell : other;
            var outcome = record(scene.officer, where, "2024-%02d-10".formatted(1 + random.nextInt(12)), person.id())
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("items[0].outcome");
            if (!outcome.equals("NOT_IN_UNIT")) {
                reviewed.add(person.id());
            }
            coverage(8, reviewed.size());
        }
        var missing = people.stream()
                .map(Person::id)
                .filter(id -> !reviewed.contains(id))
                .map(UUID::toString)
                .toList();
        get(scene.officer, "members/reviews/missing?year=2024&organisation=" + cell.id())
                .then()
                .body("items.id", containsInAnyOrder(missing.toArray()));
        assertThat(get(scene.officer, "members/reviews/coverage?year=2023&organisation=" + cell.id())
                        .<Integer>path("reviewed"))
                .isZero();
    }

    @Test
    void a_review_struck_out_no_longer_counts() {
        var member = scene.aMember(cell);
        String id = record(secretary, cell, DAY, member.id()).path("items[0].id");
        coverage(1, 1);
        var path = "members/reviews/" + id + "/cancellation";
        command(secretary, path, null, Map.of("reason", "Ghi nhầm")).then().statusCode(428);
        command(secretary, path, "\"3\"", Map.of("reason", "Ghi nhầm")).then().statusCode(412);
        command(secretary, path, "\"0\"", Map.of("reason", "Ghi nhầm")).then().statusCode(200);
        coverage(1, 0);
        refused(command(secretary, path, Map.of("reason", "x")), 409, "review-cancelled");
        record(secretary, cell, DAY, member.id()).then().body("items[0].outcome", is("RECORDED"));
    }

    @Test
    void _422_for_a_day_that_is_none_of_the_year() {
        var member = scene.aMember(cell).id();
        refused(record(secretary, cell, "2024-12-21", member), 422, "review-day-out-of-year");
        refused(record(secretary, cell, "2023-12-31", member), 422, "review-day-out-of-year");
        TestClock.setTo(LocalDateTime.of(2025, 4, 2, 9, 0));
        refused(record(secretary, cell, "2025-04-01", member), 422, "review-day-out-of-year");
        record(secretary, cell, "2025-03-31", member).then().statusCode(200);
    }

    @Test
    void _404_out_of_reach_and_403_for_who_only_reads() {
        var member = scene.aMember(cell);
        String id = record(secretary, cell, DAY, member.id()).path("items[0].id");
        var sibling = scene.aSecretaryOf(scene.aCell());
        refused(record(sibling, cell, DAY, member.id()), 404, "organisation-not-found");
        refused(
                command(sibling, "members/reviews/" + id + "/cancellation", Map.of("reason", "x")),
                404,
                "member-review-not-found");
        get(sibling, "members/reviews").then().body("items", empty());
        var inspector = vn.tiendo.kit.test.Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        refused(record(inspector, cell, DAY, member.id()), 403, "role-required");
        refused(record(member.token(), cell, DAY, member.id()), 404, "organisation-not-found");
        get(secretary, "members/reviews/missing").then().statusCode(400);
    }

    private void coverage(int members, int reviewed) {
        get(scene.officer, "members/reviews/coverage?year=2024&organisation=" + cell.id())
                .then()
                .statusCode(200)
                .body("members", is(members))
                .body("reviewed", is(reviewed))
                .body("missing", is(members - reviewed));
    }

    private static Response record(String token, KnownOrganisation cell, String day, UUID... members) {
        return create(
                token,
                "members/reviews",
                Map.of("organisationId", cell.id(), "year", 2024, "heldOn", day, "memberIds", List.of(members)));
    }
}
