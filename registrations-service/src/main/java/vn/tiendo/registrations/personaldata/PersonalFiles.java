package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import vn.tiendo.kit.content.StoredContents;

/// Takes files of persons away, and gives back what they took of the quotas; the bytes are collected once nothing
/// refers to them.
@ApplicationScoped
class PersonalFiles {

    @Inject
    StoredContents contents;

    @Inject
    Session session;

    /// What was taken away, in the order in which others lock the same rows.
    private record Taken(SortedMap<UUID, Long> bytes, SortedSet<String> hashes) {}

    /// @param condition with one placeholder, the array of ids
    void destroy(PersonalTable table, String condition, List<UUID> ids) {
        session.flush();
        var taken = new Taken(new TreeMap<>(), new TreeSet<>());
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from " + table.name() + " where " + condition + " returning organisation_id, size, hash")) {
                delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (var row = delete.executeQuery()) {
                    while (row.next()) {
                        taken.bytes.merge(row.getObject(1, UUID.class), row.getLong(2), Long::sum);
                        taken.hashes.add(row.getString(3));
                    }
                }
            }
        });
        taken.bytes.forEach(contents::giveBack);
        taken.hashes.forEach(contents::release);
    }
}
