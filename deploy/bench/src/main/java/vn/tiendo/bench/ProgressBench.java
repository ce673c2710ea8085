package vn.tiendo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The program behind `deploy/bench/run progress`: what a read costs in provinces of different sizes, and how long it
/// takes from an event to the number, at rest and under load.
final class ProgressBench {

    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_000;
    private static final int PAST_DAYS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final double ALLOWED_RATIO = 1.3;
    private static final double ALLOWED_MILLIS = 10;

    private final RunningSystem system;
    private final Api api;
    private final Settings settings;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private boolean missed;

    private ProgressBench(RunningSystem system, Api api, Settings settings, PrintStream out) {
        this.system = system;
        this.api = api;
        this.settings = settings;
        this.out = out;
    }

    record Settings(
            List<Integer> members,
            int rate,
            int seconds,
            @Nullable Path file) {
        static Settings parse(List<String> arguments) {
            List<Integer> members = List.of(1_000, 10_000, 300_000);
            int rate = 500;
            int seconds = 30;
            @Nullable Path file = null;
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                var value = arguments.get(i + 1);
                switch (arguments.get(i)) {
                    case "--members" ->
                        members = Arrays.stream(value.split(","))
                                .map(Integer::valueOf)
                                .toList();
                    case "--rate" -> rate = Integer.parseInt(value);
                    case "--seconds" -> seconds = Integer.parseInt(value);
                    case "--out" -> file = Path.of(value);
                    default -> throw new BenchFailure("No such option: " + arguments.get(i) + ".");
                }
            }
            return new Settings(members, rate, seconds, file);
        }
    }

    /// Arguments: the home of a running system, the repository, `progress`, then options.
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var system = RunningSystem.in(Path.of(arguments[0]).toAbsolutePath().normalize());
            var settings = Settings.parse(List.of(arguments).subList(3, arguments.length));
            try (var api = new Api(system);
                    var events = new ToldEvents(system)) {
                var bench = new ProgressBench(system, api, settings, out);
                bench.run(events);
                if (settings.file != null) Files.write(settings.file, bench.lines);
                if (bench.missed) System.exit(1);
            }
        } catch (IOException e) {
            System.err.println("The result cannot be written: " + e);
            System.exit(1);
        } catch (BenchFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private record Reads(String name, List<Latencies> bySize) {
        double ratio() {
            return bySize.getLast().millis(0.50) / bySize.getFirst().millis(0.50);
        }
    }

    private void run(ToldEvents events) throws IOException {
        var provinces = new ArrayList<ToldProvince>();
        for (int members : settings.members) provinces.add(grow(events, members));
        vacuum();
        var reads = List.of(
                read("province, today", provinces, p -> "/progress?plan=" + p.plan + "&organisation=" + p.province),
                read(
                        "province, 40 days ago",
                        provinces,
                        p -> "/progress?plan=" + p.plan + "&organisation=" + p.province + "&asOf="
                                + system.businessDay().minusDays(40)),
                readInTurn("province, each of the last 60 days in turn", provinces, this::pastDays),
                read("cell, today", provinces, p -> "/progress?plan=" + p.plan + "&organisation=" + p.probeCell),
                read(
                        "province, trend of 30 days",
                        provinces,
                        p -> "/progress/trend?plan=" + p.plan + "&organisation=" + p.province),
                read(
                        "province, timeliness of a year",
                        provinces,
                        p -> "/timeliness?organisation=" + p.province + "&plan=" + p.plan),
                read(
                        "province, who was late",
                        provinces,
                        p -> "/timeliness/late?organisation=" + p.province + "&plan=" + p.plan));
        tell("| read at the service, p50 / p99 ms | "
                + String.join(
                        " | ",
                        settings.members.stream()
                                .map(n -> "%,d members".formatted(n))
                                .toList())
                + " | largest ÷ smallest |");
        tell("|---|" + "---:|".repeat(settings.members.size() + 1));
        reads.forEach(read -> tell("| " + read.name + " | "
                + String.join(
                        " | ",
                        read.bySize.stream()
                                .map(each ->
                                        Table.number(each.millis(0.50), 1) + " / " + Table.number(each.millis(0.99), 1))
                                .toList())
                + " | " + Table.number(read.ratio(), 2) + " |"));
        tell("");
        tell("| event to progress | p50 ms | p99 ms | max ms | samples |");
        tell("|---|---:|---:|---:|---:|");
        lag(events, provinces.getLast(), "at rest", 0);
        lag(events, provinces.getLast(), settings.rate + " registration events/s", settings.rate);
        judge(reads);
    }

    private void judge(List<Reads> reads) {
        for (var read : reads) {
            var largest = read.bySize.getLast().millis(0.50);
            if (largest > ALLOWED_MILLIS || read.ratio() > ALLOWED_RATIO) {
                missed = true;
                tell("");
                tell("Missed: %s takes %s ms, %s times the smallest."
                        .formatted(read.name, Table.number(largest, 1), Table.number(read.ratio(), 2)));
            }
        }
    }

    private ToldProvince grow(ToldEvents events, int members) throws IOException {
        var province = new ToldProvince(
                events,
                "http://127.0.0.1:" + system.identity() + "/tiendo",
                system.businessDay(),
                members,
                "bench-" + UUID.randomUUID());
        long began = System.nanoTime();
        province.tell();
        double told = (System.nanoTime() - began) / 1e9;
        try (var connection = new HttpConnection(system.reporting())) {
            await(connection, province, province.province, "owes", members + ToldProvince.PROBED);
        }
        out.printf(
                "  %,d members in %,d organisations: told in %.1f s, counted after %.1f s%n",
                members, province.organisations(), told, (System.nanoTime() - began) / 1e9);
        return province;
    }

    /// Days differ in how many rows add up to them.
    private List<String> pastDays(ToldProvince province) {
        return IntStream.rangeClosed(1, PAST_DAYS)
                .mapToObj(days -> "/progress?plan=" + province.plan + "&organisation=" + province.province + "&asOf="
                        + system.businessDay().minusDays(days))
                .toList();
    }

    private Reads read(String name, List<ToldProvince> provinces, Function<ToldProvince, String> question)
            throws IOException {
        return readInTurn(name, provinces, province -> List.of(question.apply(province)));
    }

    private Reads readInTurn(String name, List<ToldProvince> provinces, Function<ToldProvince, List<String>> questions)
            throws IOException {
        var bySize = new ArrayList<Latencies>();
        for (var province : provinces) bySize.add(read(province, questions.apply(province)));
        out.println("  " + name);
        return new Reads(name, bySize);
    }

    private Latencies read(ToldProvince province, List<String> questions) throws IOException {
        var requests =
                questions.stream().map(question -> request(province, question)).toList();
        var nanos = new ArrayList<Long>();
        try (var connection = new HttpConnection(system.reporting())) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                long began = System.nanoTime();
                var reply = connection.send(requests.get(i % requests.size()));
                long took = System.nanoTime() - began;
                if (reply.status() != 200)
                    throw new BenchFailure("A read was answered " + reply.status() + " "
                            + new String(reply.body(), StandardCharsets.UTF_8));
                if (i >= WARM_UP) nanos.add(took);
            }
        }
        return Latencies.of(nanos);
    }

    private byte[] request(ToldProvince province, String path) {
        return HttpConnection.request(
                system.reporting(), "GET", "/api/v1" + path, api.token(province.reader), null, null, "", null);
    }

    /// Submits one registration in a cell of its own every half a second and asks until the number of that cell rises.
    private void lag(ToldEvents events, ToldProvince province, String name, int rate) throws IOException {
        var load = rate == 0 ? null : Thread.ofPlatform().start(() -> submit(events, province, rate));
        var lags = new ArrayList<Long>();
        try (var connection = new HttpConnection(system.reporting())) {
            long expected = submitted(connection, province, province.probeCell, "submitted");
            long end = System.nanoTime() + Duration.ofSeconds(settings.seconds).toNanos();
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                synchronized (province) {
                    if (!province.submit(true)) break;
                }
                events.flush();
                long told = System.nanoTime();
                await(connection, province, province.probeCell, "submitted", ++expected);
                lags.add(System.nanoTime() - told);
                LockSupport.parkNanos(began + EVERY.toNanos() - System.nanoTime());
            }
        }
        if (load != null) join(load);
        var found = Latencies.of(lags);
        tell("| %s | %s | %s | %s | %d |"
                .formatted(
                        name,
                        Table.number(found.millis(0.50), 0),
                        Table.number(found.millis(0.99), 0),
                        Table.number(found.longestMillis(), 0),
                        found.count()));
    }

    private void submit(ToldEvents events, ToldProvince province, int rate) {
        long began = System.nanoTime();
        for (int i = 0; i < rate * settings.seconds; i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
            synchronized (province) {
                if (!province.submit(false)) return;
            }
        }
        events.flush();
        out.printf("  %,d events in %.1f s%n", rate * settings.seconds, (System.nanoTime() - began) / 1e9);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
    }

    private void await(HttpConnection connection, ToldProvince province, UUID organisation, String field, long expected)
            throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (submitted(connection, province, organisation, field) < expected) {
            if (System.nanoTime() - end > 0) throw new BenchFailure("Progress does not arrive.");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private long submitted(HttpConnection connection, ToldProvince province, UUID organisation, String field)
            throws IOException {
        var reply = connection.send(
                request(province, "/progress?plan=" + province.plan + "&organisation=" + organisation + "&limit=1"));
        return Api.JSON.readTree(reply.body()).path("registrations").path(field).asLong();
    }

    private void vacuum() {
        try (var database = system.database("reporting");
                var statement = database.createStatement()) {
            for (var table : List.of("progress_count", "progress_change", "progress_part"))
                statement.execute("vacuum analyze " + table);
        } catch (SQLException e) {
            throw new BenchFailure("The tables cannot be analysed: " + e.getMessage(), e);
        }
    }

    private void tell(String line) {
        lines.add(line);
        out.println(line);
    }
}
