package vn.tiendo.registrations.personaldata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/// Reads and empties rows of [PersonalTables]; a row at a time is in memory, however many there are.
@ApplicationScoped
class PersonalRows {

    private static final int AT_ONCE = 200;

    /// Hashes tell a person nothing, and keys and paths are the service's own.
    private static final Set<String> HIDDEN = Set.of("card_hash", "national_id_hash", "name_key", "organisation_path");

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    PersonalFiles files;

    /// Writes an array of the rows, columns named as everywhere in the interface.
    void write(PersonalTable table, List<UUID> members, JsonGenerator out) {
        session.doWork(connection -> {
            try (var select = connection.prepareStatement(
                    "select to_jsonb(t)::text from " + table.name() + " t where " + table.ofMembers())) {
                select.setFetchSize(AT_ONCE);
                select.setArray(1, ids(connection, members));
                out.writeStartArray();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        writeRow(rows.getString(1), out);
                    }
                }
                out.writeEndArray();
            } catch (IOException gone) { // whoever asked has hung up
                throw new UncheckedIOException(gone);
            }
        });
    }

    private void writeRow(String row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (var column : tree(row).properties()) {
            if (!HIDDEN.contains(column.getKey()) && !column.getValue().isNull()) {
                out.writeFieldName(camelCase(column.getKey()));
                out.writeTree(column.getValue());
            }
        }
        out.writeEndObject();
    }

    private JsonNode tree(String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("The database writes no JSON", defect);
        }
    }

    static String camelCase(String column) {
        var name = new StringBuilder();
        for (var word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /// What was the person's goes; what was counted stays.
    void destroy(PersonalTable table, List<UUID> members) {
        empty(table, table.ofMembers(), members);
    }

    /// The same for some registrations and what hangs on them.
    void destroyOfRegistrations(PersonalTable table, List<UUID> registrations) {
        if (table.ofRegistrations() != null) {
            empty(table, table.ofRegistrations(), registrations);
        }
    }

    /// The same for some rows of a table that has ids.
    void destroyRows(PersonalTable table, List<UUID> rows) {
        empty(table, "id = any(?)", rows);
    }

    private void empty(PersonalTable table, String condition, List<UUID> ids) {
        var emptying = table.emptying();
        if (PersonalColumns.goesAsAWhole(table.name())) {
            files.destroy(table, condition, ids);
        } else if (!emptying.isEmpty()) {
            update("update " + table.name() + " set " + String.join(", ", emptying) + " where " + condition, ids);
        }
    }

    private void update(String sql, Collection<UUID> members) {
        session.flush();
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setArray(1, ids(connection, members));
                update.executeUpdate();
            }
        });
    }

    /// Answers to repeated requests are kept word for word, so those that name one of some ids go; all are looked
    /// through once, however many ids there are.
    void destroyAnswersNaming(Collection<UUID> ids) {
        update("""
                delete from idempotency_key k where exists (
                  select 1 from regexp_matches(convert_from(k.body, 'UTF8'),
                                '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named
                   where named[1]::uuid = any(?))""", ids);
    }

    /// Of all rows of some persons: what an answer names that tells about one of them without naming it.
    List<UUID> idsOfRows(List<PersonalTable> tables, List<UUID> members) {
        var named = tables.stream()
                .filter(PersonalTable::hasId)
                .map(PersonalTable::selectIds)
                .toList();
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(String.join(" union all ", named))) {
                for (int i = 1; i <= named.size(); i++) {
                    select.setArray(i, ids(connection, members));
                }
                var found = new ArrayList<UUID>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
                return found;
            }
        });
    }

    private static Array ids(Connection connection, Collection<UUID> members) throws SQLException {
        return connection.createArrayOf("uuid", members.toArray());
    }
}
