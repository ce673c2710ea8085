package vn.tiendo.kit.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.RowImporter.EarlierRow;
import vn.tiendo.kit.intake.RowImporter.Identity;
import vn.tiendo.kit.intake.RowOrder.Rank;
import vn.tiendo.kit.intake.RowOutcome.Accepted;
import vn.tiendo.kit.intake.RowOutcome.Rejected;
import vn.tiendo.kit.intake.RowOutcome.Unchanged;
import vn.tiendo.kit.problem.Sentences;
import vn.tiendo.kit.table.TableRow;

/// The rows of imports; whatever the number of rows, each method is a few statements.
@ApplicationScoped
class ImportRowRepository {

    private static final int STORED_AT_ONCE = 2_000;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    /// A row with its outcome, null while it waits.
    record TakenRow(
            int number,
            List<String> cells,
            @Nullable String outcome,
            @Nullable String code,
            Map<String, Object> arguments,
            @Nullable UUID subject) {

        /// Why it was rejected, in the reader's language.
        @Nullable
        String reason(List<Locale> languages) {
            return code == null ? null : Sentences.of(languages, code, arguments);
        }
    }

    void store(UUID importId, List<TableRow> rows, List<Identity> identities, List<Rank> ranks) {
        session.flush();
        for (int from = 0; from < rows.size(); from += STORED_AT_ONCE) {
            var to = Math.min(rows.size(), from + STORED_AT_ONCE);
            var some = rows.subList(from, to);
            var ranked = ranks.subList(from, to);
            var named = identities.subList(from, to);
            session.doWork(connection -> {
                try (var insert = connection.prepareStatement("""
                    insert into table_import_row
                      (import_id, number, level, name, cells, fault, outcome, code, arguments)
                    select ?, number, level, name, cells, fault, outcome, code, arguments
                      from unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        as r (number, level, name, cells, fault, outcome, code, arguments)\
                    """)) {
                    insert.setObject(1, importId);
                    insert.setArray(2, array(connection, "int4", some, TableRow::number));
                    insert.setArray(3, array(connection, "int4", ranked, Rank::level));
                    insert.setArray(4, array(connection, "text", named, Identity::name));
                    insert.setArray(5, array(connection, "text", some, row -> write(row.cells())));
                    insert.setArray(6, array(connection, "text", some, TableRow::fault));
                    insert.setArray(
                            7, array(connection, "text", ranked, rank -> rank.rejected() == null ? null : "REJECTED"));
                    insert.setArray(8, array(connection, "text", ranked, rank -> codeOf(rank.rejected())));
                    insert.setArray(9, array(connection, "text", ranked, rank -> argumentsOf(rank.rejected())));
                    insert.executeUpdate();
                }
            });
        }
    }

    /// Refuses rows that were stored already.
    void reject(UUID importId, Map<Integer, Rejected> refused) {
        var rows = List.copyOf(refused.entrySet());
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                update table_import_row r set outcome = 'REJECTED', code = o.code, arguments = o.arguments
                  from unnest(?::int[], ?::text[], ?::text[]) as o (number, code, arguments)
                 where r.import_id = ? and r.number = o.number\
                """)) {
                update.setArray(1, array(connection, "int4", rows, Map.Entry::getKey));
                update.setArray(2, array(connection, "text", rows, row -> codeOf(row.getValue())));
                update.setArray(3, array(connection, "text", rows, row -> argumentsOf(row.getValue())));
                update.setObject(4, importId);
                update.executeUpdate();
            }
        });
    }

    /// The next rows in the order in which they depend on each other.
    List<ImportRow> next(TableImport of, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select number, cells, fault from table_import_row
                 where import_id = ? and outcome is null order by level, number limit ?\
                """)) {
                select.setObject(1, of.id());
                select.setInt(2, most);
                var rows = new ArrayList<ImportRow>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(new ImportRow(
                                found.getInt(1),
                                byColumn(of.columns(), cells(found.getString(2))),
                                found.getString(3)));
                    }
                }
                return rows;
            }
        });
    }

    /// What a row said is kept only where it has to be corrected: cells tell who people are.
    void settle(UUID importId, List<ImportRow> rows, List<RowOutcome> outcomes) {
        session.flush();
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                update table_import_row r
                   set outcome = o.outcome, code = o.code, arguments = o.arguments, subject_id = o.subject_id,
                       memo = o.memo, cells = case when o.outcome = 'REJECTED' then r.cells else '[]' end
                  from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                    as o (number, outcome, code, arguments, subject_id, memo)
                 where r.import_id = ? and r.number = o.number\
                """)) {
                update.setArray(1, array(connection, "int4", rows, ImportRow::number));
                update.setArray(2, array(connection, "text", outcomes, ImportRowRepository::nameOf));
                update.setArray(3, array(connection, "text", outcomes, this::codeOf));
                update.setArray(4, array(connection, "text", outcomes, this::argumentsOf));
                update.setArray(5, array(connection, "uuid", outcomes, ImportRowRepository::subjectOf));
                update.setArray(
                        6,
                        array(
                                connection,
                                "text",
                                outcomes,
                                outcome -> outcome instanceof Accepted made ? made.memo() : null));
                update.setObject(7, importId);
                update.executeUpdate();
            }
        });
    }

    /// What became of the rows of these names, those that were not rejected first.
    Map<String, List<EarlierRow>> named(UUID importId, Set<String> names) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select name, number, outcome = 'REJECTED', memo from table_import_row
                 where import_id = ? and name = any(?) and outcome is not null
                 order by outcome = 'REJECTED', number\
                """)) {
                select.setObject(1, importId);
                select.setArray(2, connection.createArrayOf("text", names.toArray()));
                var rows = new HashMap<String, List<EarlierRow>>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        rows.computeIfAbsent(found.getString(1), name -> new ArrayList<>())
                                .add(new EarlierRow(found.getInt(2), found.getBoolean(3), found.getString(4)));
                    }
                }
                return rows;
            }
        });
    }

    /// @param outcome null for all that have one
    List<TakenRow> page(TableImport of, @Nullable String outcome, int after, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    """
                            select number, cells, outcome, code, arguments, subject_id from table_import_row
                             where import_id = ? and number > ?
                            """ + (outcome == null ? " and outcome is not null" : " and outcome = '" + outcome + "'")
                            + " order by number limit ?")) {
                select.setObject(1, of.id());
                select.setInt(2, after);
                select.setInt(3, most);
                var rows = new ArrayList<TakenRow>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(new TakenRow(
                                found.getInt(1),
                                cells(found.getString(2)),
                                found.getString(3),
                                found.getString(4),
                                arguments(found.getString(5)),
                                found.getObject(6, UUID.class)));
                    }
                }
                return rows;
            }
        });
    }

    private static String nameOf(RowOutcome outcome) {
        return switch (outcome) {
            case Accepted made -> "ACCEPTED";
            case Unchanged kept -> "UNCHANGED";
            case Rejected refused -> "REJECTED";
        };
    }

    private static @Nullable UUID subjectOf(RowOutcome outcome) {
        return switch (outcome) {
            case Accepted made -> made.subject();
            case Unchanged kept -> kept.subject();
            case Rejected refused -> null;
        };
    }

    private @Nullable String codeOf(@Nullable RowOutcome outcome) {
        return outcome instanceof Rejected refused ? refused.code() : null;
    }

    private @Nullable String argumentsOf(@Nullable RowOutcome outcome) {
        return outcome instanceof Rejected refused ? write(refused.arguments()) : null;
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
        var byColumn = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        return byColumn;
    }

    private static <T> Array array(
            Connection connection, String type, List<T> rows, Function<? super T, ? extends @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A row of an import cannot be written as JSON", defect);
        }
    }

    private List<String> cells(String text) {
        return read(text, new TypeReference<>() {});
    }

    private Map<String, Object> arguments(@Nullable String text) {
        return text == null ? Map.of() : read(text, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A row of an import cannot be read as JSON", defect);
        }
    }
}
