package vn.tiendo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Processor seconds that every part has used so far, from `/proc`, in steps of 10 ms.
///
/// @param parts by name; that of PostgreSQL is divided into the backends of registrations-service and all
/// else, which is where a backend counts when it has ended
/// @param machine all that the machine was busy with, so that what nobody here accounts for can be told
/// @param at seconds of a clock that only rises
record Cpu(Map<String, Double> parts, double machine, double at) {
    static final String CLIENT = "client";
    static final List<String> SYSTEM = List.of(
            "gateway",
            "registrations",
            "plans",
            "reporting",
            "notifications",
            "engines",
            "postgres: registrations",
            "postgres: all else",
            "identity",
            "watchdog");

    private static final double TICKS_PER_SECOND = 100;

    private record Process(long parent, double own, double ofEndedChildren) {}

    static Cpu now(RunningSystem system) {
        var parts = new TreeMap<String, Double>();
        long postmaster = postmaster(system);
        try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var entry : entries) {
                try {
                    add(entry, system, postmaster, parts);
                } catch (IOException e) {
                    // It has ended meanwhile.
                }
            }
            // Programs that were started from here, such as pgbench, count when they have ended.
            var self = process(Path.of("/proc/self"));
            parts.put(CLIENT, self.own + self.ofEndedChildren);
            return new Cpu(parts, machineBusy(), System.nanoTime() / 1e9);
        } catch (IOException e) {
            throw new BenchFailure("There is no /proc to read processor times from.", e);
        }
    }

    private static void add(Path entry, RunningSystem system, long postmaster, Map<String, Double> parts)
            throws IOException {
        var command = new String(Files.readAllBytes(entry.resolve("cmdline")), StandardCharsets.UTF_8);
        var process = process(entry);
        if (Long.parseLong(entry.getFileName().toString()) == postmaster) {
            parts.merge("postgres: all else", process.own + process.ofEndedChildren, Double::sum);
        } else if (process.parent == postmaster) {
            parts.merge(name(command), process.own, Double::sum);
        } else {
            var arguments = Arrays.asList(command.split("\0"));
            if (arguments.contains("-Dtiendo.home=" + system.home()))
                arguments.stream()
                        .filter(argument -> argument.startsWith("-Dtiendo.part="))
                        .findFirst()
                        .ifPresent(part -> parts.merge(part.substring(14), process.own, Double::sum));
        }
    }

    /// The title of a backend is `postgres: role database address(port) state`.
    private static String name(String title) {
        return title.startsWith("postgres: registrations registrations ")
                ? "postgres: registrations"
                : "postgres: all else";
    }

    private static Process process(Path entry) throws IOException {
        var stat = Files.readString(entry.resolve("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Process(
                Long.parseLong(fields[1]),
                (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
                (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND);
    }

    private static long postmaster(RunningSystem system) {
        try {
            return Long.parseLong(Files.readAllLines(system.postgresData().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new BenchFailure("PostgreSQL does not run.", e);
        }
    }

    private static double machineBusy() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
        long busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7}) busy += Long.parseLong(fields[field]);
        return busy / TICKS_PER_SECOND;
    }

    Cpu since(Cpu earlier) {
        var used = new LinkedHashMap<String, Double>();
        parts.forEach((part, seconds) -> used.put(part, seconds - earlier.of(part)));
        return new Cpu(used, machine - earlier.machine, at - earlier.at);
    }

    double of(String part) {
        return parts.getOrDefault(part, 0.0);
    }

    /// All parts of the system, the client not among them.
    double system() {
        return SYSTEM.stream().mapToDouble(this::of).sum();
    }

    double postgres() {
        return SYSTEM.stream()
                .filter(part -> part.startsWith("postgres"))
                .mapToDouble(this::of)
                .sum();
    }

    /// Programs that have nothing to do with it; what they take is missing from what is measured.
    double others() {
        return Math.max(0, machine - system() - of(CLIENT));
    }

    /// The share of the machine that they took, of a difference.
    double shareOfOthers() {
        return others() / (at * Runtime.getRuntime().availableProcessors());
    }

    /// How the JVM of a part was started, without its class path.
    static String jvmOf(RunningSystem system, String part) {
        try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var candidates = new ArrayList<Path>();
            entries.forEach(candidates::add);
            for (var entry : candidates) {
                var arguments = arguments(entry);
                if (arguments.contains("-Dtiendo.home=" + system.home()) && arguments.contains("-Dtiendo.part=" + part))
                    return arguments.stream()
                            .filter(argument -> argument.startsWith("-X"))
                            .collect(Collectors.joining(" "));
            }
            return "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static List<String> arguments(Path entry) {
        try {
            return Arrays.asList(
                    new String(Files.readAllBytes(entry.resolve("cmdline")), StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
