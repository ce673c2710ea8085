package vn.tiendo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what a system does by itself, and asks its databases how far it is.
final class Waiting {

    private final Duration patience;
    private final Duration pause;
    private final Runnable meanwhile;

    /// @param meanwhile done at every look that was too early
    Waiting(Duration patience, Duration pause, Runnable meanwhile) {
        this.patience = patience;
        this.pause = pause;
        this.meanwhile = meanwhile;
    }

    Waiting(Duration patience, Duration pause) {
        this(patience, pause, () -> {});
    }

    /// @throws BenchFailure when it takes longer than anybody would wait
    void until(String what, BooleanSupplier done) {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - began > patience.toNanos())
                throw new BenchFailure("It took too long until " + what + ".");
            meanwhile.run();
            LockSupport.parkNanos(pause.toNanos());
            if (Thread.interrupted()) throw new BenchFailure("It was interrupted.");
        }
    }

    static long count(Connection database, String sql, Object... parameters) {
        try (var select = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) select.setObject(i + 1, parameters[i]);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new BenchFailure("The database of the service cannot be asked: " + e.getMessage(), e);
        }
    }
}
