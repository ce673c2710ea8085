package vn.tiendo.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Tells events on the topics as their owners would: the only way to have hundreds of thousands of members in minutes.
final class ToldEvents implements AutoCloseable {

    private static final byte[] JSON_TYPE = "application/json".getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    ToldEvents(RunningSystem system) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + system.kafka(),
                        "acks", "all",
                        "linger.ms", "2"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void tell(String topic, UUID id, long sequence, ObjectNode state) {
        var record = new ProducerRecord<>(topic, id.toString(), state.toString().getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/bench");
        header(record, "ce_type", topic.replace(".v1", ".told.v1"));
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "ce_epoch", "1");
        record.headers().add("content-type", JSON_TYPE);
        producer.send(record, (sent, refused) -> {
            if (refused != null) failure.set(refused);
        });
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// All that was told so far is with the broker.
    void flush() {
        producer.flush();
        var refused = failure.get();
        if (refused != null) throw new BenchFailure("The broker did not take an event: " + refused, refused);
    }

    @Override
    public void close() {
        producer.close();
    }
}
