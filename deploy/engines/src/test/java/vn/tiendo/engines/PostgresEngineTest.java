package vn.tiendo.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineTest {
    private final PostgresEngine shared = Engines.startForTests().postgres();

    @Test
    void a_role_uses_its_own_database() throws SQLException {
        shared.createDatabase("own_a", "own_a", "secret-a");

        assertThat(ask(shared, "own_a", "own_a", "secret-a", "select current_user"))
                .isEqualTo("own_a");
        run(shared, "own_a", "own_a", "secret-a", "create table public.thing(id int)");
    }

    @Test
    void a_role_cannot_connect_to_another_database() {
        shared.createDatabase("mine", "mine", "secret");
        shared.createDatabase("yours", "yours", "secret");

        assertThatThrownBy(() -> ask(shared, "yours", "mine", "secret", "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database \"yours\"");
        assertThatThrownBy(() -> ask(shared, "postgres", "mine", "secret", "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database \"postgres\"");
    }

    @Test
    void a_wrong_password_is_refused() {
        shared.createDatabase("locked", "locked", "right");

        assertThatThrownBy(() -> ask(shared, "locked", "locked", "wrong", "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void creating_a_database_again_keeps_its_rows_and_takes_the_new_password() throws SQLException {
        shared.createDatabase("again", "again", "old");
        run(shared, "again", "again", "old", "create table kept as select 42 as answer");

        shared.createDatabase("again", "again", "it's new");

        assertThat(ask(shared, "again", "again", "it's new", "select answer from kept"))
                .isEqualTo("42");
    }

    @Test
    void a_name_that_is_no_plain_identifier_is_refused() {
        assertThatThrownBy(() -> shared.createDatabase("a; drop database b", "a", "p"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pages_carry_checksums_and_tests_do_not_wait_for_the_disk() throws SQLException {
        shared.createDatabase("settings", "settings", "p");

        assertThat(ask(shared, "settings", "settings", "p", "show data_checksums"))
                .isEqualTo("on");
        assertThat(ask(shared, "settings", "settings", "p", "show fsync")).isEqualTo("off");
        assertThat(ask(shared, "settings", "settings", "p", "show max_connections"))
                .isEqualTo("200");
    }

    @Test
    void a_persistent_server_is_durable_and_keeps_its_data_and_its_superuser_closed(@TempDir Path directory)
            throws Exception {
        var binaries = PostgresEngine.Settings.temporary().binariesDirectory();
        var data = directory.resolve("data");
        var settings = PostgresEngine.Settings.persistent(data, binaries, 0, "super'secret", directory.resolve("log"));
        try (var first = PostgresEngine.start(settings)) {
            first.createDatabase("kept", "kept", "p");
            run(first, "kept", "kept", "p", "create table kept as select 42 as answer");
            assertThat(ask(first, "kept", "kept", "p", "show fsync")).isEqualTo("on");
            assertThat(ProcessHandle.of(PostgresEngine.postmasterPid(data))).isPresent();
        }
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
        assertThat(directory.resolve("log")).content().contains("database system is shut down");

        try (var second = PostgresEngine.start(settings)) {
            second.createDatabase("kept", "kept", "p");
            assertThat(ask(second, "kept", "kept", "p", "select answer from kept"))
                    .isEqualTo("42");
            assertThatThrownBy(() -> ask(second, "postgres", "postgres", "guess", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_temporary_server_ends_with_a_killed_process() throws Exception {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                Holder.class.getName());
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        var holder = command.start();
        int port;
        try (var said = holder.inputReader()) {
            port = Integer.parseInt(said.readLine());
            holder.destroyForcibly();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> !answers(port));
    }

    /// A process that starts a server and waits to be killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) {
            var engine = PostgresEngine.start(PostgresEngine.Settings.temporary());
            System.out.println(engine.port());
            while (true) LockSupport.park();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String ask(PostgresEngine engine, String database, String role, String password, String query)
            throws SQLException {
        try (var connection = DriverManager.getConnection(engine.jdbcUrl(database), role, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(PostgresEngine engine, String database, String role, String password, String sql)
            throws SQLException {
        try (var connection = DriverManager.getConnection(engine.jdbcUrl(database), role, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
