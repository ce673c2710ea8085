package vn.tiendo.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;

/// Takes events from all topics of a service and hands them to the [EventHandler] of their topic.
///
/// A batch of one topic is one transaction; when it fails, its events are tried one by one, and the one that still
/// fails
/// goes to the dead letters while the others go on. When the database itself is away nothing is judged: the batch
/// waits.
/// Offsets are committed after the transactions, so a kill in between brings events again and the guard drops them.
@ApplicationScoped
public class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @Inject
    @All
    List<EventHandler> handlers;

    @Inject
    EventReader reader;

    @Inject
    InboxGuard guard;

    @Inject
    DeadLetters deadLetters;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private final CountDownLatch stopping = new CountDownLatch(1);

    private record Arrived(ConsumerRecord<String, byte[]> record, ReceivedEvent event) {}

    @Incoming("events")
    @Blocking
    public void onBatch(ConsumerRecords<String, byte[]> records) {
        var byTopic = new LinkedHashMap<String, List<ConsumerRecord<String, byte[]>>>();
        records.forEach(record -> byTopic.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                .add(record));
        byTopic.forEach((topic, ofTopic) -> handlers.stream()
                .filter(handler -> handler.topic().equals(topic))
                .forEach(handler -> take(handler, ofTopic)));
    }

    private void take(EventHandler handler, List<ConsumerRecord<String, byte[]>> records) {
        var arrived = new ArrayList<Arrived>();
        for (var record : records) {
            try {
                arrived.add(new Arrived(record, reader.read(record)));
            } catch (MalformedEvent malformed) {
                untilTheDatabaseIsBack(() -> deadLetters.add(record, String.valueOf(malformed.getMessage())));
            }
        }
        if (arrived.isEmpty()) {
            return;
        }
        try {
            untilTheDatabaseIsBack(() -> apply(handler, arrived));
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "A batch of %s failed; its events are tried one by one", handler.topic());
            arrived.forEach(one -> takeAlone(handler, one));
        }
        measure(arrived);
    }

    private void takeAlone(EventHandler handler, Arrived one) {
        var pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            try {
                untilTheDatabaseIsBack(() -> apply(handler, List.of(one)));
                return;
            } catch (RuntimeException failure) {
                if (failure instanceof MalformedEvent || tried == TRIES) {
                    var reason = failure instanceof MalformedEvent ? failure.getMessage() : "handler-failed";
                    LOG.errorf(
                            failure,
                            "Event %s of %s goes to the dead letters (%s): its effect is missing until it is replayed",
                            one.event.id(),
                            one.event.topic(),
                            reason);
                    untilTheDatabaseIsBack(() -> deadLetters.add(one.record, String.valueOf(reason)));
                    return;
                }
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /// One transaction: the guard rows and the effect.
    private void apply(EventHandler handler, List<Arrived> arrived) {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            var fresh = guard.admit(arrived.stream().map(Arrived::event).toList());
            if (!fresh.isEmpty()) {
                handler.onAll(fresh);
            }
        });
    }

    /// A database that is away is nobody's fault: wait for it, without judging the event.
    private void untilTheDatabaseIsBack(Runnable work) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                inRequest(work);
                return;
            } catch (RuntimeException failure) {
                if (!DatabaseFaults.isAway(failure)) {
                    throw failure;
                }
                LOG.warnf("The database is away; events wait %s", pause);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private static void inRequest(Runnable work) {
        var request = Arc.container().requestContext();
        if (request.isActive()) {
            work.run();
            return;
        }
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }

    private void rest(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ShuttingDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShuttingDown();
        }
    }

    private void measure(List<Arrived> arrived) {
        var last = arrived.getLast().event;
        var lag = Duration.between(last.occurredAt(), clock.instant());
        if (!lag.isNegative()) {
            meters.timer("tiendo.events.lag", "topic", last.topic()).record(lag);
        }
        meters.counter("tiendo.events.taken", "topic", last.topic()).increment(arrived.size());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /// Leaves the offset uncommitted, so that the next start takes the batch again.
    static final class ShuttingDown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
