package vn.tiendo.kit.test;

import java.sql.Connection;
import java.sql.SQLException;

/// Keeps background tasks of the service under test from running, as another replica that leads would; so a test can
/// look at outbox rows before they are sent, for example.
public final class HeldTask implements AutoCloseable {

    private final Connection connection;

    private HeldTask(Connection connection) {
        this.connection = connection;
    }

    /// Waits for the end of a pass that is under way.
    ///
    /// @param names of the tasks, such as `outbox-relay`
    public static HeldTask named(String... names) {
        try {
            var connection = TestDatabase.connect();
            try (var lock = connection.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
                for (var name : names) {
                    lock.setString(1, "tiendo/" + name);
                    lock.execute();
                }
            }
            return new HeldTask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
