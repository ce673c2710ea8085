package vn.tiendo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// So many clients, each with one connection and the next submission as soon as the last is answered.
final class Load {
    private static final int ACCEPTED = 200;

    private final int port;
    private final List<Owed> owed;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<List<Answered>> measured = new ConcurrentLinkedQueue<>();

    /// @param at when the answer was there
    private record Answered(long at, long nanos) {}

    /// @param latencies of the submissions answered with 200 while it was measured
    /// @param seconds how long it was really measured
    /// @param errors by status, the warm-up included
    /// @param acknowledged all that were answered with 200, the warm-up included
    /// @param unknown those without an answer
    record Outcome(
            Latencies latencies,
            double seconds,
            boolean exhausted,
            Map<String, Integer> errors,
            Set<UUID> acknowledged,
            Set<UUID> unknown) {
        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    private Load(int port, List<Owed> owed) {
        this.port = port;
        this.owed = owed;
    }

    /// @param warm called when the warm-up is over
    static Outcome run(int port, List<Owed> owed, int clients, Duration warmUp, Duration time, Runnable warm) {
        return new Load(port, owed).run(clients, warmUp, time, warm);
    }

    private Outcome run(int clients, Duration warmUp, Duration time, Runnable warm) {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + time.toNanos();
        var done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++)
            Thread.ofVirtual().start(() -> {
                try {
                    submitUntil(end);
                } finally {
                    done.countDown();
                }
            });
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, begin - System.nanoTime())));
            warm.run();
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        }
        var all = measured.stream().flatMap(List::stream).toList();
        var counted = all.stream()
                .filter(answered -> answered.at >= begin && answered.at < end)
                .toList();
        boolean exhausted = next.get() >= owed.size();
        long last = exhausted ? all.stream().mapToLong(Answered::at).max().orElse(begin) : end;
        var byStatus = new TreeMap<String, Integer>();
        errors.forEach((status, count) -> byStatus.put(status, count.get()));
        return new Outcome(
                Latencies.of(counted.stream().map(Answered::nanos).toList()),
                Math.max(0.001, (Math.min(last, end) - begin) / 1e9),
                exhausted,
                byStatus,
                acknowledged,
                unknown);
    }

    private void submitUntil(long end) {
        var answered = new ArrayList<Answered>();
        try (var connection = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                int index = next.getAndIncrement();
                if (index >= owed.size()) break;
                submit(connection, owed.get(index), answered);
            }
        }
        measured.add(answered);
    }

    private void submit(HttpConnection connection, Owed registration, List<Answered> answered) {
        var request = registration.submission(port);
        long sent = System.nanoTime();
        try {
            var reply = connection.send(request);
            long now = System.nanoTime();
            if (reply.status() == ACCEPTED) {
                acknowledged.add(registration.id());
                answered.add(new Answered(now, now - sent));
            } else {
                count(reply.status() + " " + code(reply));
            }
        } catch (IOException e) {
            unknown.add(registration.id());
            count("no answer");
        }
    }

    private static String code(HttpConnection.Reply reply) {
        try {
            var type = Api.JSON.readTree(reply.body()).path("type").asText("");
            return type.substring(type.lastIndexOf('/') + 1);
        } catch (IOException e) {
            return new String(reply.body(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private void count(String error) {
        errors.computeIfAbsent(error, any -> new AtomicInteger()).incrementAndGet();
    }
}
