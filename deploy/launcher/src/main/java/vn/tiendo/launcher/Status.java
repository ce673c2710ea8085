package vn.tiendo.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What runs at this moment.
///
/// @param lines one per part, then the sum
/// @param complete whether every part is ready
record Status(List<String> lines, boolean complete) {
    private static final List<String> ORDER = List.of(
            "engines",
            "postgres",
            "identity",
            "plans",
            "registrations",
            "reporting",
            "notifications",
            "gateway",
            "watchdog",
            "launcher");

    static Status of(Home home, RunningLauncher running) {
        var ports = new Ports(running.portBase());
        Map<String, List<ProcessHandle>> processes = new TreeMap<>(Comparator.comparingInt(ORDER::indexOf));
        Mark.findAll(home)
                .forEach(marked -> processes
                        .computeIfAbsent(marked.mark().part(), part -> new ArrayList<>())
                        .add(marked.process()));
        running.process().find().ifPresent(launcher -> processes.put("launcher", List.of(launcher)));
        Postmaster.running(home.postgresData())
                .flatMap(server -> server.process().find())
                .ifPresent(server -> processes.put(
                        "postgres",
                        Stream.concat(Stream.of(server), server.descendants()).toList()));

        var lines = new ArrayList<String>();
        long sum = 0;
        boolean complete = true;
        for (var part : ORDER) {
            var own = processes.getOrDefault(part, List.of());
            long memory = own.stream().mapToLong(Status::memory).sum();
            sum += memory;
            boolean ready = !own.isEmpty() && ready(home, ports, part);
            complete &= ready;
            var state = own.isEmpty() ? "DOWN" : ready ? "ready" : "not ready";
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-14s %-9s %6d MiB   %s",
                    part,
                    state,
                    memory >> 10,
                    own.isEmpty() ? "" : "process " + own.getFirst().pid()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  %-14s %-9s %6d MiB   %s",
                "together",
                "",
                sum >> 10,
                Ports.http(ports.gateway(), "/docs")));
        return new Status(lines, complete);
    }

    private static boolean ready(Home home, Ports ports, String part) {
        return switch (part) {
            case "engines" -> Readiness.says(home.enginesReady()).getAsBoolean();
            case "identity" -> answers(Ports.http(ports.identity(), "/tiendo/jwks"));
            case "gateway" -> healthy(ports.gateway());
            case "plans" -> healthy(ports.service(Service.PLANS));
            case "registrations" -> healthy(ports.service(Service.REGISTRATIONS));
            case "reporting" -> healthy(ports.service(Service.REPORTING));
            case "notifications" -> healthy(ports.service(Service.NOTIFICATIONS));
            default -> true;
        };
    }

    private static boolean healthy(int port) {
        return answers(Ports.http(Ports.managementOf(port), "/q/health/ready"));
    }

    private static boolean answers(URI uri) {
        return Readiness.answers(uri).getAsBoolean();
    }

    /// In KiB, shared pages divided among those who share them where the system tells, else 0.
    private static long memory(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
