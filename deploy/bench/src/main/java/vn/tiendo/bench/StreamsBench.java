package vn.tiendo.bench;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// The program behind `deploy/bench/run streams`: very many people who listen to their inbox at once.
final class StreamsBench {

    private static final int STEADY_PER_SECOND = 50;
    private static final int STEADY_SECONDS = 20;
    private static final int OPENED_PER_SECOND = 400;
    private static final Waiting WAITING = new Waiting(Duration.ofMinutes(2), Duration.ofMillis(20));

    private final RunningSystem system;
    private final int many;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private StreamsBench(RunningSystem system, int many, PrintStream out) {
        this.system = system;
        this.many = many;
        this.out = out;
    }

    /// Arguments: the home of a running system, the repository, `streams`, then options.
    public static void main(String[] arguments) {
        Program.run(arguments, Set.of("--streams"), Set.of(), program -> {
            var bench = new StreamsBench(program.system(), program.number("--streams", 2_000), program.out());
            bench.run();
            return bench.lines;
        });
    }

    private void run() throws SQLException {
        out.println("  fetching " + many + " tokens");
        var tokens = new ArrayList<String>();
        try (var api = new Api(system)) {
            IntStream.range(0, many).forEach(i -> tokens.add(api.newToken(subject(i))));
        }
        tell("| %,d open streams | seconds to open | MB gateway | MB service | steady p50 / p99 ms |".formatted(many)
                + " to all at once p50 / p99 ms | missed ones after a cut p50 / p99 ms |");
        tell("|---|---:|---:|---:|---:|---:|---:|");
        measure("through the gateway", system.gateway(), tokens);
        measure("at the service", system.notifications(), tokens);
    }

    private String subject(int number) {
        return "listener-" + run + "-" + number;
    }

    private void measure(String way, int port, List<String> tokens) throws SQLException {
        double gatewayBefore = system.megabytesOf("gateway");
        double serviceBefore = system.megabytesOf("notifications");
        try (var database = system.database("notifications");
                var thread = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(thread)
                        .build()) {
            var messages = new InboxMessages(database, "http://127.0.0.1:" + system.identity() + "/tiendo");
            var address = URI.create("http://127.0.0.1:" + port + "/api/v1/notifications/stream");
            var streams = IntStream.range(0, many)
                    .mapToObj(i -> new OpenStream(client, address, subject(i), tokens.get(i)))
                    .toList();
            double opened = open(streams);
            var steady = steadily(messages, streams);
            var burst = toAll(messages, streams);
            double gateway = system.megabytesOf("gateway");
            double service = system.megabytesOf("notifications");
            streams.forEach(OpenStream::cut);
            var missed = afterCut(messages, streams);
            compareBooks(messages, streams);
            tell(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.0f (%+.0f) | %.0f (%+.0f) | %s | %s | %s |",
                    way,
                    opened,
                    gateway,
                    gateway - gatewayBefore,
                    service,
                    service - serviceBefore,
                    both(steady),
                    both(burst),
                    both(missed)));
            streams.forEach(OpenStream::cut);
            client.shutdownNow();
        }
    }

    private static String both(Latencies latencies) {
        return String.format(Locale.ROOT, "%.0f / %.0f", latencies.millis(0.5), latencies.millis(0.99));
    }

    /// As fast as people come back after a break of the network, not all in one instant.
    private double open(List<OpenStream> streams) {
        double began = seconds();
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).connect();
            if (i % (OPENED_PER_SECOND / 10) == 0)
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        WAITING.until(
                "every stream is open",
                () -> streams.stream().allMatch(stream -> stream.isOpen() || stream.isRefused()));
        if (streams.stream().anyMatch(OpenStream::isRefused)) throw new BenchFailure("Streams were refused.");
        double took = seconds() - began;
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos()); // the first messages do not meet those who still open
        return took;
    }

    private Latencies steadily(InboxMessages messages, List<OpenStream> streams) {
        var random = new Random(42);
        var sent = new ArrayList<OpenStream>();
        long next = System.nanoTime();
        for (int i = 0; i < STEADY_PER_SECOND * STEADY_SECONDS; i++) {
            var stream = streams.get(random.nextInt(streams.size()));
            sent.add(stream);
            messages.deliver(List.of(stream.subject));
            next += Duration.ofSeconds(1).toNanos() / STEADY_PER_SECOND;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
        return received(messages, streams, sent.size(), 0);
    }

    private Latencies toAll(InboxMessages messages, List<OpenStream> streams) {
        int before = count(streams);
        messages.deliver(streams.stream().map(stream -> stream.subject).toList());
        return received(messages, streams, streams.size(), before);
    }

    /// The time is that from coming back to having what was missed.
    private Latencies afterCut(InboxMessages messages, List<OpenStream> streams) {
        int before = count(streams);
        var subjects = streams.stream().map(stream -> stream.subject).toList();
        messages.deliver(subjects);
        long back = System.nanoTime();
        streams.forEach(OpenStream::connect);
        messages.deliver(subjects);
        messages.deliveredNanos.replaceAll((id, at) -> Math.max(at, back));
        WAITING.until("what was missed is there", () -> count(streams) >= before + 2 * streams.size());
        return latencies(messages, streams, back);
    }

    private Latencies received(InboxMessages messages, List<OpenStream> streams, int expected, int before) {
        long began = messages.deliveredNanos.values().stream()
                .sorted()
                .skip(Math.max(0, messages.deliveredNanos.size() - expected))
                .findFirst()
                .orElse(0L);
        WAITING.until("everything is received", () -> count(streams) >= before + expected);
        return latencies(messages, streams, began);
    }

    private static Latencies latencies(InboxMessages messages, List<OpenStream> streams, long since) {
        var nanos = new ArrayList<Long>();
        for (var stream : streams) {
            for (var id : stream.received()) {
                var delivered = messages.deliveredNanos.get(id);
                var received = stream.nanosOf(id);
                if (delivered != null && received != null && delivered >= since) nanos.add(received - delivered);
            }
        }
        return Latencies.of(nanos);
    }

    /// Everything once and in order.
    private static void compareBooks(InboxMessages messages, List<OpenStream> streams) {
        for (var stream : streams) {
            var written = messages.inOrder(stream.subject);
            if (!written.equals(stream.received()))
                throw new BenchFailure("A stream got " + stream.count() + " messages of " + written.size()
                        + ", or not once and in order.");
        }
    }

    private static int count(Collection<OpenStream> streams) {
        return streams.stream().mapToInt(OpenStream::count).sum();
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }

    private void tell(String line) {
        lines.add(line);
        out.println(line);
    }
}
