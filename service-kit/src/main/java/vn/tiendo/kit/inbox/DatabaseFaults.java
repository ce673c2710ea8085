package vn.tiendo.kit.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// Tells a database that is away from a statement that is wrong.
final class DatabaseFaults {

    private DatabaseFaults() {}

    static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                var message = sql.getMessage();
                if (state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))) {
                    return true;
                }
                if (message != null && message.contains("Acquisition timeout")) {
                    return true;
                }
            }
        }
        return false;
    }
}
