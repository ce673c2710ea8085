package vn.tiendo.notifications.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.inbox.NotificationApi.NotificationView;

/// The open streams of this replica. One thread asks the database once for all of them, never once per client.
///
/// In order and without gaps per stream: catching up and what is new are sent by the same thread, and positions
/// become visible in their order. A client that cannot keep up is cut off and comes back with `Last-Event-ID`.
@ApplicationScoped
public class NotificationStreams {

    private static final Logger LOG = Logger.getLogger(NotificationStreams.class);
    private static final int BATCH = 500;
    private static final int BUFFER = 1_000;

    @Inject
    NotificationRepository notifications;

    @ConfigProperty(name = "tiendo.inbox.stream-poll", defaultValue = "PT0.5S")
    Duration poll;

    @ConfigProperty(name = "tiendo.inbox.stream-heartbeat", defaultValue = "PT15S")
    Duration heartbeat;

    /// Bounds how long a stream outlives the token that opened it.
    @ConfigProperty(name = "tiendo.inbox.stream-for", defaultValue = "PT10M")
    Duration longest;

    private final Map<Addressee, List<Open>> streams = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private long seen = -1;

    private static final class Open {
        private final Addressee addressee;
        private final Sse sse;
        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private final long openedNanos = System.nanoTime();
        private long spokenNanos = openedNanos;
        private long sent;
        private boolean caughtUp;

        private Open(Addressee addressee, long sent, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
            this.addressee = addressee;
            this.sent = sent;
            this.sse = sse;
            this.emitter = emitter;
        }

        private void send(Notification notification) {
            if (notification.position() > sent) {
                emitter.emit(sse.newEventBuilder()
                        .id(Long.toString(notification.position()))
                        .name("notification")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(NotificationView.class, NotificationView.of(notification))
                        .build());
                sent = notification.position();
                spokenNanos = System.nanoTime();
            }
        }

        private void beat() {
            emitter.emit(sse.newEventBuilder().comment("still here").build());
            spokenNanos = System.nanoTime();
        }

        private boolean isOlderThan(Duration age) {
            return System.nanoTime() - openedNanos > age.toNanos();
        }

        private boolean isSilentFor(Duration time) {
            return System.nanoTime() - spokenNanos > time.toNanos();
        }
    }

    /// @param lastEventId where the client left off; without it only what comes from now on is sent
    /// @throws vn.tiendo.kit.problem.KitProblem.InvalidCursor when the id was not handed out by a stream
    Multi<OutboundSseEvent> open(Addressee addressee, @Nullable String lastEventId, Sse sse) {
        var from = lastEventId == null || lastEventId.isBlank()
                ? QuarkusTransaction.joiningExisting().call(notifications::newestPosition)
                : Long.valueOf(Positions.parse(lastEventId.strip()));
        if (started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("notification-streams").start(this::loop);
        }
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> {
                            var open = new Open(addressee, from, sse, emitter);
                            emitter.onTermination(() -> forget(open));
                            streams.computeIfAbsent(addressee, nobody -> new CopyOnWriteArrayList<>())
                                    .add(open);
                        },
                        BUFFER);
    }

    int openStreams() {
        return streams.values().stream().mapToInt(List::size).sum();
    }

    private void forget(Open open) {
        streams.computeIfPresent(open.addressee, (addressee, opened) -> {
            opened.remove(open);
            return opened.isEmpty() ? null : opened;
        });
    }

    private void loop() {
        try {
            while (!stopping.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    pass();
                } catch (RuntimeException failure) {
                    LOG.warnf(failure, "Open streams wait, the inbox cannot be read");
                }
            }
            streams.values().forEach(opened -> opened.forEach(open -> open.emitter.complete()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass() {
        if (streams.isEmpty()) {
            seen = -1;
            return;
        }
        if (seen < 0) {
            seen = inTransaction(notifications::newestPosition);
        }
        streams.values().forEach(opened -> opened.forEach(this::catchUp));
        while (takeNew()) {
            LOG.debugf("More than %d notifications at once", BATCH);
        }
        streams.values().forEach(opened -> opened.forEach(this::tend));
    }

    /// What lies ahead of this pass comes with it; only those who were away ask for what they have missed.
    private void catchUp(Open open) {
        open.caughtUp = open.caughtUp || open.sent >= seen;
        while (!open.caughtUp) {
            var missed = inTransaction(() -> notifications.ownAfter(open.addressee, open.sent, BATCH));
            missed.forEach(open::send);
            open.caughtUp = missed.size() < BATCH;
        }
    }

    private boolean takeNew() {
        var arrivals = inTransaction(() -> notifications.arrivalsAfter(seen, BATCH));
        if (arrivals.isEmpty()) {
            return false;
        }
        var wanted = arrivals.stream()
                .filter(arrival -> streams.containsKey(arrival.addressee()))
                .map(NotificationRepository.Arrival::position)
                .toList();
        if (!wanted.isEmpty()) {
            inTransaction(() -> notifications.at(wanted)).forEach(this::send);
        }
        seen = arrivals.getLast().position();
        return arrivals.size() == BATCH;
    }

    private void send(Notification notification) {
        streams
                .getOrDefault(new Addressee(notification.recipientIssuer(), notification.recipientSubject()), List.of())
                .stream()
                .filter(open -> open.caughtUp)
                .forEach(open -> open.send(notification));
    }

    private void tend(Open open) {
        if (open.isOlderThan(longest)) {
            open.emitter.complete();
        } else if (open.isSilentFor(heartbeat)) {
            open.beat();
        }
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
