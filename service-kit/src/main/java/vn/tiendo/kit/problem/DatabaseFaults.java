package vn.tiendo.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// Tells a database that is away, or that asks for another try, from a statement that is wrong.
public final class DatabaseFaults {

    private DatabaseFaults() {}

    /// Whether the database could not be reached, went away meanwhile, or has no connection or room left.
    public static boolean isAway(Throwable failure) {
        return causedBy(failure, DatabaseFaults::isAway);
    }

    /// Whether the same may succeed later as it stands: the database was away, or somebody else was in the way.
    public static boolean passes(Throwable failure) {
        return causedBy(failure, sql -> isAway(sql) || isCollision(sql));
    }

    /// Whether what was to be stored breaks a constraint: trying again changes nothing.
    public static boolean isBrokenRule(Throwable failure) {
        return causedBy(failure, sql -> stateOf(sql).startsWith("23"));
    }

    private static boolean causedBy(Throwable failure, Predicate<SQLException> fault) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && fault.test(sql)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAway(SQLException sql) {
        var state = stateOf(sql);
        return sql instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || isAcquisitionTimeout(sql);
    }

    /// Serialization failure, deadlock, lock not available: the same request may pass the next time.
    static boolean isCollision(SQLException sql) {
        var state = stateOf(sql);
        return state.equals("40001") || state.equals("40P01") || state.equals("55P03");
    }

    /// PostgreSQL keeps no U+0000 in text, and no days or numbers beyond its own range.
    static boolean isUnstorableValue(SQLException sql) {
        return Set.of("22021", "22008", "22007", "22003").contains(stateOf(sql));
    }

    /// The connection pool says it in words only: "Sorry, acquisition timeout!".
    private static boolean isAcquisitionTimeout(SQLException sql) {
        return Objects.requireNonNullElse(sql.getMessage(), "")
                .toLowerCase(Locale.ROOT)
                .contains("acquisition timeout");
    }

    private static String stateOf(SQLException sql) {
        return Objects.requireNonNullElse(sql.getSQLState(), "");
    }
}
