package vn.tiendo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes the rows of submissions straight through JDBC: one connection per client, server-side prepared
/// statements, one transaction each.
final class JdbcRuler {
    private final RunningSystem system;
    private final SampleRows sample;
    private final int rows;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final ConcurrentLinkedQueue<List<long[]>> written = new ConcurrentLinkedQueue<>();

    private JdbcRuler(RunningSystem system, SampleRows sample, int rows) {
        this.system = system;
        this.sample = sample;
        this.rows = rows;
    }

    /// @param warm called when the warm-up is over
    static RulerOutcome run(
            RunningSystem system,
            SampleRows sample,
            int rows,
            int clients,
            Duration warmUp,
            Duration time,
            Runnable warm) {
        return new JdbcRuler(system, sample, rows).run(clients, warmUp, time, warm);
    }

    private RulerOutcome run(int clients, Duration warmUp, Duration time, Runnable warm) {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + time.toNanos();
        var done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++)
            Thread.ofPlatform().start(() -> {
                try (var connection = system.database(RulerDatabase.NAME)) {
                    writeUntil(end, connection);
                } catch (SQLException e) {
                    errors.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, begin - System.nanoTime())));
            warm.run();
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        }
        var all = written.stream().flatMap(List::stream).toList();
        var counted =
                all.stream().filter(one -> one[0] >= begin && one[0] < end).toList();
        boolean exhausted = next.get() >= rows;
        long last = exhausted ? all.stream().mapToLong(one -> one[0]).max().orElse(begin) : end;
        return new RulerOutcome(
                Latencies.of(counted.stream().map(one -> one[1]).toList()),
                Math.max(0.001, (Math.min(last, end) - begin) / 1e9),
                exhausted,
                errors.get(),
                all.size());
    }

    private void writeUntil(long end, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var own = new ArrayList<long[]>();
        try (var update = connection.prepareStatement("""
            update registration set counted_at = ?, content = ?, form_version_id = ?, received_at = ?,
              status = ?, submitted_at = ?, version = ? where id = ? and version = ?""");
                var event = connection.prepareStatement("""
                    insert into outbox (id, aggregatetype, aggregateid, type, sequence, epoch, payload, source,
                      correlation_id, occurred_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                var audit = connection.prepareStatement("""
                    insert into audit_record (id, actor, post_id, action, subject_type, subject_id, state_before,
                      state_after, correlation_id, remote_address, happened_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                var delta = connection.prepareStatement("""
                    insert into unit_delta (campaign_id, unit_id, owes, missing, submitted, accepted, exempt,
                      returned, late, counted_at, roster_frozen, happened_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            while (System.nanoTime() < end) {
                int number = next.incrementAndGet();
                if (number > rows) break;
                long began = System.nanoTime();
                var id = new UUID(0x7000L, 0x8000_0000_0000_0000L | number);
                var now = OffsetDateTime.now(ZoneOffset.UTC);
                update.setObject(1, now);
                update.setString(2, Owed.content());
                update.setObject(3, Owed.FORM);
                update.setObject(4, now);
                update.setString(5, "SUBMITTED");
                update.setObject(6, now);
                update.setLong(7, 1);
                update.setObject(8, id);
                update.setLong(9, 0);
                if (update.executeUpdate() != 1) throw new SQLException("a registration of a ruler is missing");
                event.setObject(1, timeOrdered());
                event.setString(2, "registrations.registration.v1");
                event.setString(3, id.toString());
                event.setString(4, "registrations.registration.submitted.v1");
                event.setLong(5, 1);
                event.setInt(6, 1);
                event.setBytes(7, sample.payload());
                event.setString(8, sample.source());
                event.setString(9, sample.correlationId());
                event.setObject(10, now);
                event.executeUpdate();
                audit.setObject(1, timeOrdered());
                audit.setString(2, sample.actor());
                audit.setObject(3, null);
                audit.setString(4, "submit-registration");
                audit.setString(5, "registration");
                audit.setObject(6, id);
                audit.setString(7, sample.before());
                audit.setString(8, sample.after());
                audit.setString(9, sample.correlationId());
                audit.setString(10, sample.address());
                audit.setObject(11, now);
                audit.executeUpdate();
                delta.setObject(1, id);
                delta.setObject(2, id);
                for (int column = 3; column <= 9; column++) delta.setInt(column, 0);
                delta.setInt(4, -1);
                delta.setInt(5, 1);
                delta.setObject(10, now);
                delta.setBoolean(11, false);
                delta.setObject(12, now);
                delta.executeUpdate();
                connection.commit();
                long ended = System.nanoTime();
                own.add(new long[] {ended, ended - began});
            }
        } finally {
            written.add(own);
        }
    }

    /// As version 7 orders it: milliseconds first, so that new rows stand side by side in an index.
    private static UUID timeOrdered() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000L | random.nextLong(0x1000L),
                0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
