package vn.tiendo.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
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
import vn.tiendo.kit.correlation.Correlation;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;
import vn.tiendo.kit.problem.DatabaseFaults;

/// Takes events from all topics of a service and hands them to the [EventHandler] of their topic.
///
/// A batch of one topic is one transaction; when it fails, its events are tried one by one, and those that still fail
/// go to the dead letters while the others go on. When the database itself is away, or somebody else holds the rows,
/// nothing is judged: the batch waits.
/// Offsets are committed after the transactions, so a kill in between brings events again and the guard drops them.
@ApplicationScoped
public class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @Inject
    EventHandlers handlers;

    @Inject
    EventReader reader;

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
        byTopic.forEach((topic, ofTopic) -> {
            if (handlers.know(topic)) {
                take(topic, ofTopic);
            }
        });
    }

    private void take(String topic, List<ConsumerRecord<String, byte[]>> records) {
        var arrived = new ArrayList<Arrived>();
        for (var record : records) {
            try {
                arrived.add(new Arrived(record, reader.read(record)));
            } catch (MalformedEvent malformed) {
                toDeadLetters(record, malformed);
            }
        }
        if (arrived.isEmpty()) {
            return;
        }
        try {
            untilTheDatabaseIsBack(() -> apply(topic, arrived));
        } catch (ShuttingDown stop) {
            throw stop;
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "A batch of %s failed; its events are tried one by one", topic);
            takeOneByOne(topic, arrived);
        }
        meters.counter("tiendo.events.taken", "topic", topic).increment(arrived.size());
    }

    /// Those that fail are tried again together after the others, so that many of them delay nobody for long. The order
    /// may change thereby: the guard takes care of that.
    private void takeOneByOne(String topic, List<Arrived> arrived) {
        var pause = FIRST_PAUSE;
        var waiting = arrived;
        for (int tried = 1; !waiting.isEmpty(); tried++) {
            var again = new ArrayList<Arrived>();
            for (var one : waiting) {
                try {
                    untilTheDatabaseIsBack(() -> apply(topic, List.of(one)));
                } catch (ShuttingDown stop) {
                    throw stop;
                } catch (RuntimeException failure) {
                    if (failure instanceof MalformedEvent || tried == TRIES) {
                        toDeadLetters(one.record, failure);
                    } else {
                        again.add(one);
                    }
                }
            }
            waiting = again;
            if (!waiting.isEmpty()) {
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /// One transaction: the guard rows and the effect.
    private void apply(String topic, List<Arrived> arrived) {
        var events = arrived.stream().map(Arrived::event).toList();
        measure(QuarkusTransaction.requiringNew().timeout(60).call(() -> handlers.apply(topic, events)));
    }

    /// Goes on trying until the record is kept: a channel that stopped here would stop for good, and silently.
    private void toDeadLetters(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        var reason = failure instanceof MalformedEvent malformed ? malformed.reason() : "handler-failed";
        LOG.errorf(
                failure,
                "Record %d of %s-%d goes to the dead letters (%s): its effect is missing until it is replayed",
                record.offset(),
                record.topic(),
                record.partition(),
                reason);
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                untilTheDatabaseIsBack(() -> deadLetters.add(record, reason));
                return;
            } catch (ShuttingDown stop) {
                throw stop;
            } catch (RuntimeException unstored) {
                LOG.errorf(unstored, "The dead letter cannot be stored; events of this service wait %s", pause);
                rest(pause);
                pause = longer(pause);
            }
        }
    }

    /// A database that is away, or busy with the same rows, is nobody's fault: wait, without judging the event.
    private void untilTheDatabaseIsBack(Runnable work) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                Correlation.during(work);
                return;
            } catch (RuntimeException failure) {
                if (!DatabaseFaults.passes(failure)) {
                    throw failure;
                }
                LOG.warnf("The database is away or busy; events wait %s", pause);
                rest(pause);
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
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

    /// How late the newest is; what comes again, as when a topic is read anew, is late for nobody.
    private void measure(List<ReceivedEvent> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var last = fresh.getLast();
        var lag = Duration.between(last.occurredAt(), clock.instant());
        if (!lag.isNegative()) {
            meters.timer("tiendo.events.lag", "topic", last.topic()).record(lag);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /// Leaves the offset uncommitted, so that the next start takes the batch again.
    static final class ShuttingDown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
