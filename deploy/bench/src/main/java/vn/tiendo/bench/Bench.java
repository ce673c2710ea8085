package vn.tiendo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The program behind `deploy/bench/run`. Arguments: the home of a running system, the repository, then the options.
final class Bench {
    /// Rows that a ruler may use up per second.
    private static final int RULER_ROWS = 4_000;
    /// What a ruler reaches does not change with time.
    private static final Duration LONGEST_RULER = Duration.ofSeconds(30);
    /// More than this share of the machine for other programs, and the figures are not worth keeping.
    private static final double DISTURBED = 0.05;

    private final Options options;
    private final RunningSystem system;
    private final Path repository;
    private final PrintStream out;
    private final List<Result> results = new ArrayList<>();
    private @Nullable String killed;
    private final CompletableFuture<SampleRows> sample = new CompletableFuture<>();

    private Bench(Options options, RunningSystem system, Path repository, PrintStream out) {
        this.options = options;
        this.system = system;
        this.repository = repository;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var all = List.of(arguments);
            var options = Options.parse(all.subList(2, all.size()));
            var system = RunningSystem.in(Path.of(all.get(0)).toAbsolutePath().normalize());
            new Bench(options, system, Path.of(all.get(1)), out).run();
        } catch (BenchFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        var durability = durability();
        try (var api = new Api(system)) {
            out.println("Preparing (through the gateway, as the users whose task it is)");
            long began = System.nanoTime();
            int probes = (int) options.time().plus(options.warmUp()).toSeconds() + 5;
            var scene = Scene.prepare(
                    api,
                    system,
                    options.members(),
                    probes,
                    1 + 2 * options.clients().size() + (options.kill() ? 1 : 0),
                    line -> out.println("  " + line));
            var books = new Books(system, api, scene);
            out.printf(Locale.ROOT, "  quiet: %s, after %.0f s%n", books.quiet(), (System.nanoTime() - began) / 1e9);

            rehearse(scene.campaigns().getFirst());
            int campaign = 1;
            for (int clients : options.clients()) {
                through(
                        Result.GATEWAY,
                        system.gateway(),
                        clients,
                        api,
                        scene,
                        books,
                        scene.campaigns().get(campaign++));
                through(
                        Result.SERVICE,
                        system.registrations(),
                        clients,
                        api,
                        scene,
                        books,
                        scene.campaigns().get(campaign++));
            }
            if (options.kill())
                killed = KilledRun.run(
                        system,
                        scene.campaigns().get(campaign),
                        options.clients().getFirst(),
                        options.time(),
                        repository.resolve("deploy/bench/target/ledger.csv"),
                        books,
                        out);
            rulers(books);
        }
        tell(durability);
        if (results.stream().anyMatch(result -> {
            var service = result.service();
            return service != null && !service.difference().isNone();
        })) throw new BenchFailure("The books differ: see the row of what is lost.");
    }

    /// The first run must not be the one that finds the system cold. What a submission writes is caught here too.
    private void rehearse(Scene.Campaign campaign) {
        Thread.ofVirtual().start(this::catchSample);
        var outcome = Load.run(
                system.gateway(),
                campaign.crowd(),
                options.clients().getLast(),
                options.warmUp(),
                options.warmUp(),
                () -> {});
        out.printf(
                Locale.ROOT,
                "  rehearsed: %d submissions%n",
                outcome.acknowledged().size());
    }

    private void through(
            String way, int port, int clients, Api api, Scene.Prepared scene, Books books, Scene.Campaign campaign) {
        books.drained();
        boolean quiet = books.quiet();
        books.checkpoint();
        var before = Cpu.now(system);
        var probe = Probe.start(system, api, scene, port, campaign.probes());
        Load.Outcome outcome;
        try {
            outcome = Load.run(port, campaign.crowd(), clients, options.warmUp(), options.time(), probe::measure);
        } finally {
            probe.end();
        }
        var acknowledged = new HashSet<>(probe.acknowledged());
        acknowledged.addAll(outcome.acknowledged());
        double drained = books.drained();
        books.quiet();
        var cpu = Cpu.now(system).since(before);
        var difference = books.difference(campaign.id(), acknowledged, outcome.unknown());
        add(new Result(
                way,
                clients,
                outcome.latencies(),
                outcome.seconds(),
                outcome.exhausted(),
                outcome.errors(),
                cpu,
                acknowledged.size(),
                new Result.OfService(
                        probe.lags(),
                        probe.troubles(),
                        drained,
                        quiet,
                        outcome.unknown().size(),
                        difference)));
    }

    private void catchSample() {
        try {
            sample.complete(SampleRows.caughtIn(system));
        } catch (BenchFailure failure) {
            sample.completeExceptionally(failure);
        }
    }

    private void rulers(Books books) {
        var rows = sample.join();
        int number = (int) (RULER_ROWS * rulerTime().plus(rulerWarmUp()).toSeconds());
        try (var database = RulerDatabase.prepare(
                system, repository.resolve("registrations-service/src/main/resources/db/migration"), number)) {
            boolean pgbench = PgbenchRuler.isInstalled();
            if (!pgbench) out.println("  pgbench is not on the PATH: that ruler is SKIPPED");
            for (int clients : options.clients()) {
                if (pgbench) ruler(Result.PGBENCH, clients, rows, database, books);
                ruler(Result.JDBC, clients, rows, database, books);
            }
        }
    }

    private Duration rulerTime() {
        return shorter(options.time(), LONGEST_RULER);
    }

    private Duration rulerWarmUp() {
        return shorter(options.warmUp(), LONGEST_RULER.dividedBy(4));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void ruler(String way, int clients, SampleRows rows, RulerDatabase database, Books books) {
        database.refresh();
        books.quiet();
        var before = new AtomicReference<@Nullable Cpu>();
        Runnable warm = () -> before.set(Cpu.now(system));
        int connections = Math.min(clients, RulerDatabase.MOST_CONNECTIONS);
        var outcome = way.equals(Result.PGBENCH)
                ? PgbenchRuler.run(system, rows, database.rows(), connections, rulerWarmUp(), rulerTime(), warm)
                : JdbcRuler.run(system, rows, database.rows(), connections, rulerWarmUp(), rulerTime(), warm);
        var since = before.get();
        if (since == null) throw new IllegalStateException("a ruler has no warm-up");
        var cpu = Cpu.now(system).since(since);
        long missing = outcome.written() - database.stored();
        if (missing > 0) out.println("  " + way + ": " + missing + " transactions did not store all their rows");
        add(new Result(
                way,
                clients,
                outcome.latencies(),
                outcome.seconds(),
                outcome.exhausted(),
                outcome.errors() == 0 ? Map.of() : Map.of("broken", outcome.errors()),
                cpu,
                outcome.latencies().count(),
                null));
    }

    private void add(Result result) {
        results.add(result);
        out.printf(
                Locale.ROOT,
                "  %s, %d clients: %.0f submissions/s, p50 %.1f ms, p99 %.1f ms%n",
                result.way(),
                result.clients(),
                result.perSecond(),
                result.latencies().millis(0.50),
                result.latencies().millis(0.99));
    }

    private String durability() {
        try (var postgres = system.database("postgres");
                var statement = postgres.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('fsync'), current_setting('synchronous_commit'),
                               current_setting('full_page_writes'), current_setting('server_version'),
                               current_setting('shared_buffers')""")) {
            row.next();
            if (!row.getString(1).equals("on")
                    || !row.getString(2).equals("on")
                    || !row.getString(3).equals("on"))
                throw new BenchFailure("This server may lose commits (fsync, synchronous_commit or full_page_writes is"
                        + " not on): what it does is not measured.");
            return "PostgreSQL " + row.getString(4)
                    + ", fsync, synchronous_commit and full_page_writes on, shared_buffers " + row.getString(5);
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL cannot be asked: " + e.getMessage(), e);
        }
    }

    private void tell(String durability) {
        var lines = new ArrayList<String>();
        lines.add("# Registrations submitted, " + Instant.now().truncatedTo(ChronoUnit.MINUTES));
        lines.add("");
        lines.add("- " + Runtime.getRuntime().availableProcessors() + " processors, " + model() + "; " + durability);
        lines.add("- Services: " + Cpu.jvmOf(system, "registrations") + "; gateway: " + Cpu.jvmOf(system, "gateway")
                + "; client: Java " + Runtime.version().feature() + ", on the same machine");
        lines.add(
                "- %d members in 20 cells, %d bytes of request body, %d s after %d s of warm-up; rulers, %d s: %s, pgjdbc"
                        .formatted(
                                options.members(),
                                Owed.bodyLength(),
                                options.time().toSeconds(),
                                options.warmUp().toSeconds(),
                                rulerTime().toSeconds(),
                                PgbenchRuler.isInstalled()
                                        ? PgbenchRuler.version()
                                        : "pgbench SKIPPED (not on the PATH)"));
        lines.add("- Columns: way and clients. CPU of gateway and service runs: from the start of the warm-up until"
                + " everything that followed was done.");
        if (killed != null) lines.add("- With a kill in the middle, directly at the service: " + killed);
        double disturbed = results.stream()
                .mapToDouble(result -> result.cpu().shareOfOthers())
                .max()
                .orElse(0);
        if (disturbed > DISTURBED)
            lines.add("- **Not to be kept: other programs took up to %.0f %% of the machine.**"
                    .formatted(100 * disturbed));
        lines.add("");
        lines.addAll(Table.of(results));
        lines.forEach(out::println);
        var file = options.out();
        if (file == null) return;
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new BenchFailure("The result cannot be written to " + file + ".", e);
        }
    }

    private static String model() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown model");
        } catch (IOException e) {
            return "unknown model";
        }
    }
}
