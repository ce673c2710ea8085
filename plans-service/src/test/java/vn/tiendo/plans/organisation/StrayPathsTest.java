package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

/// A request that has read where an organisation stands, and writes it down after the organisation was moved.
@QuarkusTest
class StrayPathsTest {

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    @Inject
    StrayPaths strays;

    private Unit province;
    private Unit elsewhere;
    private Unit district;
    private Unit commune;

    @BeforeEach
    void grow() {
        province = aProvince();
        elsewhere = aProvince();
        district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        commune = aUnit(district.id(), "GRASSROOTS_COMMITTEE");
    }

    @Test
    void what_was_written_with_the_old_path_is_led_to_where_its_organisation_stands_now() throws Exception {
        assertThat(ledBack(() -> decided("2025-07-01", move(district.id(), elsewhere.id()))))
                .startsWith(pathOf(elsewhere.id()));
    }

    @Test
    void when_its_superior_has_ended_it_is_led_to_the_successor() throws Exception {
        assertThat(ledBack(() -> decided("2025-07-01", dissolve(district.id()))))
                .startsWith(pathOf(province.id()))
                .hasSize(pathOf(province.id()).length() + TreePath.SEGMENT_LENGTH);
    }

    @Test
    void when_everything_has_been_moved_back_it_stays() throws Exception {
        assertThat(ledBack(() -> {
                    decided("2025-07-01", move(district.id(), elsewhere.id()));
                    decided("2025-08-01", move(district.id(), province.id()));
                }))
                .startsWith(pathOf(province.id()));
    }

    /// @return the path of a theme that was given out while the tree changed, once it is that of its organisation
    private String ledBack(Runnable restructuring) throws Exception {
        var year = 2040;
        String theme;
        try (var held = HeldTask.named(StrayPaths.NAME);
                var requests = Executors.newSingleThreadExecutor();
                var other = TestDatabase.connectAsSuperuser()) {
            var before = pathOf(commune.id());
            var answer = givenOutMeanwhile(requests, other, year, restructuring);
            theme = answer.get(20, TimeUnit.SECONDS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(pathOfTheme(theme))
                    .as("the request cannot have seen the restructuring")
                    .isEqualTo(before);
            assertThat(held).isNotNull();
        }
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> pathOfTheme(theme).equals(pathOf(commune.id())));
        return pathOfTheme(theme);
    }

    /// The other theme of the year, not committed, keeps the request waiting between its reading and its writing. It
    /// looks up no organisation, so that it holds none up.
    private Future<Response> givenOutMeanwhile(
            ExecutorService requests, Connection other, int year, Runnable restructuring) throws SQLException {
        other.setAutoCommit(false);
        try (var free = other.createStatement()) {
            free.execute("set local session_replication_role = replica");
        }
        try (var insert = other.prepareStatement("""
            insert into theme (id, version, scope, title, year_from, year_to, organisation_id, organisation_path,
              created_at)
            select gen_random_uuid(), 0, 'ANNUAL', 'x', ?, ?, id, path, now() from organisation where id = ?""")) {
            insert.setInt(1, year);
            insert.setInt(2, year);
            insert.setObject(3, commune.id());
            insert.executeUpdate();
        }
        var officer = aHolder("COMMITTEE_OFFICER", commune.id());
        var answer = requests.submit(() -> post(
                officer,
                "/api/v1/themes",
                Map.of("organisationId", commune.id(), "scope", "ANNUAL", "year", year, "title", "Chuyên đề")));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.count("select count(*) from pg_stat_activity"
                                + " where wait_event_type = 'Lock' and query like 'insert into theme%'")
                        == 1);
        restructuring.run();
        other.rollback();
        return answer;
    }

    @Test
    void a_move_is_watched_for_minutes_from_when_it_is_seen_however_long_ago_it_was_noted() {
        var noted = TestDatabase.ask("""
            insert into path_move (from_path, from_end, moved_at) values ('~1', '~2', now() - interval '1 hour')
            returning id""").getFirst();
        QuarkusTransaction.requiringNew().run(strays::pass);
        assertThat(watched(noted)).isOne();
        TestDatabase.ask(
                "update path_move set seen_at = now() - interval '7 minutes' where id = ?::bigint returning 1", noted);
        QuarkusTransaction.requiringNew().run(strays::pass);
        assertThat(watched(noted)).isZero();
    }

    private static long watched(String move) {
        return TestDatabase.count("select count(*) from path_move where id = ?::bigint and seen_at is not null", move);
    }

    @Test
    void every_column_that_keeps_a_path_follows_the_tree() {
        assertThat(TestDatabase.ask("""
            select table_name || '.' || column_name from information_schema.columns
             where table_schema = current_schema() and column_name like '%path'
               and table_name not in ('organisation', 'organisation_period', 'reach_organisation', 'path_move',
                                      'reach_move')
             order by 1"""))
                .containsExactlyInAnyOrderElementsOf(keptPaths.stream()
                        .map(kept -> kept.table() + "." + kept.column())
                        .toList());
    }

    private static String pathOf(UUID organisation) {
        return TestDatabase.ask("select path from organisation where id = ?", organisation)
                .getFirst();
    }

    private static String pathOfTheme(String theme) {
        return TestDatabase.ask("select organisation_path from theme where id = ?::uuid", theme)
                .getFirst();
    }
}
