package vn.tiendo.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The packaged system as `deploy/run --fresh` starts it, on ports and in a folder of its own, with the sample loaded.
/// Started once for all journeys, and stopped after the last one.
final class RunningSystem implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final String LAST_LINE = "deploy/run status | stop";

    private final Path repository;
    private final Path home;
    private final Path output;
    private final int base;
    private final Process launcher;

    /// Gives the one system to whoever asks for it.
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
                    .computeIfAbsent(RunningSystem.class, type -> new RunningSystem(), RunningSystem.class);
        }
    }

    private RunningSystem() {
        repository = Path.of(System.getProperty("tiendo.repository", "../.."))
                .toAbsolutePath()
                .normalize();
        home = Path.of(System.getProperty("tiendo.journeys.home", "target/home"))
                .toAbsolutePath();
        base = freeBase();
        long began = System.nanoTime();
        try {
            Files.createDirectories(home);
            output = home.resolve("launcher.log");
            launcher = command("--fresh", "--port-base", Integer.toString(base))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            await("the system to be ready with its sample")
                    .atMost(START_PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !launcher.isAlive() || said().contains(LAST_LINE));
            if (!launcher.isAlive() || said().contains("could not be loaded"))
                throw new AssertionError("The system did not start:\n" + said());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        said().lines()
                .filter(line -> line.startsWith("Ready in") || line.contains("  sample  "))
                .forEach(line -> Timings.tell(line.strip()));
        Timings.tell("started and loaded in %.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private ProcessBuilder command(String... arguments) throws IOException {
        var classes = repository.resolve("deploy/launcher/target/classes");
        var classpath = repository.resolve("deploy/launcher/target/child.classpath");
        if (!Files.exists(classpath)) throw new AssertionError("Nothing is packaged: " + classpath + " is missing");
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dtiendo.repository=" + repository,
                "vn.tiendo.launcher.Launcher"));
        all.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(all);
        builder.environment().put("CLASSPATH", classes + ":" + Files.readString(classpath));
        builder.environment().put("TIENDO_HOME", home.toString());
        return builder;
    }

    /// Below the ports that the system itself hands out to clients.
    private static int freeBase() {
        return IntStream.iterate(20_080, base -> base < 31_000, base -> base + 100)
                .filter(base -> IntStream.concat(
                                IntStream.rangeClosed(base, base + 17), IntStream.rangeClosed(base + 1000, base + 1004))
                        .allMatch(RunningSystem::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free ports"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + base);
    }

    private URI identity() {
        return URI.create("http://127.0.0.1:" + (base + 10));
    }

    Caller as(String subject) {
        return Caller.with(gateway(), identity(), subject);
    }

    Caller nobody() {
        return Caller.nobody(gateway());
    }

    Path sample() {
        return repository.resolve("deploy/sample");
    }

    /// Sets business time, as `deploy/run clock` does.
    ///
    /// @param time local time in Vietnam, `2024-03-13T08:00`
    void clock(String time) {
        try {
            var setting = command("clock", time).inheritIO().start();
            if (!setting.waitFor(20, TimeUnit.SECONDS) || setting.exitValue() != 0)
                throw new AssertionError("The clock cannot be set to " + time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// kill -9; the launcher starts it again.
    ///
    /// @param part plans, registrations, reporting, notifications, gateway or engines
    void kill(String part) {
        var process = process(part);
        process.destroyForcibly();
        process.onExit().join();
    }

    /// kill -9 for PostgreSQL and, at once, for what runs it and Kafka.
    void killDatabaseAndBroker() {
        try {
            var pid = Files.readAllLines(home.resolve("data/postgres/postmaster.pid"))
                    .getFirst()
                    .strip();
            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kill("engines");
    }

    void awaitReady(String part) {
        await(part + " to be ready again")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> Caller.read(management(part, "/q/health/ready")).contains("UP"));
    }

    /// The value of one of a service's own numbers.
    double metric(String part, String name) {
        return Caller.read(management(part, "/q/metrics"))
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " has no " + name));
    }

    private URI management(String part, String path) {
        var ports = List.of("gateway", "plans", "registrations", "reporting", "notifications");
        return URI.create("http://127.0.0.1:" + (base + 1000 + ports.indexOf(part)) + path);
    }

    /// What every part takes, as `deploy/run status` tells.
    List<String> status() {
        try {
            var asked = command("status").redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops the broker in the middle of whatever it does. PostgreSQL is a process of its own and goes on.
    void freezeKafka() {
        signal("STOP");
    }

    void thawKafka() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill", "-" + name, Long.toString(process("engines").pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle process(String part) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    var arguments = List.of(process.info().arguments().orElse(new String[0]));
                    return arguments.contains("-Dtiendo.home=" + home) && arguments.contains("-Dtiendo.part=" + part);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /// Logs stay for whoever looks into a failure; the data goes.
    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) launcher.destroyForcibly();
            var reset = command("reset")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            reset.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
