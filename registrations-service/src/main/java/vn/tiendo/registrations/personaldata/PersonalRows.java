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

    private void empty(PersonalTable table, String condition, List<UUID> ids) {
        var emptying = table.emptying();
        if (PersonalColumns.goesAsAWhole(table.name())) {
            files.destroy(table, condition, ids);
        } else if (!emptying.isEmpty()) {
            update("update " + table.name() + " set " + String.join(", ", emptying) + " where " + condition, ids);
        }
    }

    private void update(String sql, List<UUID> members) {
        session.flush();
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setArray(1, ids(connection, members));
                update.executeUpdate();
            }
        });
    }

    /// Answers to repeated requests are kept word for word, so those that name the person go.
    void destroyAnswersNaming(List<UUID> members) {
        session.flush();
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from idempotency_key where position(convert_to(?, 'UTF8') in body) > 0")) {
                for (var member : members) {
                    delete.setString(1, member.toString());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        });
    }

    private static Array ids(Connection connection, List<UUID> members) throws SQLException {
        return connection.createArrayOf("uuid", members.toArray());
    }
}
