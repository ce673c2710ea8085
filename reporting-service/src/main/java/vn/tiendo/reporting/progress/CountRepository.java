package vn.tiendo.reporting.progress;

import static vn.tiendo.reporting.progress.PartRepository.array;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hibernate.Session;

/// Adds differences to the counts, one statement per table. The cells are sorted, and PostgreSQL writes them in that
/// order, so that two writers queue up instead of deadlocking.
@ApplicationScoped
class CountRepository {

    @Inject
    Session session;

    void add(SortedMap<Cell, Integer> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var rows = List.copyOf(deltas.entrySet());
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into progress_count as c (plan_id, path, source, kind, due_day, state, total)
                    select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::int[])
                    on conflict (plan_id, path, source, kind, due_day, state)
                    do update set total = c.total + excluded.total""")) {
                array(connection, upsert, 1, "uuid", rows, row -> row.getKey().planId());
                array(connection, upsert, 2, "text", rows, row -> row.getKey().path());
                array(
                        connection,
                        upsert,
                        3,
                        "text",
                        rows,
                        row -> row.getKey().source().name());
                array(connection, upsert, 4, "text", rows, row -> row.getKey().kind());
                array(connection, upsert, 5, "date", rows, row -> row.getKey().dueDay());
                array(
                        connection,
                        upsert,
                        6,
                        "text",
                        rows,
                        row -> row.getKey().state().name());
                array(connection, upsert, 7, "int", rows, Map.Entry::getValue);
                upsert.executeUpdate();
            }
        });
    }

    void addDays(SortedMap<DayCell, Integer> deltas) {
        add("progress_day", deltas);
        add("progress_month", DayDeltas.byMonth(deltas));
    }

    private void add(String table, SortedMap<DayCell, Integer> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var rows = List.copyOf(deltas.entrySet());
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into %s as c (plan_id, path, day, what, kind, total)
                    select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::int[])
                    on conflict (plan_id, path, day, what, kind)
                    do update set total = c.total + excluded.total""".formatted(table))) {
                array(connection, upsert, 1, "uuid", rows, row -> row.getKey().planId());
                array(connection, upsert, 2, "text", rows, row -> row.getKey().path());
                array(connection, upsert, 3, "date", rows, row -> row.getKey().day());
                array(
                        connection,
                        upsert,
                        4,
                        "text",
                        rows,
                        row -> row.getKey().what().name());
                array(connection, upsert, 5, "text", rows, row -> row.getKey().kind());
                array(connection, upsert, 6, "int", rows, Map.Entry::getValue);
                upsert.executeUpdate();
            }
        });
    }
}
