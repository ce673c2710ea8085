package vn.tiendo.reporting;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// Looks at rows of the service under test from outside.
public final class Rows {

    private Rows() {}

    /// All columns of all rows, as text, joined by blanks.
    public static List<String> ask(String sql, Object... parameters) {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        var row = new ArrayList<String>();
                        for (int i = 1; i <= columns; i++) {
                            row.add(rows.getString(i));
                        }
                        found.add(String.join(
                                " ", row.stream().map(String::valueOf).toList()));
                    }
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
