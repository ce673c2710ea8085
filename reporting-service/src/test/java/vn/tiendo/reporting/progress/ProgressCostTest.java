package vn.tiendo.reporting.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// A read costs the same for a small subtree and a large one: statements and rows are counted, not seconds.
@QuarkusTest
class ProgressCostTest {

    /// Beside the two of the kit, for posts and the organisation, which Hibernate does not see.
    private static final int STATEMENTS = 3;

    /// One of the province and one of each of its two towns.
    private static final double ROWS_OF_ONE_KIND = 3;

    /// Of a past day also that of the kind, of the province alone.
    private static final double ROWS_OF_A_DAY = 4;

    private static final int OF_TIMELINESS = 2;
    private static final int OF_LATE = 1;

    private static final Pattern COUNTS = Pattern.compile(" on progress_(count|change)");
    private static final Pattern ROWS = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");

    private static final Instant OPENED = Instant.parse("2024-01-15T01:00:00Z");

    @Inject
    CountingService counting;

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory sessions;

    private static final LocalDate PAST = LocalDate.of(2024, 5, 2);
    private static final UpTo ROWS_OF_PAST = UpTo.theEndOf(PAST);

    @Test
    void statements_and_rows_do_not_depend_on_the_subtree() {
        var small = new ProgressScene().issued();
        var large = new ProgressScene().issued();
        fill(small, 250);
        fill(large, 1_000);
        for (var scene : List.of(small, large)) {
            var reader = ProgressScene.token(Role.AUDITOR, scene.province);
            var province = scene.province.id();
            assertThat(statementsOf(STATEMENTS, () -> scene.read(reader, province, "")))
                    .isEqualTo(STATEMENTS);
            assertThat(statementsOf(STATEMENTS, () -> scene.read(reader, province, "&asOf=" + PAST)))
                    .isEqualTo(STATEMENTS);
            assertThat(statementsOf(STATEMENTS, () -> scene.trend(reader, province, "&to=" + PAST)))
                    .isEqualTo(STATEMENTS);
            assertThat(statementsOf(OF_TIMELINESS, () -> timeliness(reader, "?organisation=" + province)))
                    .isEqualTo(OF_TIMELINESS);
            assertThat(statementsOf(OF_LATE, () -> timeliness(reader, "/late?organisation=" + province)))
                    .isEqualTo(OF_LATE);
        }
        Rows.ask("analyze progress_count, progress_change");
        var now = List.of(ProgressRepository.OWN, ProgressRepository.CHILDREN);
        var past = List.of(ProgressRepository.OWN_OF_A_DAY, ProgressRepository.CHILDREN_OF_A_DAY);
        assertThat(rowsRead(large, now)).isEqualTo(rowsRead(small, now)).isEqualTo(ROWS_OF_ONE_KIND);
        assertThat(rowsRead(large, past)).isEqualTo(rowsRead(small, past)).isEqualTo(ROWS_OF_A_DAY);
        assertThat(rowsRead(large, List.of(ProgressRepository.TREND)))
                .isEqualTo(rowsRead(small, List.of(ProgressRepository.TREND)))
                .isEqualTo(1);
    }

    private static Response timeliness(String token, String question) {
        return given().auth().oauth2(token).get("/api/v1/timeliness" + question);
    }

    /// The same sorts of things in both scenes, but many more organisations and assignments below one of the towns.
    private void fill(ProgressScene scene, int more) {
        var owing = new ArrayList<KnownOrganisation>(List.of(scene.ward, scene.otherWard, scene.otherTown));
        for (int i = 0; i < more; i++) {
            owing.add(TestTree.aChildOf(scene.ward));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> counting.count(
                        Source.ASSIGNMENT,
                        owing.stream().map(each -> assignment(scene.plan, each)).toList()));
    }

    private static CountedAssignment assignment(UUID plan, KnownOrganisation organisation) {
        return new CountedAssignment(
                Uuid7.next(),
                plan,
                organisation.id(),
                "COLLECTIVE_PLAN",
                OPENED,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    private long statementsOf(int expected, Supplier<Response> read) {
        read.get().then().statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (int tried = 0; tried < 20; tried++) {
                statistics.clear();
                read.get().then().statusCode(200);
                var counted = statistics.getPrepareStatementCount();
                if (counted <= expected) { // more when a background task ran at the same moment
                    return counted;
                }
            }
            return Long.MAX_VALUE;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /// Rows of counts that the statements touch, as PostgreSQL itself tells.
    private double rowsRead(ProgressScene scene, List<String> statements) {
        return statements.stream().mapToDouble(sql -> rowsOf(sql, scene)).sum();
    }

    private double rowsOf(String sql, ProgressScene scene) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
            var query = entities.createNativeQuery("explain (analyze, timing off, costs off) " + sql);
            query.getParameters()
                    .forEach(parameter -> query.setParameter(
                            parameter.getName(),
                            switch (parameter.getName()) {
                                case "plan" -> scene.plan;
                                case "path" -> scene.province.path();
                                case "organisation" -> scene.province.id();
                                case "day" -> PAST;
                                case "monthsEnd" -> ROWS_OF_PAST.monthsEnd();
                                case "sixthsFrom" -> ROWS_OF_PAST.sixths().from();
                                case "sixthsEnd" -> ROWS_OF_PAST.sixths().end();
                                case "daysFrom" -> ROWS_OF_PAST.days().from();
                                case "daysEnd" -> ROWS_OF_PAST.days().end();
                                case "sixthsSign", "daysSign" -> 1;
                                case "from" -> LocalDate.of(2024, 1, 1);
                                case "badness" -> new BigDecimal("1e40");
                                case "after" -> new UUID(0, 0);
                                default -> 50;
                            }));
            double rows = 0;
            for (var line : query.getResultList()) {
                var text = line.toString();
                var found = ROWS.matcher(text);
                if (COUNTS.matcher(text).find() && found.find()) {
                    rows += Double.parseDouble(found.group(1)) * Integer.parseInt(found.group(2));
                }
            }
            return rows;
        });
    }
}
