package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private static final int STATEMENTS = 5;

    /// One of the province and one of each of its two towns.
    private static final double ROWS_OF_ONE_KIND = 3;

    private static final Pattern ROWS = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");

    @Inject
    CountingService counting;

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory sessions;

    @Test
    void statements_and_rows_do_not_depend_on_the_subtree() {
        var small = new ProgressScene().issued();
        var large = new ProgressScene().issued();
        fill(small, 250);
        fill(large, 1_000);
        assertThat(statementsOf(small)).isEqualTo(STATEMENTS);
        assertThat(statementsOf(large)).isEqualTo(STATEMENTS);
        assertThat(countRowsRead(large)).isEqualTo(countRowsRead(small)).isEqualTo(ROWS_OF_ONE_KIND);
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
                Uuid7.next(), plan, organisation.id(), "COLLECTIVE_PLAN", null, null, false, null, null, null, null);
    }

    private long statementsOf(ProgressScene scene) {
        var token = ProgressScene.token(Role.AUDITOR, scene.province);
        scene.read(token, scene.province).then().statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (int tried = 0; tried < 20; tried++) {
                statistics.clear();
                scene.read(token, scene.province).then().statusCode(200);
                var counted = statistics.getPrepareStatementCount();
                if (counted <= STATEMENTS) { // more when a background task ran at the same moment
                    return counted;
                }
            }
            return Long.MAX_VALUE;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /// Rows of the counts that both statements touch, as PostgreSQL itself tells.
    private double countRowsRead(ProgressScene scene) {
        Rows.ask("analyze progress_count");
        return rowsOf(ProgressRepository.OWN, scene) + rowsOf(ProgressRepository.CHILDREN, scene);
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
                                case "day" -> LocalDate.of(2024, 5, 2);
                                case "badness" -> new BigDecimal("1e40");
                                case "after" -> new UUID(0, 0);
                                default -> 50;
                            }));
            double rows = 0;
            for (var line : query.getResultList()) {
                var text = line.toString();
                var found = ROWS.matcher(text);
                if (text.contains(" on progress_count") && found.find()) {
                    rows += Double.parseDouble(found.group(1)) * Integer.parseInt(found.group(2));
                }
            }
            return rows;
        });
    }
}
