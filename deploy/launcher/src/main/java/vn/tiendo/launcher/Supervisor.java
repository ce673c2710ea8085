package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the parts. Until [#settled()] any death fails the start; afterwards the dead part is started again, ever more
/// slowly if it keeps dying. [#stop()] ends them all, engines last, within about ten seconds.
final class Supervisor {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(4);
    /// A signal to the whole process group (Ctrl-C) may end a child before the launcher hears of it.
    private static final Duration OWN_END = Duration.ofMillis(400);
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int LINES_SHOWN = 20;

    private final Home home;
    private final String launch;
    private final Path java;
    private final Consumer<String> say;
    private final List<Child> children = new ArrayList<>();
    private final AtomicReference<@Nullable Refusal> failure = new AtomicReference<>();
    private volatile boolean settled;
    private volatile boolean stopping;

    Supervisor(Home home, String launch, Path java, Consumer<String> say) {
        this.home = home;
        this.launch = launch;
        this.java = java;
        this.say = say;
    }

    private static final class Child {
        final Part part;
        Process process;
        long startedAt;
        Duration pause = Duration.ofMillis(500);

        Child(Part part, Process process) {
            this.part = part;
            this.process = process;
            this.startedAt = System.nanoTime();
        }
    }

    /// Starts one part and returns when it is ready.
    void start(Part part) {
        rotateLog(part.name());
        if (part.stage() == Part.Stage.ENGINES) rotateLog("postgres");
        Child child;
        synchronized (children) {
            child = new Child(part, launch(part));
            children.add(child);
            watch(child, child.process);
        }
        awaitReady(child);
    }

    /// Starts all of them, at most so many at a time.
    void startAll(List<Part> parts, int atATime) {
        var places = new Semaphore(atATime, true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<CompletableFuture<Void>>();
            for (var part : parts) {
                places.acquireUninterruptibly();
                if (failure.get() != null) break;
                starts.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                start(part);
                            } catch (Refusal refused) {
                                failure.compareAndSet(null, refused);
                                throw refused;
                            } finally {
                                places.release();
                            }
                        },
                        threads));
            }
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (failure.get() == null) throw e;
        }
        failIfFailed();
    }

    void settled() {
        failIfFailed();
        settled = true;
    }

    private Process launch(Part part) {
        if (stopping) throw new Refusal("Stopping.");
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(new Mark(home, launch, part.name()).arguments());
        command.addAll(part.arguments());
        var log = home.log(part.name()).toFile();
        var builder = new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(part.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Refusal(part.name() + " cannot be started: " + e.getMessage() + ".");
        }
    }

    private void awaitReady(Child child) {
        long end = child.startedAt + START_PATIENCE.toNanos();
        while (!child.part.ready().getAsBoolean()) {
            failIfFailed();
            if (stopping) throw new Refusal("Stopping.");
            if (!child.process.isAlive()) throw died(child.part, child.process);
            if (System.nanoTime() - end > 0)
                throw new Refusal(child.part.name() + " did not become ready within " + START_PATIENCE.toSeconds()
                        + " s." + lastLines(child.part));
            Waiting.pause(Duration.ofMillis(100));
        }
        if (child.part.stage() != Part.Stage.WATCHDOG) say.accept(line(child, "ready"));
    }

    private static String line(Child child, String what) {
        double seconds = (System.nanoTime() - child.startedAt) / 1e9;
        return String.format(
                Locale.ROOT, "  %-14s %-6s %5.1f s   %s", child.part.name(), what, seconds, child.part.address());
    }

    private void failIfFailed() {
        var reason = failure.get();
        if (reason != null) throw reason;
    }

    private void watch(Child child, Process process) {
        process.onExit().thenAccept(ended -> Thread.ofVirtual().start(() -> ended(child, ended)));
    }

    private void ended(Child child, Process process) {
        if (Waiting.until(OWN_END, () -> stopping)) return;
        if (!settled) {
            failure.compareAndSet(null, died(child.part, process));
            return;
        }
        if (System.nanoTime() - child.startedAt > CALM.toNanos()) child.pause = Duration.ofMillis(500);
        say.accept("  " + child.part.name() + " ended with code " + process.exitValue() + "; starting it again in "
                + child.pause.toMillis() + " ms (" + home.log(child.part.name()) + ")");
        if (Waiting.until(child.pause, () -> stopping)) return;
        child.pause =
                child.pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : child.pause.multipliedBy(2);
        try {
            synchronized (children) {
                child.process = launch(child.part);
                child.startedAt = System.nanoTime();
                watch(child, child.process);
            }
            awaitReady(child);
        } catch (Refusal refused) {
            // Its next end is seen by the next watch; one that hangs is shown once and left to people.
            if (!stopping && child.process.isAlive()) say.accept("  " + refused.getMessage());
        }
    }

    private Refusal died(Part part, Process process) {
        return new Refusal(
                part.name() + " ended with code " + process.exitValue() + " before it was ready." + lastLines(part));
    }

    private String lastLines(Part part) {
        var log = home.log(part.name());
        return " The end of " + log + ":\n"
                + LogTail.of(log, LINES_SHOWN).indent(4).stripTrailing();
    }

    private void rotateLog(String part) {
        try {
            if (Files.exists(home.log(part)))
                Files.move(home.log(part), home.previousLog(part), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            say.accept("  The old log of " + part + " stays: " + e.getMessage());
        }
    }

    void stop() {
        synchronized (children) {
            stopping = true;
        }
        var stages = Part.Stage.values();
        for (int i = stages.length - 1; i >= 0; i--) {
            var stage = stages[i];
            var processes = children.stream()
                    .filter(child -> child.part.stage() == stage)
                    .map(child -> child.process)
                    .toList();
            processes.forEach(Process::destroy);
            if (!Waiting.until(STOP_GRACE, () -> processes.stream().noneMatch(Process::isAlive)))
                processes.forEach(Process::destroyForcibly);
            if (stage == Part.Stage.ENGINES)
                Postmaster.running(home.postgresData()).ifPresent(Postmaster::stop);
        }
    }
}
