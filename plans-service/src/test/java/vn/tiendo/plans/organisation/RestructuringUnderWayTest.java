package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.organisation.RestructuringFixtures.PATH;
import static vn.tiendo.plans.organisation.RestructuringFixtures.carriedOut;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

/// A large restructuring that has got to the last of the assignments and waits there, because another transaction holds
/// it: what others see of it meanwhile, what they can do, and what is left when it is killed.
@QuarkusTest
class RestructuringUnderWayTest {

    private static final String FROM = "2024-07-01";

    private Unit province;
    private Unit north;
    private Unit south;
    private Unit commune;
    private Unit neighbour;
    private String northern;
    private String southern;
    private String officer;
    private List<String> owed;
    private Connection other;

    @BeforeEach
    void issueAndHoldTheLast() throws SQLException {
        TestClock.setTo(LocalDateTime.of(2024, 7, 5, 8, 0));
        province = aProvince();
        north = aUnit(province.id(), "DISTRICT_COMMITTEE");
        south = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(north.id(), "GRASSROOTS_COMMITTEE");
        neighbour = aUnit(north.id(), "GRASSROOTS_COMMITTEE");
        northern = aHolder("COMMITTEE_OFFICER", north.id());
        southern = aHolder("COMMITTEE_OFFICER", south.id());
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation(
                                "S",
                                "STUDY_MATERIAL",
                                named(commune.id(), neighbour.id()),
                                before(LocalDate.of(2024, 10, 1)))));
        owed = TestDatabase.ask(
                "select id from assignment where organisation_id = any(array[?, ?]) order by id",
                commune.id(),
                neighbour.id());
        assertThat(owed).hasSize(2);
        other = TestDatabase.connectAsSuperuser();
        other.setAutoCommit(false);
        try (var lock = other.prepareStatement("select 1 from assignment where id = ?::uuid for update")) {
            lock.setString(1, owed.getLast());
            lock.execute();
        }
        SizeForTests.largeAbove(0);
    }

    @AfterEach
    void backToNow() throws SQLException {
        other.close();
        SizeForTests.asConfigured();
        TestClock.setBack();
    }

    @Test
    void everybody_sees_the_tree_of_before_until_it_is_done() throws SQLException {
        var id = begun(move(north.id(), south.id()));
        get(officer, PATH + "/" + id).then().body("status", is("EXECUTING")).body("startedAt", notNullValue());
        assertThat(assignments(northern, "")).hasSize(2);
        assertThat(assignments(southern, "")).isEmpty();
        assertThat(tree(south, FROM)).containsOnlyKeys(south.id());
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
        assertThat(assignments(northern, "")).hasSize(2);
        assertThat(assignments(southern, "")).hasSize(2);
        noRowKeepsAPathWhereNobodyStands();
    }

    @Test
    void who_calls_it_off_meanwhile_is_told_to_try_again_and_comes_too_late() throws SQLException {
        var id = begun(move(north.id(), south.id()));
        var cancellation = PATH + "/" + id + "/cancellation";
        command(FIRST_ADMINISTRATOR, cancellation, "*", null)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/try-again"));
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
        command(FIRST_ADMINISTRATOR, cancellation, "*", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/restructuring-no-longer-planned"));
    }

    @Test
    void who_settles_what_it_moves_is_told_to_try_again_and_succeeds_afterwards() throws SQLException {
        var id = begun(move(north.id(), south.id()));
        var fulfilment = "/api/v1/assignments/" + owed.getFirst() + "/fulfilment";
        command(officer, fulfilment, "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/try-again"));
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
        command(officer, fulfilment, "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200)
                .body("standing", is("DONE"));
    }

    @Test
    void what_only_refers_to_an_organisation_that_moves_does_not_wait() throws SQLException {
        var id = begun(move(north.id(), south.id()));
        aHolder("COMMITTEE_OFFICER", commune.id());
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
    }

    @Test
    void the_next_decision_about_the_same_subtree_waits_is_told_to_try_again_and_comes_after_it() throws SQLException {
        var id = begun(move(north.id(), south.id()));
        decide(FIRST_ADMINISTRATOR, FROM, move(commune.id(), province.id()))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/try-again"));
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
        var next = decide(FIRST_ADMINISTRATOR, FROM, move(commune.id(), province.id()));
        next.then().statusCode(202);
        carriedOut(next.path("id")).then().body("status", is("APPLIED"));
        assertThat(tree(province, FROM))
                .containsEntry(north.id(), south.id())
                .containsEntry(commune.id(), province.id());
    }

    @Test
    void two_that_arrive_together_are_carried_out_one_after_the_other() throws Exception {
        other.rollback();
        try (var clients = Executors.newFixedThreadPool(2)) {
            var move = clients.submit(() -> decide(FIRST_ADMINISTRATOR, FROM, move(north.id(), south.id())));
            var end = clients.submit(() -> decide(FIRST_ADMINISTRATOR, FROM, dissolve(commune.id())));
            for (var sent : List.of(move, end)) {
                var answer = sent.get(20, TimeUnit.SECONDS);
                answer.then().statusCode(202);
                carriedOut(answer.path("id")).then().body("status", is("APPLIED"));
            }
        }
        assertThat(tree(province, FROM)).containsEntry(north.id(), south.id()).doesNotContainKey(commune.id());
        noRowKeepsAPathWhereNobodyStands();
    }

    @Test
    void killed_in_the_middle_it_is_carried_out_once_all_the_same() throws SQLException {
        var id = begun(dissolve(north.id()));
        assertThat(TestDatabase.count("""
                select count(*) from organisation where ended_by = ?::uuid""", id)).as("nothing of it is seen").isZero();
        try (var kill = other.prepareStatement("select pg_terminate_backend(" + WAITING + ")")) {
            kill.execute();
        }
        other.rollback();
        carriedOut(id).then().body("status", is("APPLIED"));
        RestructuringFixtures.complete(id);
        assertThat(tree(province, FROM)).containsOnlyKeys(province.id(), south.id(), commune.id(), neighbour.id());
        assertThat(TestDatabase.ask("""
                select count(*) from organisation_period where organisation_id = ? group by valid_from""", commune.id())).containsExactly("1", "1");
        assertThat(TestDatabase.ask("select action from audit_record where subject_id = ?::uuid order by id", id))
                .containsExactly("accept-restructuring", "apply-restructuring");
        noRowKeepsAPathWhereNobodyStands();
    }

    private static final String WAITING = """
            (select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%from assignment where%for no key update%')""";

    /// @return the id of a restructuring that waits for the assignment that is held
    private static String begun(Map<String, Object> act) {
        var answer = decide(FIRST_ADMINISTRATOR, FROM, act);
        answer.then().statusCode(202);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.ask("select " + WAITING).getFirst() != null);
        return answer.path("id");
    }

    private static void noRowKeepsAPathWhereNobodyStands() {
        for (var kept : List.of(
                "assignment.organisation_path",
                "assignment.plan_path",
                "assignment.recipient_path",
                "assignment.via_path",
                "plan.organisation_path",
                "plan_receipt.organisation_path",
                "obligation_binding.organisation_path",
                "reach_organisation.path")) {
            var table = kept.substring(0, kept.indexOf('.'));
            assertThat(TestDatabase.ask(
                            "select distinct %1$s from %2$s where %1$s is not null and not exists (select 1 from organisation o where o.path = %1$s)"
                                    .formatted(kept, table)))
                    .as(kept)
                    .isEmpty();
        }
    }
}
