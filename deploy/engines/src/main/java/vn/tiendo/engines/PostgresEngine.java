package vn.tiendo.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server on loopback, as a child of this process: PostgreSQL refuses to run as root, so as root it is
/// started in a user namespace of its own (`unshare -U`), which some containers forbid.
///
/// Guarantees: page checksums are on; nobody connects without a password but the superuser of a server without one;
/// no Unix socket, so that several servers never meet; data outlives [#close()] unless the directory was temporary.
/// When the JVM is killed, a temporary server ends with it; a persistent one runs on until somebody stops it by
/// [#postmasterPid].
public final class PostgresEngine implements AutoCloseable {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String ADDRESS = "127.0.0.1";
    private static final String SUPERUSER = "postgres";
    private static final String SECURED = "tiendo-superuser-has-password";

    private final EmbeddedPostgres server;
    private final String superuserPassword;
    private final @Nullable LastWill lastWill;

    private PostgresEngine(EmbeddedPostgres server, String superuserPassword, @Nullable LastWill lastWill) {
        this.server = server;
        this.superuserPassword = superuserPassword;
        this.lastWill = lastWill;
    }

    /// Where and how a server runs.
    ///
    /// @param dataDirectory null for a temporary one, deleted on close
    /// @param binariesDirectory where the server's programs are unpacked, once for all
    /// @param port 0 for any free one
    /// @param durable whether commits reach the disk (fsync); false only where the data may be lost
    /// @param superuserPassword empty to let every local process in as superuser (tests)
    /// @param log where the server writes what it has to say; null for nowhere
    public record Settings(
            @Nullable Path dataDirectory,
            Path binariesDirectory,
            int port,
            boolean durable,
            String superuserPassword,
            @Nullable Path log) {
        /// Fast and forgetful.
        public static Settings temporary() {
            var binaries =
                    Path.of(System.getProperty("java.io.tmpdir"), "tiendo-postgres-" + System.getProperty("user.name"));
            return new Settings(null, binaries, 0, false, "", null);
        }

        public static Settings persistent(
                Path dataDirectory, Path binariesDirectory, int port, String superuserPassword, Path log) {
            return new Settings(dataDirectory, binariesDirectory, port, true, superuserPassword, log);
        }
    }

    public static PostgresEngine start(Settings settings) {
        QuietLogs.install();
        int port = settings.port() == 0 ? FreePort.any() : settings.port();
        try {
            var builder = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOverrideWorkingDirectory(
                            createPrivate(settings.binariesDirectory()).toFile())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setDataDirectoryCustomizer(data -> writeAccessRules(data.toPath(), settings.superuserPassword()))
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("log_timezone", "UTC")
                    // The library starts every server with fsync off; a later option wins.
                    .setServerConfig("fsync", settings.durable() ? "on" : "off")
                    .setServerConfig("synchronous_commit", settings.durable() ? "on" : "off")
                    .setServerConfig("full_page_writes", settings.durable() ? "on" : "off");
            var given = settings.dataDirectory();
            var data = given == null
                    ? Files.createTempDirectory("tiendo-postgres-data-")
                    : Files.createDirectories(given).toAbsolutePath();
            builder.setDataDirectory(data).setCleanDataDirectory(given == null);
            if (settings.log() != null)
                builder.setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
            if (!settings.superuserPassword().isEmpty())
                builder.setConnectConfig("password", settings.superuserPassword());
            var engine = new PostgresEngine(
                    builder.start(), settings.superuserPassword(), given == null ? LastWill.of(data) : null);
            engine.secureSuperuser(settings);
            return engine;
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new EngineFailure("PostgreSQL did not start on port " + port + advice(), e);
        }
    }

    /// What is run from here must not be replaceable by another user of the machine.
    private static Path createPrivate(Path directory) throws IOException {
        if (!Files.exists(directory)
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.createDirectories(directory);
    }

    private static String advice() {
        return "root".equals(System.getProperty("user.name"))
                ? "; as root it needs user namespaces (does `unshare -U true` work?), or run as a normal user."
                : ".";
    }

    /// Rewritten at each start, so that an edited or older file never decides who may come in.
    private static void writeAccessRules(Path data, String superuserPassword) {
        boolean open = superuserPassword.isEmpty() || !Files.exists(data.resolve(SECURED));
        try {
            Files.writeString(data.resolve("pg_hba.conf"), accessRules(open));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String accessRules(boolean openToSuperuser) {
        var method = openToSuperuser ? "trust" : "scram-sha-256";
        return """
                # Written by Tiến Độ at each start.
                host all postgres 127.0.0.1/32 %1$s
                host all postgres ::1/128 %1$s
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """.formatted(method);
    }

    private void secureSuperuser(Settings settings) {
        var data = settings.dataDirectory();
        if (data == null || superuserPassword.isEmpty() || Files.exists(data.resolve(SECURED))) return;
        inDatabase(SUPERUSER, connection -> {
            execute(connection, "alter role postgres password " + literal(superuserPassword));
            try {
                Files.writeString(data.resolve("pg_hba.conf"), accessRules(false));
                Files.createFile(data.resolve(SECURED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute(connection, "select pg_reload_conf()");
        });
    }

    public String host() {
        return ADDRESS;
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + ADDRESS + ":" + port() + "/" + database;
    }

    /// One database that one role owns and nobody else may connect to. Repeatable; the newest password counts.
    public void createDatabase(String name, String role, String password) {
        requireIdentifier(name);
        requireIdentifier(role);
        inDatabase(SUPERUSER, connection -> {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role))
                execute(connection, "create role " + role + " login");
            execute(connection, "alter role " + role + " login password " + literal(password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name))
                execute(connection, "create database " + name + " owner " + role);
            execute(connection, "revoke connect, temporary on database " + name + " from public");
            execute(connection, "revoke connect on database postgres from public");
        });
        inDatabase(name, connection -> execute(connection, "alter schema public owner to " + role));
    }

    /// The process id that the server wrote into its data directory, for whoever must stop it after a crash.
    public static long postmasterPid(Path dataDirectory) throws IOException {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())
                : -1;
    }

    @Override
    public void close() {
        try {
            if (lastWill != null) lastWill.revoke();
            server.close();
        } catch (IOException e) {
            throw new EngineFailure("PostgreSQL did not stop.", e);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inDatabase(String database, Work work) {
        try (var connection = DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword)) {
            work.on(connection);
        } catch (SQLException e) {
            throw new EngineFailure("PostgreSQL refused to prepare database " + database + ".", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) throw new IllegalArgumentException("not a plain identifier: " + name);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
