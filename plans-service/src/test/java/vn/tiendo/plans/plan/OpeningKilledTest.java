package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;

/// The opening of an issued plan loses its database connection in the middle of a pass, again and again.
@QuarkusTest
class OpeningKilledTest {

    private static final int COMMITTEES = 6;

    @Test
    void everything_is_opened_once_and_told_once_however_often_it_is_killed() throws SQLException {
        var province = aProvince();
        for (int i = 0; i < COMMITTEES; i++) {
            aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        }
        var all = childrenOf(province.id(), "GRASSROOTS_COMMITTEE");
        var monthly = anObligation("M", "THEMATIC_MEETING", all, null);
        monthly.put("counts", Map.of("minCount", 1, "perPeriod", "YEAR"));
        var plan = aPlan(
                province.id(),
                anObligation("A", "STUDY_MATERIAL", all, before(LocalDate.of(2024, 4, 1))),
                anObligation("B", "GENERIC_TASK", all, before(LocalDate.of(2024, 5, 1))),
                monthly);
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        String path;
        UUID id;
        try (var intruder = TestDatabase.connectAsSuperuser()) {
            intruder.setAutoCommit(false);
            try (var held = HeldTask.named("assignment-opening")) {
                id = issue(province.id(), plan, leader);
                path = "/api/v1/plans/" + id;
                execute(intruder, "lock table outbox in share mode"); // rows are written, their events cannot be
            }
            for (int i = 0; i < 3; i++) {
                var victim = Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> waiting(), pid -> pid != 0);
                execute(intruder, "select pg_terminate_backend(" + victim + ")");
                Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> waiting() != victim);
                assertThat(TestDatabase.count("select count(*) from assignment where plan_id = ?", id))
                        .isZero();
            }
            intruder.rollback();
        }
        Awaitility.await()
                .atMost(40, TimeUnit.SECONDS)
                .until(() -> get(leader, path).path("assignmentsOpenedAt") != null);
        assertThat(TestDatabase.count("select count(*) from assignment where plan_id = ?", id))
                .isEqualTo(3 * COMMITTEES);
        assertThat(TestDatabase.count(
                        "select count(distinct (obligation_id, organisation_id)) from assignment where plan_id = ?",
                        id))
                .isEqualTo(3 * COMMITTEES);
        var ids = TestDatabase.ask("select id::text from assignment where plan_id = ?", id);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(TestEvents.on("plans.assignment.v1").stream()
                                .filter(event -> ids.contains(event.key()))
                                .collect(Collectors.groupingBy(event -> event.key(), Collectors.counting())))
                        .hasSize(3 * COMMITTEES)
                        .allSatisfy((key, times) -> assertThat(times).isOne()));
    }

    private static UUID issue(UUID province, Map<String, Object> plan, String leader) {
        var drafted = post(aHolder("COMMITTEE_OFFICER", province), "/api/v1/plans", plan);
        var path = "/api/v1/plans/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        command(leader, path + "/issuance", adopted.header("ETag"), null).then().statusCode(200);
        return UUID.fromString(drafted.path("id"));
    }

    /// The backend of the pass that waits to write its events.
    private static long waiting() {
        return TestDatabase.ask("""
            select a.pid from pg_stat_activity a join pg_locks waits on waits.pid = a.pid and not waits.granted
              join pg_locks leads on leads.pid = a.pid and leads.locktype = 'advisory' and leads.granted
             where waits.relation = 'outbox'::regclass
               and ((leads.classid::bigint << 32) | leads.objid::bigint)
                   = hashtextextended('tiendo/assignment-opening', 0)\
            """).stream().map(Long::parseLong).findFirst().orElse(0L);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
