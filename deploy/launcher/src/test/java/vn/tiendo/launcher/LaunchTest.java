package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every test runs a launcher as a process of its own.
class LaunchTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(30);
    private static final Duration A_START = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Home home;
    private int portBase;
    private final List<Process> launchers = new ArrayList<>();

    LaunchTest() {
        home = new Home(Path.of("."));
    }

    @BeforeEach
    void a_home_of_its_own() {
        home = new Home(folder.resolve("home"));
        portBase = IntStream.iterate(20_080, base -> base < 31_000, base -> base + 100) // clients get higher ones
                .boxed()
                .filter(port -> new Ports(port).all().keySet().stream().allMatch(Preflight::isFree))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void nothing_stays() {
        launchers.forEach(Process::destroyForcibly);
        Remains.end(home, mark -> true);
    }

    @Test
    void a_killed_launcher_leaves_nothing_and_the_next_start_works() throws Exception {
        var first = launch("engines", "one=polite", "two=stubborn");
        awaitReady(first);
        assertThat(Remains.find(home, mark -> true)).hasSize(4);
        var postgres = Postmaster.running(home.postgresData()).orElseThrow().process();

        first.destroyForcibly();

        await().atMost(A_FEW_SECONDS).untilAsserted(() -> {
            assertThat(Remains.find(home, mark -> true)).isEmpty();
            assertThat(postgres.find()).isEmpty();
        });
        var second = launch("engines", "one=polite");
        awaitReady(second);
        end(second);
        assertThat(Postmaster.running(home.postgresData())).isEmpty();
    }

    @Test
    void the_next_start_need_not_wait_for_the_remains_of_a_killed_launcher() throws Exception {
        var first = launch("one=stubborn");
        awaitReady(first);
        first.destroyForcibly().waitFor();

        awaitReady(launch("one=polite"));

        assertThat(Remains.find(home, mark -> mark.part().equals("one"))).hasSize(1);
    }

    @Test
    void a_signal_stops_everything_within_ten_seconds() throws Exception {
        var launcher = launch("one=polite", "two=stubborn");
        awaitReady(launcher);

        end(launcher);

        assertThat(Remains.find(home, mark -> true)).isEmpty();
        assertThat(home.pid()).doesNotExist();
        assertThat(output()).contains("Stopped in");
    }

    @Test
    void a_second_start_is_refused_and_disturbs_nothing() throws Exception {
        var first = launch("one=polite");
        awaitReady(first);

        var second = launch("one=polite");

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("It already runs as process " + first.pid() + " on port " + portBase
                        + "; deploy/run stop ends it.");
        assertThat(Remains.find(home, mark -> true)).hasSize(2);
        assertThat(RunningLauncher.of(home))
                .map(running -> running.process().pid())
                .contains(first.pid());
    }

    @Test
    void a_part_that_dies_later_is_started_again() throws Exception {
        awaitReady(launch("one=polite"));
        var one = Remains.find(home, mark -> mark.part().equals("one")).getFirst();

        one.destroyForcibly();

        await().atMost(A_FEW_SECONDS).untilAsserted(() -> {
            assertThat(Remains.find(home, mark -> mark.part().equals("one")))
                    .hasSize(1)
                    .doesNotContain(one);
            assertThat(output()).contains("one ended with code 137; starting it again in 500 ms");
        });
    }

    @Test
    void a_watchdog_that_dies_is_replaced() throws Exception {
        awaitReady(launch("one=polite"));
        var watchdog =
                Remains.find(home, mark -> mark.part().equals("watchdog")).getFirst();

        watchdog.destroyForcibly();

        await().atMost(A_FEW_SECONDS)
                .untilAsserted(() -> assertThat(
                                Remains.find(home, mark -> mark.part().equals("watchdog")))
                        .hasSize(1)
                        .doesNotContain(watchdog));
    }

    @Test
    void a_part_that_dies_at_the_start_shows_its_last_words_and_everything_stops() throws Exception {
        var launcher = launch("one=polite", "two=stillborn");

        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("two ended with code 7 before it was ready.")
                .contains("I cannot live like this");
        assertThat(Remains.find(home, mark -> true)).isEmpty();
    }

    @Test
    void stop_ends_a_running_launcher() throws Exception {
        var launcher = launch("one=polite");
        awaitReady(launcher);
        var said = new ArrayList<String>();

        new Launcher(home, Path.of("."), said::add).carryOut(new Command.Stop());

        assertThat(said).containsExactly("Stopped.");
        assertThat(launcher.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Remains.find(home, mark -> true)).isEmpty();
    }

    private Process launch(String... parts) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                FakeSystem.class.getName(),
                home.folder().toString(),
                Integer.toString(portBase)));
        command.addAll(List.of(parts));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    private void awaitReady(Process launcher) throws IOException {
        long times = launchers.size();
        await().atMost(A_START).until(() -> {
            assertThat(launcher.isAlive()).as(output()).isTrue();
            return output().lines().filter(line -> line.startsWith("Ready in")).count() == times;
        });
    }

    private String output() throws IOException {
        var file = folder.resolve("output");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void end(Process launcher) throws InterruptedException {
        launcher.destroy();
        assertThat(launcher.waitFor(12, TimeUnit.SECONDS)).isTrue();
    }
}
