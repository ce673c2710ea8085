package vn.tiendo.plans.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.organisation.RestructuringFixtures.PATH;
import static vn.tiendo.plans.organisation.RestructuringFixtures.carriedOut;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decision;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// What touches more than two organisations is too much to be waited for here; it is 15 July 2025.
@QuarkusTest
class LargeRestructuringTest {

    private static final String FROM = "2025-07-01";

    @Inject
    RestructuringWatch watch;

    @Inject
    MeterRegistry meters;

    private Unit province;
    private Unit north;
    private Unit south;
    private Unit commune;
    private Unit cell;

    @BeforeEach
    void grow() {
        TestClock.setTo(LocalDateTime.of(2025, 7, 15, 8, 0));
        province = aProvince();
        north = aUnit(province.id(), "DISTRICT_COMMITTEE");
        south = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(north.id(), "GRASSROOTS_COMMITTEE");
        cell = aUnit(commune.id(), "CELL");
        SizeForTests.largeAbove(2);
    }

    @AfterEach
    void backToNow() {
        DefectivePassing.mend();
        SizeForTests.asConfigured();
        TestClock.setBack();
    }

    @Test
    void it_is_accepted_and_then_carried_out_as_a_whole() {
        String id;
        try (var held = HeldTask.named(RestructuringTask.NAME)) {
            var accepted = decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), south.id()));
            id = accepted.path("id");
            accepted.then()
                    .statusCode(202)
                    .header("Location", endsWith(PATH + "/" + id))
                    .header("ETag", notNullValue())
                    .body("status", is("ACCEPTED"))
                    .body("outcome.namedOnly", is(true))
                    .body("outcome.effects[0].deed", is("MOVED"));
            assertThat(tree(south, FROM)).containsOnlyKeys(south.id());
            assertThat(held).isNotNull();
        }
        carriedOut(id)
                .then()
                .body("status", is("APPLIED"))
                .body("startedAt", notNullValue())
                .body("completedAt", notNullValue())
                .body("outcome.namedOnly", is(false))
                .body("outcome.organisationsChanged", is(3))
                .body("outcome.effects[0].carriedAlong", is(2));
        assertThat(tree(south, FROM)).containsOnlyKeys(south.id(), north.id(), commune.id(), cell.id());
    }

    @Test
    void what_touches_less_is_done_at_once() {
        decided(FROM, move(commune.id(), south.id()));
        assertThat(tree(south, FROM)).containsOnlyKeys(south.id(), commune.id(), cell.id());
    }

    @Test
    void sent_again_under_its_key_it_gets_the_same_answer_and_is_carried_out_once() {
        var key = UUID.randomUUID().toString();
        var first = under(key, decision(FROM, move(north.id(), south.id())));
        first.then().statusCode(202);
        String id = first.path("id");
        carriedOut(id).then().body("status", is("APPLIED"));
        under(key, decision(FROM, move(north.id(), south.id())))
                .then()
                .statusCode(202)
                .header("Location", endsWith(PATH + "/" + id))
                .header("Idempotency-Replayed", "true")
                .body("id", is(id))
                .body("status", is("ACCEPTED"));
    }

    private static Response under(String key, Map<String, Object> decision) {
        return given().auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(decision)
                .post(PATH);
    }

    @Test
    void what_does_not_fit_at_the_named_organisations_is_refused_at_once_and_not_kept() {
        decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), cell.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/cycle-in-the-tree"));
        decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), south.id()), move(south.id(), commune.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/cycle-in-the-tree"));
        decide(FIRST_ADMINISTRATOR, "1999-01-01", dissolve(north.id()))
                .then()
                .body("type", is("/problems/effective-before-existence"));
        get(FIRST_ADMINISTRATOR, PATH + "?organisation=" + north.id()).then().body("items.size()", is(0));
    }

    @Test
    void a_rehearsal_looks_at_the_named_organisations_only_and_leaves_nothing() {
        var rehearsed = command(FIRST_ADMINISTRATOR, PATH + "?dryRun=true", null, decision(FROM, dissolve(north.id())));
        rehearsed
                .then()
                .statusCode(200)
                .body("outcome.namedOnly", is(true))
                .body("outcome.effects[0].deed", is("ENDED"));
        assertThat(tree(north, FROM)).containsOnlyKeys(north.id(), commune.id(), cell.id());
        get(FIRST_ADMINISTRATOR, PATH + "?organisation=" + north.id()).then().body("items.size()", is(0));
    }

    @Test
    void planned_for_a_later_day_it_is_carried_out_then() {
        var planned = decide(FIRST_ADMINISTRATOR, "2025-07-16", dissolve(north.id()));
        planned.then().statusCode(201).body("status", is("PLANNED")).body("outcome.namedOnly", is(true));
        TestClock.setTo(LocalDateTime.of(2025, 7, 16, 0, 1));
        carriedOut(planned.path("id"))
                .then()
                .body("status", is("APPLIED"))
                .body("outcome.effects[0].carriedAlong", is(2));
        assertThat(tree(province, "2025-07-16")).containsEntry(commune.id(), province.id());
    }

    @Test
    void when_a_rule_is_broken_meanwhile_it_fails_with_the_reason_and_nothing_has_happened() {
        String id;
        try (var held = HeldTask.named(RestructuringTask.NAME)) {
            var accepted = decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), south.id()));
            accepted.then().statusCode(202);
            id = accepted.path("id");
            decided("2025-07-10", dissolve(south.id()));
            assertThat(held).isNotNull();
        }
        carriedOut(id)
                .then()
                .body("status", is("FAILED"))
                .body("failure.code", is("later-change-contradicts"))
                .body("failure.arguments.organisation", is(south.code()))
                .body("appliedAt", nullValue());
        assertThat(tree(province, "2025-07-15"))
                .containsEntry(north.id(), province.id())
                .containsEntry(commune.id(), north.id());
        assertThat(TestDatabase.count("select count(*) from organisation_period where organisation_id = ?", north.id()))
                .isOne();
    }

    @Test
    void one_that_a_defect_keeps_from_ending_is_seen_and_called_off_and_the_next_one_is_applied() {
        DefectivePassing.failAt(north.id());
        var stuck = decide(FIRST_ADMINISTRATOR, FROM, dissolve(north.id()));
        stuck.then().statusCode(202);
        var one = PATH + "/" + stuck.path("id");
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> DefectivePassing.tries() > 2);
        var seen = get(FIRST_ADMINISTRATOR, one);
        seen.then().body("status", is("EXECUTING"));
        var next = decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), south.id()));
        next.then().statusCode(202);
        TestClock.setTo(LocalDateTime.of(2025, 7, 15, 9, 1));
        assertThat(secondsOfTheOneUnderWay()).isGreaterThanOrEqualTo(3_600);
        command(FIRST_ADMINISTRATOR, one + "/cancellation", seen.header("ETag"), null)
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"))
                .body("cancelledAt", notNullValue());
        carriedOut(next.path("id")).then().body("status", is("APPLIED"));
        assertThat(secondsOfTheOneUnderWay()).isZero();
        assertThat(tree(south, FROM)).containsOnlyKeys(south.id(), north.id(), commune.id(), cell.id());
    }

    private double secondsOfTheOneUnderWay() {
        QuarkusTransaction.requiringNew().run(watch::pass);
        return meters.get("tiendo.restructurings.executing.seconds").gauge().value();
    }

    @Test
    void accepted_ones_are_carried_out_in_the_order_in_which_they_came() {
        List<String> ids;
        try (var held = HeldTask.named(RestructuringTask.NAME)) {
            ids = List.of(
                    decide(FIRST_ADMINISTRATOR, "2025-07-02", move(north.id(), south.id()))
                            .path("id"),
                    decide(FIRST_ADMINISTRATOR, "2025-07-03", dissolve(north.id()))
                            .path("id"));
            assertThat(held).isNotNull();
        }
        assertThat(ids).allSatisfy(id -> carriedOut(id).then().body("status", is("APPLIED")));
        assertThat(tree(south, "2025-07-02")).containsEntry(north.id(), south.id());
        assertThat(tree(south, "2025-07-03")).containsOnlyKeys(south.id(), commune.id(), cell.id());
    }

    @Test
    void until_it_begins_those_who_administer_what_it_names_can_call_it_off() {
        var outside = aHolder("ADMINISTRATOR", aProvince().id());
        var sibling = aHolder(
                "ADMINISTRATOR", aUnit(province.id(), "DISTRICT_COMMITTEE").id());
        var below = aHolder("ADMINISTRATOR", commune.id());
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var administrator = aHolder("ADMINISTRATOR", province.id());
        try (var held = HeldTask.named(RestructuringTask.NAME)) {
            var accepted = decide(administrator, FROM, move(north.id(), south.id()));
            accepted.then().statusCode(202);
            var one = PATH + "/" + accepted.path("id");
            for (var stranger : List.of(outside, sibling, below)) {
                get(stranger, one).then().statusCode(404);
                command(stranger, one + "/cancellation", "*", null).then().statusCode(404);
            }
            get(officer, one).then().statusCode(200).body("status", is("ACCEPTED"));
            command(officer, one + "/cancellation", "*", null).then().statusCode(403);
            command(administrator, one + "/cancellation", "*", null)
                    .then()
                    .statusCode(200)
                    .body("status", is("CANCELLED"));
            assertThat(held).isNotNull();
        }
        assertThat(tree(province, FROM)).containsEntry(north.id(), province.id());
    }
}
