package vn.tiendo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One more process of a part, with the program and settings of the first and ports of its own.
final class SecondReplica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSystem system;
    private final String part;
    private final int port;
    private final List<String> command;
    private final List<String> environment;
    private @Nullable Process process;

    /// @param port for requests; the next one is for management
    SecondReplica(RunningSystem system, String part, int port) {
        this.system = system;
        this.part = part;
        this.port = port;
        long first = system.process(part).pid();
        command = words(first, "cmdline").stream()
                .map(word -> word.equals("-Dtiendo.part=" + part) ? word + "-2" : word)
                .toList();
        environment = words(first, "environ");
    }

    private static List<String> words(long pid, String file) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8)
                    .split("\0"));
        } catch (IOException e) {
            throw new BenchFailure("The first replica cannot be looked at: " + e, e);
        }
    }

    void start() {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        system.home().resolve("logs/" + part + "-2.log").toFile()));
        var settings = builder.environment();
        settings.clear();
        environment.forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) settings.put(line.substring(0, equals), line.substring(equals + 1));
        });
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + 1));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new BenchFailure("The second replica does not start: " + e, e);
        }
        awaitReady();
    }

    private void awaitReady() {
        var request =
                HttpConnection.request(port + 1, "GET", "/q/health/ready", "", null, null, "application/json", null);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var connection = new HttpConnection(port + 1)) {
                if (connection.send(request).status() == 200) return;
            } catch (IOException notYet) {
                // It is asked again.
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchFailure("It was interrupted.", e);
            }
        }
        throw new BenchFailure("The second replica did not become ready.");
    }

    void kill() {
        var running = process;
        if (running == null) return;
        running.destroyForcibly();
        running.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
