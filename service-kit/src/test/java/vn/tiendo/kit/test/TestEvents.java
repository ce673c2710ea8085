package vn.tiendo.kit.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Sends events as another service would, over the real broker, and reads what the service under test has published.
public final class TestEvents {

    private static final Map<String, List<ConsumerRecord<String, byte[]>>> READ = new HashMap<>();
    private static final Map<TopicPartition, Long> POSITIONS = new HashMap<>();

    private static @Nullable KafkaProducer<String, byte[]> producer;
    private static @Nullable KafkaConsumer<String, byte[]> consumer;

    private TestEvents() {}

    /// @param json the data; the key is usually the aggregate's id
    public static void send(String topic, String key, String type, long sequence, String json) {
        send(topic, key, UUID.randomUUID(), type, sequence, json.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(
            String topic, String key, UUID eventId, String type, long sequence, byte @Nullable [] data) {
        send(event(topic, key, eventId, type, sequence, data));
    }

    /// A well-formed event that a test may spoil before it sends it.
    public static ProducerRecord<String, byte[]> event(
            String topic, @Nullable String key, UUID eventId, String type, long sequence, byte @Nullable [] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_epoch",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            producer().send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// One for all tests: to make one and to take leave of the broker takes longer than to send.
    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /// Every record on the topic with this key, oldest first, as far as the broker has it now.
    public static List<ConsumerRecord<String, byte[]>> on(String topic, String key) {
        return on(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    /// Every record on the topic as far as the broker has it now; in order within a partition. What was read once is
    /// remembered, and only what came after it is fetched.
    public static synchronized List<ConsumerRecord<String, byte[]>> on(String topic) {
        var reader = consumer();
        var partitions = reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        partitions.forEach(partition -> reader.seek(partition, POSITIONS.getOrDefault(partition, 0L)));
        var ends = reader.endOffsets(partitions);
        var found = READ.computeIfAbsent(topic, any -> new ArrayList<>());
        while (partitions.stream()
                .anyMatch(partition -> reader.position(partition) < ends.getOrDefault(partition, 0L))) {
            reader.poll(Duration.ofMillis(200)).forEach(found::add);
        }
        partitions.forEach(partition -> POSITIONS.put(partition, reader.position(partition)));
        return List.copyOf(found);
    }

    private static synchronized KafkaConsumer<String, byte[]> consumer() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrapServers(),
                            "max.poll.records",
                            10_000,
                            "auto.offset.reset",
                            "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }
        return consumer;
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
