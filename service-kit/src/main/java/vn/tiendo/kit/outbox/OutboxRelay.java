package vn.tiendo.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;

/// Sends what the outbox holds, in its order, and deletes a row only after the broker has acknowledged it.
///
/// At least once: a kill between acknowledgement and delete sends again. A batch ends at its first failure, and
/// everything from there on is sent again, so the last record of a key is its newest. Never "position greater than the
/// last": positions commit out of order.
@ApplicationScoped
public class OutboxRelay implements LeaderTask {

    static final String NAME = "outbox-relay";

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    private static final Duration UNKNOWN_AFTER = Duration.ofSeconds(30);

    @Inject
    Session session;

    @Inject
    MeterRegistry meters;

    /// All `kafka.*` settings, so that the producer signs in to the broker as the consumers do.
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "tiendo.outbox.batch", defaultValue = "500")
    int batch;

    @ConfigProperty(name = "tiendo.outbox.poll", defaultValue = "PT0.1S")
    Duration poll;

    /// How long the broker may take for a batch before the pass ends and tries again.
    @ConfigProperty(name = "tiendo.outbox.delivery-timeout", defaultValue = "PT10S")
    Duration deliveryTimeout;

    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private volatile long measuredAtNanos = System.nanoTime() - UNKNOWN_AFTER.toNanos();
    private @Nullable Producer<String, byte[]> producer;

    private record Waiting(
            long position,
            UUID id,
            String topic,
            String key,
            String type,
            long sequence,
            int epoch,
            byte[] payload, // empty for a tombstone
            String source,
            @Nullable String correlationId,
            OffsetDateTime occurredAt) {

        ProducerRecord<String, byte[]> record() {
            var record = new ProducerRecord<>(topic, key.isEmpty() ? null : key, payload.length == 0 ? null : payload);
            var headers = record.headers();
            put(headers, "ce_specversion", "1.0");
            put(headers, "ce_id", id.toString());
            put(headers, "ce_source", source);
            put(headers, "ce_type", type);
            put(headers, "ce_subject", key);
            put(headers, "ce_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(occurredAt));
            put(headers, "ce_sequence", Long.toString(sequence));
            put(headers, "ce_epoch", Integer.toString(epoch));
            put(headers, "content-type", "application/json");
            if (correlationId != null) {
                put(headers, "ce_correlationid", correlationId);
            }
            return record;
        }

        private static void put(Headers headers, String name, String value) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return poll;
    }

    @Override
    public boolean pass() {
        measure();
        var rows = oldest();
        if (rows.isEmpty()) {
            return false;
        }
        var sent = send(rows);
        delete(rows.subList(0, sent));
        if (sent < rows.size()) {
            LOG.warnf("The broker took %d of %d events; the rest is sent again", sent, rows.size());
            return false;
        }
        return rows.size() == batch;
    }

    /// How many rows from the front were acknowledged.
    private int send(List<Waiting> rows) {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(rows.size());
        var failed = new AtomicBoolean();
        try {
            for (var row : rows) {
                if (failed.get()) {
                    break; // with the broker away, each further record would wait as long again
                }
                acknowledgements.add(producer().send(row.record(), (sent, failure) -> {
                    if (failure != null) {
                        failed.set(true);
                    }
                }));
            }
        } catch (KafkaException broker) {
            LOG.debugf(broker, "The broker cannot be reached");
        }
        return acknowledged(acknowledgements);
    }

    /// Waits for all of them: while one is under way, nobody else may send what comes after it.
    static int acknowledged(List<Future<RecordMetadata>> acknowledgements) {
        int sent = 0;
        boolean whole = true;
        for (var acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
                sent += whole ? 1 : 0;
            } catch (ExecutionException refused) {
                whole = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return sent;
            }
        }
        return sent;
    }

    private List<Waiting> oldest() {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select position, id, aggregatetype, aggregateid, type, sequence, epoch, payload, source,
                      correlation_id, occurred_at
                      from outbox order by position limit ?""")) {
                select.setInt(1, batch);
                var rows = new ArrayList<Waiting>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(new Waiting(
                                found.getLong(1),
                                found.getObject(2, UUID.class),
                                found.getString(3),
                                found.getString(4),
                                found.getString(5),
                                found.getLong(6),
                                found.getInt(7),
                                found.getBytes(8),
                                found.getString(9),
                                found.getString(10),
                                found.getObject(11, OffsetDateTime.class)));
                    }
                }
                return rows;
            }
        });
    }

    private void delete(List<Waiting> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from outbox where position = any(?)")) {
                delete.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", rows.stream().map(Waiting::position).toArray()));
                delete.executeUpdate();
            }
        });
    }

    /// Only the leader measures; elsewhere, and when it cannot, the gauges say NaN: unknown, never "nothing waits".
    void register(@Observes StartupEvent event) {
        meters.gauge("tiendo.outbox.pending", pending, this::known);
        meters.gauge("tiendo.outbox.oldest.milliseconds", oldestMillis, this::known);
    }

    private double known(AtomicLong measured) {
        return System.nanoTime() - measuredAtNanos < UNKNOWN_AFTER.toNanos() ? measured.get() : Double.NaN;
    }

    private void measure() {
        if (System.nanoTime() - measuredAtNanos < MEASURE_EVERY.toNanos()) {
            return;
        }
        session.doWork(connection -> {
            try (var count = connection.prepareStatement("""
                            select count(*), coalesce(extract(epoch from now() - min(stored_at)) * 1000, 0)::bigint
                              from outbox""");
                    var result = count.executeQuery()) {
                result.next();
                pending.set(result.getLong(1));
                oldestMillis.set(result.getLong(2));
            }
        });
        measuredAtNanos = System.nanoTime();
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(kafka);
            settings.putAll(Map.of(
                    ProducerConfig.CLIENT_ID_CONFIG,
                    NAME,
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    "true",
                    ProducerConfig.LINGER_MS_CONFIG,
                    "2",
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    Long.toString(deliveryTimeout.toMillis() / 2),
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    Long.toString(deliveryTimeout.toMillis() / 2),
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Long.toString(deliveryTimeout.toMillis())));
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /// After [vn.tiendo.kit.leader.BackgroundTasks] has ended the last pass.
    synchronized void close(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
