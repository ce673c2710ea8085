package vn.tiendo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A database of the same server with the tables, indexes and triggers of registrations-service, made by its own
/// migrations and filled with registrations that are owed. Every ruler gets a fresh copy.
final class RulerDatabase implements AutoCloseable {
    static final String NAME = "bench_ruler";
    private static final String TEMPLATE = "bench_ruler_template";

    /// The id of the nth registration: rising, as those of the service are.
    static final String ID = "('00000000-0000-7000-8000-' || lpad(to_hex(%s::bigint), 12, '0'))::uuid";

    /// Connections of a ruler at most, however many clients: the server has no more than two hundred, of which the
    /// pools of the services hold half.
    static final int MOST_CONNECTIONS = 64;

    private final RunningSystem system;
    private final int rows;

    private RulerDatabase(RunningSystem system, int rows) {
        this.system = system;
        this.rows = rows;
    }

    static RulerDatabase prepare(RunningSystem system, Path migrations, int rows) {
        var made = new RulerDatabase(system, rows);
        made.drop();
        made.inServer("create database " + TEMPLATE);
        try (var template = system.database(TEMPLATE);
                var files = Files.list(migrations)) {
            for (var file : files.filter(name -> name.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) execute(template, Files.readString(file));
            execute(template, """
                    insert into registration (id, version, campaign_id, plan_id, obligation_id, unit_id, member_id,
                      organisation_id, organisation_ids, status, owed_at, due_at)
                    select %s, 0, c, c, c, c, %1$s, c, array[c], 'OWED', now(), now() + interval '20 days'
                      from generate_series(1, %d) n, uuidv7() c""".formatted(ID.formatted("n"), rows));
        } catch (SQLException | IOException e) {
            throw new BenchFailure("The tables of the rulers cannot be made: " + e.getMessage(), e);
        }
        try (var template = system.database(TEMPLATE)) {
            execute(template, "vacuum analyze");
        } catch (SQLException e) {
            throw new BenchFailure("The tables of the rulers cannot be made.", e);
        }
        return made;
    }

    int rows() {
        return rows;
    }

    void refresh() {
        inServer("drop database if exists " + NAME + " with (force)");
        inServer("create database " + NAME + " template " + TEMPLATE + " strategy file_copy");
        inServer("checkpoint");
    }

    /// How many submissions were really stored.
    long stored() {
        try (var ruler = system.database(NAME)) {
            return Books.number(ruler, """
                    select least((select count(*) from registration where status = 'SUBMITTED' and version = 1),
                      (select count(*) from outbox), (select count(*) from audit_record), (select count(*) from unit_delta))""");
        } catch (SQLException e) {
            throw new BenchFailure("The books of a ruler cannot be read.", e);
        }
    }

    private void drop() {
        inServer("drop database if exists " + NAME + " with (force)");
        inServer("drop database if exists " + TEMPLATE + " with (force)");
    }

    private void inServer(String sql) {
        try (var server = system.database("postgres")) {
            execute(server, sql);
        } catch (SQLException e) {
            throw new BenchFailure("The database of the rulers cannot be made: " + e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        drop();
    }
}
