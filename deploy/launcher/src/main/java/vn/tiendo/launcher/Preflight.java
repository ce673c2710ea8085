package vn.tiendo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// What must be so before anything starts; each refusal is one sentence that says what to do.
final class Preflight {
    private static final int JAVA = 25;
    private static final long MIB = 1024L * 1024;
    private static final long MEMORY_NEEDED = 3072 * MIB;
    private static final long DISK_NEEDED = 1024 * MIB;
    private static final Duration WATCHDOG_PATIENCE = Duration.ofSeconds(10);

    private Preflight() {}

    static void java(int version) {
        if (version < JAVA)
            throw new Refusal("Java " + JAVA + " or newer is needed, this is Java " + version + "; install a JDK "
                    + JAVA + " and set JAVA_HOME.");
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
    static void user(String name) {
        if (name.equals("root") && !succeeds("unshare", "-U", "true"))
            throw new Refusal(
                    "PostgreSQL does not run as root, and `unshare -U` is not allowed here to hide that from it;"
                            + " run this as a normal user.");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void memory(long available) {
        if (available < MEMORY_NEEDED)
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "Too little memory: %.1f GiB are free and %.1f GiB are needed; close something first.",
                    available / (double) (1024 * MIB),
                    MEMORY_NEEDED / (double) (1024 * MIB)));
    }

    static void disk(Home home, long usable) {
        if (usable < DISK_NEEDED)
            throw new Refusal("Too little disk space in " + home.folder() + ": " + usable / MIB + " MiB are free and "
                    + DISK_NEEDED / MIB + " MiB are needed; set TIENDO_HOME to a folder with more.");
    }

    static void ports(Map<Integer, String> ports) {
        ports.forEach((port, purpose) -> {
            if (!isFree(port))
                throw new Refusal("Port " + port + " (" + purpose + ") is in use"
                        + PortHolder.of(port).map(holder -> " by " + holder).orElse("")
                        + "; stop that, or choose other ports with --port-base.");
        });
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// A launcher that was killed left a watchdog that is still at work, or nothing did the work.
    static void noRemains(Home home) {
        Waiting.until(
                WATCHDOG_PATIENCE,
                () -> Remains.find(home, mark -> mark.part().equals("watchdog")).isEmpty());
        if (!Remains.find(home, mark -> true).isEmpty()
                || Postmaster.running(home.postgresData()).isPresent()) Remains.end(home, mark -> true);
    }

    /// What this process may still take: the limit of its container, or what the system says is available.
    static long availableMemory() {
        long total = totalMemory();
        try {
            var available = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst();
            return Math.min(total, available.orElse(Long.MAX_VALUE / 1024) * 1024);
        } catch (IOException e) {
            // Elsewhere "free" does not count what the system would give back, so only the whole is judged.
            return total;
        }
    }

    private static long totalMemory() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize()
                : Long.MAX_VALUE;
    }

    static long usableDisk(Home home) {
        try {
            return Files.getFileStore(home.folder()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
