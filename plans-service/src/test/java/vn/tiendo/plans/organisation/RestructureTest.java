package vn.tiendo.plans.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.PlansWorld.root;
import static vn.tiendo.plans.organisation.RestructuringFixtures.PATH;
import static vn.tiendo.plans.organisation.RestructuringFixtures.aCode;
import static vn.tiendo.plans.organisation.RestructuringFixtures.child;
import static vn.tiendo.plans.organisation.RestructuringFixtures.create;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decision;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.idOf;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.nameOn;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.rename;
import static vn.tiendo.plans.organisation.RestructuringFixtures.split;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// One province with two districts, each with communes, each of those with a cell; it is 15 July 2025.
@QuarkusTest
class RestructureTest {

    private static final String BEFORE = "2025-06-30";
    private static final String FROM = "2025-07-01";

    private Unit province;
    private Unit north;
    private Unit south;
    private Unit commune;
    private Unit neighbour;
    private Unit cell;

    @BeforeEach
    void grow() {
        TestClock.setTo(LocalDateTime.of(2025, 7, 15, 8, 0));
        province = aProvince();
        north = aUnit(province.id(), "DISTRICT_COMMITTEE");
        south = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(north.id(), "GRASSROOTS_COMMITTEE");
        neighbour = aUnit(south.id(), "GRASSROOTS_COMMITTEE");
        cell = aUnit(commune.id(), "CELL");
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void the_same_decision_sent_twice_under_one_key_is_carried_out_once() {
        var key = UUID.randomUUID().toString();
        var decision = decision(FROM, move(commune.id(), south.id()));
        var first = decideUnder(key, decision);
        first.then().statusCode(201);
        decideUnder(key, decision)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first.<String>path("id")));
    }

    private static Response decideUnder(String key, Map<String, Object> decision) {
        return given().auth()
                .oauth2(Tokens.of(FIRST_ADMINISTRATOR))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(decision)
                .post(PATH);
    }

    @Test
    void a_new_name_holds_from_its_day_on() {
        decided(FROM, rename(north.id(), "Đảng ủy khu vực Bắc"));
        assertThat(nameOn(province, north.id(), BEFORE)).isEqualTo("Đơn vị " + north.code());
        assertThat(nameOn(province, north.id(), FROM)).isEqualTo("Đảng ủy khu vực Bắc");
        get(FIRST_ADMINISTRATOR, "/api/v1/organisations/" + north.id()).then().body("name", is("Đảng ủy khu vực Bắc"));
    }

    @Test
    void a_new_code_holds_from_its_day_on_too() {
        var code = aCode();
        decided(FROM, Map.of("type", "RENAME", "organisation", ref(north.id()), "code", code));
        var subtree = "/api/v1/organisations/" + province.id() + "/subtree?asOf=";
        get(FIRST_ADMINISTRATOR, subtree + BEFORE).then().body("items.code", hasItem(north.code()));
        get(FIRST_ADMINISTRATOR, subtree + FROM)
                .then()
                .body("items.code", hasItem(code))
                .body("items.code", not(hasItem(north.code())));
    }

    @Test
    void a_move_takes_the_subtree_along_and_the_past_stays() {
        var old = aHolder("COMMITTEE_OFFICER", north.id());
        var now = aHolder("COMMITTEE_OFFICER", south.id());
        decided(FROM, move(commune.id(), south.id()));
        assertThat(tree(north, BEFORE)).containsOnlyKeys(north.id(), commune.id(), cell.id());
        assertThat(tree(north, FROM)).containsOnlyKeys(north.id());
        assertThat(tree(south, BEFORE)).containsOnlyKeys(south.id(), neighbour.id());
        assertThat(tree(south, FROM))
                .containsEntry(commune.id(), south.id())
                .containsEntry(cell.id(), commune.id())
                .hasSize(4);
        get(old, "/api/v1/organisations/" + cell.id()).then().statusCode(404);
        get(now, "/api/v1/organisations/" + cell.id()).then().statusCode(200);
    }

    @Test
    void a_merger_ends_its_sources_and_hands_their_children_over() {
        var code = aCode();
        var officer = aHolder("COMMITTEE_OFFICER", commune.id());
        decided(
                FROM,
                merge(
                        create(code, "Đảng ủy xã mới", "GRASSROOTS_COMMITTEE", province.id()),
                        commune.id(),
                        neighbour.id()));
        var made = idOf(code);
        assertThat(tree(province, BEFORE))
                .containsOnlyKeys(province.id(), north.id(), south.id(), commune.id(), neighbour.id(), cell.id());
        assertThat(tree(province, FROM))
                .containsOnlyKeys(province.id(), north.id(), south.id(), made, cell.id())
                .containsEntry(made, province.id())
                .containsEntry(cell.id(), made);
        get(FIRST_ADMINISTRATOR, "/api/v1/organisations/" + commune.id())
                .then()
                .body("validTo", is(BEFORE))
                .body("successorIds", contains(made.toString()));
        get(FIRST_ADMINISTRATOR, "/api/v1/organisations/" + made).then().body("validFrom", is(FROM));
        get(officer, "/api/v1/organisations/" + commune.id()).then().statusCode(404);
    }

    @Test
    void posts_at_an_ended_organisation_end_with_it() {
        aHolder("COMMITTEE_OFFICER", commune.id());
        decided(FROM, merge(ref(neighbour.id()), commune.id()));
        get(FIRST_ADMINISTRATOR, "/api/v1/posts?organisation=" + commune.id())
                .then()
                .body("items.validTo", contains(BEFORE));
    }

    @Test
    void a_split_has_a_default_successor_and_exceptions() {
        var other = aUnit(commune.id(), "CELL");
        var first = aCode();
        var second = aCode();
        var act = split(
                commune.id(),
                List.of(
                        create(first, "Đảng ủy xã Một", "GRASSROOTS_COMMITTEE", north.id()),
                        create(second, "Đảng ủy xã Hai", "GRASSROOTS_COMMITTEE", north.id())));
        act.put("children", List.of(child(other.id(), ref(second))));
        decided(FROM, act);
        assertThat(tree(north, FROM))
                .containsEntry(cell.id(), idOf(first))
                .containsEntry(other.id(), idOf(second))
                .doesNotContainKey(commune.id());
        get(FIRST_ADMINISTRATOR, "/api/v1/organisations/" + commune.id())
                .then()
                .body(
                        "successorIds",
                        contains(idOf(first).toString(), idOf(second).toString()));
    }

    @Test
    void what_a_dissolved_organisation_held_goes_to_its_superior() {
        decided(FROM, dissolve(north.id()));
        assertThat(tree(province, FROM))
                .containsEntry(commune.id(), province.id())
                .containsEntry(cell.id(), commune.id())
                .doesNotContainKey(north.id());
        assertThat(tree(province, BEFORE)).containsEntry(commune.id(), north.id());
    }

    @Test
    void several_acts_build_on_each_other() {
        var code = aCode();
        decided(
                FROM,
                merge(create(code, "Đảng ủy xã mới", "GRASSROOTS_COMMITTEE", north.id()), commune.id()),
                Map.of("type", "MOVE", "organisation", ref(code), "parent", ref(south.id())),
                dissolve(north.id()));
        assertThat(tree(province, FROM))
                .containsOnlyKeys(province.id(), south.id(), neighbour.id(), idOf(code), cell.id())
                .containsEntry(idOf(code), south.id())
                .containsEntry(cell.id(), idOf(code));
    }

    @Test
    void one_act_that_does_not_fit_undoes_all() {
        decide(FIRST_ADMINISTRATOR, FROM, rename(north.id(), "Tên khác"), move(province.id(), cell.id()))
                .then()
                .statusCode(422)
                .body("type", is("/problems/cycle-in-the-tree"));
        assertThat(nameOn(province, north.id(), FROM)).isEqualTo("Đơn vị " + north.code());
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_stores_nothing() {
        var before = TestDatabase.ask("select count(*) from outbox");
        post(FIRST_ADMINISTRATOR, PATH + "?dryRun=true", decision(FROM, dissolve(north.id())))
                .then()
                .statusCode(200)
                .body("outcome.effects.deed", contains("ENDED"))
                .body("outcome.effects[0].carriedAlong", is(2))
                .body("outcome.organisationsChanged", is(3));
        post(FIRST_ADMINISTRATOR, PATH + "?dryRun=true", decision(FROM, move(province.id(), cell.id())))
                .then()
                .statusCode(422)
                .body("type", is("/problems/cycle-in-the-tree"));
        assertThat(tree(province, FROM)).containsEntry(commune.id(), north.id());
        get(FIRST_ADMINISTRATOR, PATH + "?organisation=" + north.id()).then().body("items", empty());
        assertThat(before).isNotEmpty();
    }

    @Test
    void a_later_day_is_waited_for() {
        var planned = decide(FIRST_ADMINISTRATOR, "2025-08-01", dissolve(north.id()));
        planned.then().statusCode(201).body("status", is("PLANNED")).body("outcome.effects.deed", contains("ENDED"));
        assertThat(tree(province, "2025-08-01")).containsKey(north.id());
        TestClock.setTo(LocalDateTime.of(2025, 8, 1, 0, 0));
        RestructuringFixtures.complete(planned.path("id"));
        get(FIRST_ADMINISTRATOR, PATH + "/" + planned.path("id")).then().body("status", is("APPLIED"));
        assertThat(tree(province, "2025-07-31")).containsKey(north.id());
        assertThat(tree(province, "2025-08-01"))
                .doesNotContainKey(north.id())
                .containsEntry(commune.id(), province.id());
    }

    @Test
    void what_is_planned_can_be_called_off_and_then_never_happens() {
        var planned = decide(FIRST_ADMINISTRATOR, "2025-08-01", dissolve(north.id()));
        var path = PATH + "/" + planned.path("id");
        command(FIRST_ADMINISTRATOR, path + "/cancellation", "\"99\"", null)
                .then()
                .statusCode(412);
        command(FIRST_ADMINISTRATOR, path + "/cancellation", planned.header("ETag"), null)
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));
        command(FIRST_ADMINISTRATOR, path + "/cancellation", "*", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/restructuring-no-longer-planned"));
        TestClock.setTo(LocalDateTime.of(2025, 8, 1, 0, 0));
        decided("2025-08-01", rename(south.id(), "Sau đó"));
        assertThat(tree(province, "2025-08-01")).containsKey(north.id());
    }

    @Test
    void what_no_longer_fits_on_its_day_fails_with_its_reason_and_changes_nothing() {
        var planned = decide(
                FIRST_ADMINISTRATOR, "2025-08-01", rename(south.id(), "Đảng ủy Nam"), move(commune.id(), south.id()));
        planned.then().statusCode(201);
        decided("2025-07-10", merge(ref(neighbour.id()), commune.id()));
        TestClock.setTo(LocalDateTime.of(2025, 8, 1, 0, 0));
        var path = PATH + "/" + planned.path("id");
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> "FAILED".equals(get(FIRST_ADMINISTRATOR, path).path("status")));
        get(FIRST_ADMINISTRATOR, path)
                .then()
                .body("failure.code", is("organisation-ended"))
                .body("failure.arguments.organisation", is(commune.code()))
                .body("appliedAt", nullValue());
        assertThat(nameOn(province, south.id(), "2025-08-01")).isEqualTo("Đơn vị " + south.code());
    }

    @Test
    void the_past_is_dated_anew_unless_a_later_change_contradicts() {
        decided("2025-05-01", move(commune.id(), south.id()));
        decided("2025-03-01", rename(commune.id(), "Tên giữa"));
        assertThat(nameOn(province, commune.id(), "2025-02-28")).isEqualTo("Đơn vị " + commune.code());
        assertThat(nameOn(province, commune.id(), "2025-03-01")).isEqualTo("Tên giữa");
        assertThat(nameOn(province, commune.id(), "2025-06-01")).isEqualTo("Tên giữa");
        assertThat(tree(province, "2025-04-30")).containsEntry(commune.id(), north.id());
        refused(
                decide(FIRST_ADMINISTRATOR, "2025-04-01", move(commune.id(), province.id())),
                409,
                "later-change-contradicts");
        refused(decide(FIRST_ADMINISTRATOR, "2025-04-01", dissolve(commune.id())), 409, "later-change-contradicts");
        refused(
                decide(FIRST_ADMINISTRATOR, "2025-02-01", rename(commune.id(), "Tên xưa")),
                409,
                "later-change-contradicts");
    }

    @Test
    void a_superior_moved_as_of_a_past_day_takes_along_what_came_to_it_since() {
        decided("2025-05-01", move(neighbour.id(), north.id()));
        var other = aProvince();
        decided("2025-03-01", move(north.id(), other.id()));
        assertThat(tree(other, "2025-02-28")).containsOnlyKeys(other.id());
        assertThat(tree(other, "2025-03-01")).containsOnlyKeys(other.id(), north.id(), commune.id(), cell.id());
        assertThat(tree(other, "2025-05-01"))
                .containsOnlyKeys(other.id(), north.id(), commune.id(), cell.id(), neighbour.id());
        assertThat(tree(province, "2025-04-30")).containsOnlyKeys(province.id(), south.id(), neighbour.id());
    }

    @Test
    void what_is_made_as_of_a_past_day_stands_where_its_superior_stood_then() {
        decided(FROM, move(commune.id(), south.id()));
        var made = aUnit(commune.id(), "CELL");
        assertThat(tree(north, BEFORE)).containsEntry(made.id(), commune.id());
        assertThat(tree(south, BEFORE)).doesNotContainKey(made.id());
        assertThat(tree(south, FROM)).containsEntry(made.id(), commune.id());
    }

    @Test
    void bad_decisions_are_refused_by_name() {
        refused(decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), cell.id())), 422, "cycle-in-the-tree");
        refused(decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), north.id())), 422, "cycle-in-the-tree");
        refused(decide(FIRST_ADMINISTRATOR, FROM, merge(ref(cell.id()), commune.id())), 422, "cycle-in-the-tree");
        refused(decide(FIRST_ADMINISTRATOR, FROM, dissolve(root())), 422, "left-without-parent");
        refused(decide(FIRST_ADMINISTRATOR, FROM, move(root(), province.id())), 422, "left-without-parent");
        refused(
                decide(FIRST_ADMINISTRATOR, FROM, move(commune.id(), south.id()), move(commune.id(), province.id())),
                422,
                "acted-upon-twice");
        refused(
                decide(FIRST_ADMINISTRATOR, FROM, dissolve(commune.id()), rename(commune.id(), "Xã cũ")),
                422,
                "acted-upon-twice");
        refused(
                decide(FIRST_ADMINISTRATOR, FROM, dissolve(south.id()), move(commune.id(), south.id())),
                422,
                "left-without-parent");
        refused(decide(FIRST_ADMINISTRATOR, "1999-12-31", rename(north.id(), "A")), 422, "effective-before-existence");
        refused(decide(FIRST_ADMINISTRATOR, "2000-01-01", dissolve(north.id())), 422, "effective-before-existence");
        refused(decide(FIRST_ADMINISTRATOR, FROM, move(commune.id(), north.id())), 422, "nothing-changes");
        refused(
                decide(
                        FIRST_ADMINISTRATOR,
                        FROM,
                        Map.of("type", "RENAME", "organisation", ref(north.id()), "kind", "SPACESHIP")),
                422,
                "unknown-organisation-kind");
        refused(
                decide(
                        FIRST_ADMINISTRATOR,
                        FROM,
                        merge(create(south.code(), "Xã", "GRASSROOTS_COMMITTEE", north.id()), commune.id())),
                409,
                "one-organisation-per-code");
        var away = dissolve(north.id());
        away.put("children", List.of(child(neighbour.id(), ref(province.id()))));
        refused(decide(FIRST_ADMINISTRATOR, FROM, away), 422, "child-elsewhere");
        refused(decide(FIRST_ADMINISTRATOR, FROM, dissolve(UUID.randomUUID())), 404, "organisation-not-found");
        decided(FROM, dissolve(commune.id()));
        refused(decide(FIRST_ADMINISTRATOR, FROM, rename(commune.id(), "B")), 409, "organisation-ended");
        assertThat(tree(province, FROM))
                .containsOnlyKeys(province.id(), north.id(), south.id(), neighbour.id(), cell.id());
    }

    @Test
    void only_an_administrator_of_all_that_is_touched_decides() {
        var own = aHolder("ADMINISTRATOR", north.id());
        refused(decide(own, FROM, move(commune.id(), south.id())), 404, "organisation-not-found");
        refused(decide(own, FROM, dissolve(north.id())), 404, "organisation-not-found");
        refused(decide(aHolder("COMMITTEE_LEADER", province.id()), FROM, dissolve(north.id())), 403, "role-required");
        refused(
                decide(aHolder("ADMINISTRATOR", south.id()), FROM, rename(north.id(), "C")),
                404,
                "organisation-not-found");
        decide(own, FROM, dissolve(commune.id())).then().statusCode(201);
        assertThat(tree(north, FROM)).containsEntry(cell.id(), north.id());
    }

    @Test
    void a_restructuring_is_seen_by_those_whom_it_touches() {
        var id = decided(FROM, dissolve(north.id()));
        get(aHolder("COMMITTEE_OFFICER", cell.id()), PATH + "/" + id).then().statusCode(200);
        get(aHolder("COMMITTEE_OFFICER", neighbour.id()), PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/restructuring-not-found"));
        get(aHolder("COMMITTEE_OFFICER", province.id()), PATH + "?status=APPLIED&organisation=" + north.id())
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void the_events_carry_the_whole_new_state() {
        var code = aCode();
        var id = decided(FROM, merge(create(code, "Đảng ủy xã", "GRASSROOTS_COMMITTEE", south.id()), commune.id()));
        var ended = event(commune.id(), "plans.organisation.ended.v1");
        assertThat(ended)
                .contains("\"validTo\":\"2025-06-30\"", "\"successorIds\":[\"" + idOf(code) + "\"]", id)
                .contains("\"symbol\":\"NQ-UBTVQH15\"");
        assertThat(event(cell.id(), "plans.organisation.moved.v1"))
                .contains("\"parentId\":\"" + idOf(code) + "\"", "\"to\":\"2025-06-30\"", "\"from\":\"2025-07-01\"");
    }

    @Test
    void two_decisions_at_once_never_make_a_cycle() throws Exception {
        var acts = List.of(move(north.id(), neighbour.id()), move(south.id(), commune.id()));
        try (var clerks = Executors.newFixedThreadPool(16)) {
            var answers = clerks
                    .invokeAll(IntStream.range(0, 16)
                            .mapToObj(
                                    i -> (Callable<Response>) () -> decide(FIRST_ADMINISTRATOR, FROM, acts.get(i % 2)))
                            .toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get().statusCode();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
            assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 422);
        }
        assertThat(tree(province, FROM)).hasSize(6);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", is("/problems/" + code));
    }

    private static String event(UUID organisation, String type) {
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> TestEvents.on("plans.organisation.v1", organisation.toString()).stream()
                        .anyMatch(event -> TestEvents.header(event, "ce_type").equals(type)));
        return TestEvents.on("plans.organisation.v1", organisation.toString()).stream()
                .filter(event -> TestEvents.header(event, "ce_type").equals(type))
                .reduce((first, second) -> second)
                .map(event -> new String(event.value(), java.nio.charset.StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
