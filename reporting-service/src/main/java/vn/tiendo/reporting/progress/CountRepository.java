package vn.tiendo.reporting.progress;

import static vn.tiendo.reporting.progress.PartRepository.array;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/// Adds differences to the counts, one statement per table. The cells are sorted, and PostgreSQL writes them in that
/// order, so that two writers queue up instead of deadlocking.
@ApplicationScoped
class CountRepository {

    private static final Table<Cell, State> COUNTS = new Table<>(
            "progress_count",
            List.of(
                    new Key<>("plan_id", "uuid", Cell::planId),
                    new Key<>("path", "text", Cell::path),
                    new Key<>("source", "text", cell -> cell.source().name()),
                    new Key<>("kind", "text", Cell::kind),
                    new Key<>("due_day", "date", Cell::dueDay)),
            State.COUNTED,
            State::column);

    private static final Table<ChangeCell, Column> CHANGES = new Table<>(
            "progress_change",
            List.of(
                    new Key<>("plan_id", "uuid", ChangeCell::planId),
                    new Key<>("path", "text", ChangeCell::path),
                    new Key<>("kind", "text", ChangeCell::kind),
                    new Key<>("stretch", "text", cell -> cell.stretch().name()),
                    new Key<>("day", "date", ChangeCell::day)),
            EnumSet.allOf(Column.class),
            Column::alias);

    @Inject
    Session session;

    void add(SortedMap<Cell, Map<State, Integer>> deltas) {
        add(COUNTS, deltas);
    }

    void addChanges(SortedMap<ChangeCell, Map<Column, Integer>> deltas) {
        add(CHANGES, deltas);
    }

    private <R, C> void add(Table<R, C> table, SortedMap<R, Map<C, Integer>> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var cells = List.copyOf(deltas.keySet());
        var numbers = List.copyOf(deltas.values());
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement(table.upsert())) {
                int index = 0;
                for (var key : table.keys()) {
                    array(connection, upsert, ++index, key.type(), cells, key.of());
                }
                for (var column : table.columns()) {
                    array(connection, upsert, ++index, "int", numbers, row -> row.getOrDefault(column, 0));
                }
                upsert.executeUpdate();
            }
        });
    }

    private record Key<R>(String name, String type, Function<R, ?> of) {}

    private record Table<R, C>(String upsert, List<Key<R>> keys, Collection<C> columns) {

        Table(String name, List<Key<R>> keys, Collection<C> columns, Function<C, String> nameOf) {
            this(upsert(name, keys, columns.stream().map(nameOf).toList()), keys, columns);
        }

        private static <R> String upsert(String table, List<Key<R>> keys, List<String> columns) {
            var key = keys.stream().map(Key::name).collect(Collectors.joining(", "));
            var values = Stream.concat(
                            keys.stream().map(Key::type), columns.stream().map(column -> "int"))
                    .map(type -> "?::" + type + "[]")
                    .collect(Collectors.joining(", "));
            var sums = columns.stream()
                    .map(column -> "%s = c.%s + excluded.%s".formatted(column, column, column))
                    .collect(Collectors.joining(", "));
            return """
                    insert into %s as c (%s, %s) select * from unnest(%s) on conflict (%s) do update set %s""".formatted(table, key, String.join(", ", columns), values, key, sums);
        }
    }
}
