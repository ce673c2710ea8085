package vn.tiendo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// How long it takes from the answer to a submission until reporting shows it, while others submit.
///
/// Once per second it submits one registration of a cell that nobody else submits in, and asks reporting for
/// the numbers of that cell until they have risen. Asking costs the system something, hence the pause: the
/// lag is known to about that pause.
final class Probe {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSystem system;
    private final int port;
    private final byte[] question;
    private final List<Owed> owed;
    private final List<Long> lags = new ArrayList<>();
    private final Set<UUID> acknowledged = new HashSet<>();
    private final Thread thread;
    private volatile boolean measuring;
    private volatile boolean ended;
    private int unseen;
    private int failed;

    private Probe(RunningSystem system, int port, byte[] question, List<Owed> owed) {
        this.system = system;
        this.port = port;
        this.question = question;
        this.owed = owed;
        this.thread = Thread.ofVirtual().unstarted(this::probe);
    }

    static Probe start(RunningSystem system, Api api, Scene.Prepared scene, int port, List<Owed> owed) {
        var question = HttpConnection.request(
                system.reporting(),
                "GET",
                "/api/v1/progress?plan=" + scene.plan() + "&organisation=" + scene.probeCell(),
                api.token(scene.officer()),
                null,
                null,
                "",
                null);
        var probe = new Probe(system, port, question, owed);
        probe.thread.start();
        return probe;
    }

    /// From here on it counts.
    void measure() {
        measuring = true;
    }

    private void probe() {
        try (var submitting = new HttpConnection(port);
                var asking = new HttpConnection(system.reporting())) {
            long before = submitted(asking);
            for (var registration : owed) {
                long began = System.nanoTime();
                if (ended) return;
                boolean counts = measuring;
                if (submitting.send(registration.submission(port)).status() != 200) {
                    failed++;
                    continue;
                }
                long answered = System.nanoTime();
                acknowledged.add(registration.id());
                if (!seen(asking, before + 1, answered)) {
                    unseen++;
                } else if (counts) {
                    lags.add(System.nanoTime() - answered);
                }
                before++;
                LockSupport.parkNanos(began + EVERY.toNanos() - System.nanoTime());
            }
        } catch (IOException e) {
            failed++;
        }
    }

    private boolean seen(HttpConnection asking, long expected, long since) throws IOException {
        while (submitted(asking) < expected) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) return false;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private long submitted(HttpConnection asking) throws IOException {
        return Api.JSON
                .readTree(asking.send(question).body())
                .path("registrations")
                .path("submitted")
                .asLong();
    }

    Latencies lags() {
        return Latencies.of(lags);
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    /// Submissions that were refused or not answered, and those that reporting did not show in time.
    int troubles() {
        return unseen + failed;
    }

    /// What was found out may be read afterwards.
    void end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
