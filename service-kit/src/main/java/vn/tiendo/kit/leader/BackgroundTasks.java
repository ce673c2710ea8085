package vn.tiendo.kit.leader;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.tiendo.kit.correlation.Correlation;

/// Runs every [LeaderTask] on a thread of its own.
///
/// Each pass is one transaction that first takes a transaction-level advisory lock, so the replica that holds it is the
/// leader for that pass. The database frees the lock when the transaction or the connection ends, also after kill -9:
/// another replica takes over at its next try. No session state is needed, so a transaction-pooling proxy may stand
/// between.
@ApplicationScoped
public class BackgroundTasks {

    private static final Logger LOG = Logger.getLogger(BackgroundTasks.class);
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @Inject
    @All
    List<LeaderTask> tasks;

    @Inject
    Session session;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @ConfigProperty(name = "tiendo.background.enabled", defaultValue = "true")
    boolean enabled;

    /// What tasks rest is multiplied by it: more saves processor time, less lets them see sooner what happened.
    @ConfigProperty(name = "tiendo.background.pace", defaultValue = "1")
    double pace;

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        for (var task : tasks) {
            bells.put(task.name(), new Semaphore(0));
            threads.put(
                    task.name(),
                    Thread.ofPlatform()
                            .daemon()
                            .name("background-" + task.name())
                            .start(() -> loop(task)));
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        stopping = true;
        bells.values().forEach(Semaphore::release);
        for (var thread : threads.values()) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Ends the rest of a task early on this replica, because there is something to do for it: inside a
    /// transaction once that is committed, because before the task would find nothing.
    public void wake(String name) {
        var status = transaction.getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            ring(name);
        } else if (status == Status.STATUS_ACTIVE && transaction.getResource(bellOf(name)) == null) {
            transaction.putResource(bellOf(name), true);
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int outcome) {
                    if (outcome == Status.STATUS_COMMITTED) {
                        ring(name);
                    }
                }
            });
        }
    }

    private static String bellOf(String name) {
        return BackgroundTasks.class.getName() + "/" + name;
    }

    private void ring(String name) {
        var bell = bells.get(name);
        if (bell != null && bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void loop(LeaderTask task) {
        var backoff = SHORTEST_BACKOFF;
        while (!stopping) {
            try {
                var more = pass(task);
                backoff = SHORTEST_BACKOFF;
                if (!more) {
                    rest(task, Duration.ofNanos((long) (task.pause().toNanos() * pace)));
                }
            } catch (RuntimeException | Error failure) { // a thread that ends would be missed only much later
                if (stopping) {
                    return;
                }
                if (backoff.equals(SHORTEST_BACKOFF)) {
                    LOG.warnf(failure, "Background task %s failed and is tried again", task.name());
                }
                rest(task, backoff);
                backoff = backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) > 0
                        ? LONGEST_BACKOFF
                        : backoff.multipliedBy(2);
            }
        }
    }

    private boolean pass(LeaderTask task) {
        var more = new AtomicBoolean();
        Correlation.during(() -> more.set(QuarkusTransaction.requiringNew()
                .timeout((int) task.longest().toSeconds())
                .call(() -> isLeader(task.name()) && task.pass())));
        return more.get();
    }

    /// By plain JDBC: a native query of Hibernate leaves a key of its own in the cache of plans at every
    /// call, and all of them have the same hash.
    private boolean isLeader(String name) {
        return session.doReturningWork(connection -> {
            try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "tiendo/" + name);
                try (var answer = lock.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        });
    }

    private void rest(LeaderTask task, Duration pause) {
        try {
            var bell = bells.get(task.name());
            if (bell != null && bell.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
