package vn.tiendo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Puts messages into inboxes as the service does, in the order that its lock gives, and remembers when.
final class InboxMessages {

    private static final int BATCH = 500;

    private final Connection database;
    private final String issuer;
    private final UUID organisation = UUID.randomUUID();

    /// By id, the moment before the commit.
    final Map<String, Long> deliveredNanos = new ConcurrentHashMap<>();

    InboxMessages(Connection database, String issuer) throws SQLException {
        this.database = database;
        this.issuer = issuer;
        database.setAutoCommit(false);
    }

    /// One for each, in as few transactions as firing takes.
    void deliver(Collection<String> subjects) {
        var all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += BATCH)
            commit(all.subList(from, Math.min(all.size(), from + BATCH)));
    }

    private void commit(List<String> subjects) {
        try (var lock = database.createStatement();
                var insert = database.prepareStatement("""
                        insert into notification (id, version, reminder_id, recipient_issuer, recipient_subject, duty_id,
                          duty_kind, organisation_id, escalated, language, title, text, delivered_at)
                        values (?, 0, ?, ?, ?, ?, 'BROADCAST', ?, false, 'vi', 'Mời họp chi bộ thường kỳ',
                          'Kính mời đồng chí dự họp chi bộ lúc 8 giờ thứ Hai tại hội trường.', now())""")) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('tiendo/inbox', 0))");
            var ids = subjects.stream().map(subject -> UUID.randomUUID()).toList();
            for (int i = 0; i < ids.size(); i++) {
                insert.setObject(1, ids.get(i));
                insert.setObject(2, ids.get(i));
                insert.setString(3, issuer);
                insert.setString(4, subjects.get(i));
                insert.setObject(5, ids.get(i));
                insert.setObject(6, organisation);
                insert.addBatch();
            }
            insert.executeBatch();
            long now = System.nanoTime();
            ids.forEach(id -> deliveredNanos.put(id.toString(), now));
            database.commit();
        } catch (SQLException e) {
            throw new BenchFailure("The inbox takes nothing: " + e.getMessage(), e);
        }
    }

    /// What somebody should have got of these, in order, as the table has it.
    List<String> inOrder(String subject) {
        try (var select = database.prepareStatement("""
                select id::text from notification where recipient_issuer = ? and recipient_subject = ?
                 order by position""")) {
            select.setString(1, issuer);
            select.setString(2, subject);
            var ids = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (deliveredNanos.containsKey(rows.getString(1))) ids.add(rows.getString(1));
                }
            }
            database.commit();
            return ids;
        } catch (SQLException e) {
            throw new BenchFailure("The inbox cannot be read: " + e.getMessage(), e);
        }
    }
}
