package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// One life of the system, from the checks before it to the end of its last process. However this process ends, by a
/// signal, an error or a kill, nothing of the launch outlives it for longer than a few seconds.
final class Launch {
    private final Home home;
    private final Supervisor supervisor;
    private final Consumer<String> say;
    private final long began = System.nanoTime();
    /// Referred to, because a collected lock is a released one.
    private final FileLock lock;

    private Launch(Home home, Supervisor supervisor, Consumer<String> say, FileLock lock) {
        this.home = home;
        this.supervisor = supervisor;
        this.say = say;
        this.lock = lock;
    }

    /// @param fresh delete all data first
    /// @throws Refusal when something stands in the way
    static Launch begin(Home home, Ports ports, boolean fresh, Consumer<String> say) {
        Preflight.java(Runtime.version().feature());
        Preflight.user(System.getProperty("user.name"));
        home.create();
        var lock = RunningLauncher.takeOver(home, ports.base());
        Preflight.noRemains(home);
        Preflight.disk(home, Preflight.usableDisk(home));
        Preflight.memory(Preflight.availableMemory());
        Preflight.ports(ports.all());
        if (fresh) {
            home.deleteData();
            home.create();
        }

        var id = UUID.randomUUID().toString();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var launch = new Launch(home, new Supervisor(home, id, java, say), say, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(launch::end, "stop-everything"));
        launch.supervisor.start(Parts.watchdog(home, id));
        return launch;
    }

    /// Starts the parts, at most so many at a time, and returns when all are ready.
    void bringUp(List<Part> parts, int atATime) {
        supervisor.startAll(parts, atATime);
    }

    /// From now on a part that dies is started again.
    void settled() {
        supervisor.settled();
        say.accept(String.format(Locale.ROOT, "Ready in %.0f s.", seconds(began)));
    }

    void untilSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        long began = System.nanoTime();
        say.accept("Stopping everything.");
        supervisor.stop();
        try {
            Files.deleteIfExists(home.pid());
            lock.release();
        } catch (IOException e) {
            say.accept("The file " + home.pid() + " stays behind: " + e.getMessage());
        }
        say.accept(String.format(Locale.ROOT, "Stopped in %.1f s.", seconds(began)));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
