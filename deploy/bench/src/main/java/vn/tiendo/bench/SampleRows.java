package vn.tiendo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What one submission really writes beside its registration, taken from the running service, so that the rulers write
/// rows of the same size.
record SampleRows(
        byte[] payload,
        String source,
        String correlationId,
        String actor,
        String before,
        String after,
        String address) {
    private static final int TRIES = 2_000;

    /// The event is caught while it waits to be sent, so this needs submissions under way.
    static SampleRows caughtIn(RunningSystem system) {
        try (var registrations = system.database("registrations")) {
            for (int i = 0; i < TRIES; i++) {
                var caught = caught(registrations);
                if (caught != null) return caught;
                LockSupport.parkNanos(5_000_000);
            }
            throw new BenchFailure("No event of a submission was seen in the outbox.");
        } catch (SQLException e) {
            throw new BenchFailure("The rows of a submission cannot be read.", e);
        }
    }

    private static @Nullable SampleRows caught(Connection registrations) throws SQLException {
        try (var statement = registrations.createStatement();
                var row = statement.executeQuery("""
                        select o.payload, o.source, coalesce(o.correlation_id, ''), a.actor, a.state_before,
                               a.state_after, coalesce(a.remote_address, '')
                          from outbox o join audit_record a
                            on a.subject_id = o.aggregateid::uuid and a.action = 'submit-registration'
                         where o.type = 'registrations.registration.submitted.v1' limit 1""")) {
            return row.next()
                    ? new SampleRows(
                            row.getBytes(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7))
                    : null;
        }
    }
}
