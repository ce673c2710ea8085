package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server that outlived the process that started it. It is known by the file in its data directory.
record Postmaster(KnownProcess process) {
    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    static Optional<Postmaster> running(Path dataDirectory) {
        try {
            var lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            if (lines.size() <= START_LINE) return Optional.empty();
            var process = new KnownProcess(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())));
            return process.find().isPresent() ? Optional.of(new Postmaster(process)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// SIGINT is its fast stop: sessions are cut and data is flushed. SIGTERM would wait for every client to leave.
    void stop() {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            var running = process.find();
            if (running.isEmpty()) return;
            signal(signal);
            if (Waiting.until(PATIENCE, () -> process.find().isEmpty())) return;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.find().ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
