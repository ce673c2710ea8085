package vn.tiendo.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Looks into the database of the service under test past its connection pool.
public final class TestDatabase {

    private TestDatabase() {}

    /// A connection as the service's own role.
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    /// A connection that may do everything, as an intruder in the server's seat might.
    public static Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(setting("quarkus.datasource.jdbc.url"), "postgres", "");
    }

    /// The first column of all rows, as text.
    public static List<@Nullable String> ask(String sql, Object... parameters) {
        try (var connection = connect();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var column = new ArrayList<@Nullable String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... parameters) {
        return Long.parseLong(ask(sql, parameters).getFirst());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
