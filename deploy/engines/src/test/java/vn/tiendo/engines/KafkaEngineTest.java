package vn.tiendo.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEngineTest {
    private final KafkaEngine shared = Engines.startForTests().kafka();

    @Test
    void every_topic_exists_once_with_its_dead_letters() throws Exception {
        shared.createTopics(Topics.all());

        try (var admin = admin(shared)) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topics.Topic::name).collect(Collectors.toSet()));
        }
        assertThat(Topics.all()).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void contacts_are_compacted_within_a_day_and_dead_letters_deleted_after_thirty() throws Exception {
        var contacts = new ConfigResource(ConfigResource.Type.TOPIC, "registrations.member-contact.v1");
        var letters = new ConfigResource(ConfigResource.Type.TOPIC, Topics.deadLetterOf("plans.plan.v1"));

        try (var admin = admin(shared)) {
            var configurations =
                    admin.describeConfigs(List.of(contacts, letters)).all().get();
            assertThat(configurations.get(contacts))
                    .satisfies(found ->
                            assertThat(found.get("cleanup.policy").value()).isEqualTo("compact"))
                    .satisfies(found -> assertThat(
                                    found.get("max.compaction.lag.ms").value())
                            .isEqualTo("86400000"));
            assertThat(configurations.get(letters))
                    .satisfies(found ->
                            assertThat(found.get("retention.ms").value()).isEqualTo("2592000000"));
        }
    }

    @Test
    void an_unknown_topic_does_not_come_into_being() {
        try (var producer = producer(shared, 500)) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("plans.nothing.v1", "k", "v"))
                            .get())
                    .isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void what_is_produced_is_consumed_in_order_per_key() throws Exception {
        try (var producer = producer(shared, 10_000)) {
            for (int i = 0; i < 20; i++) producer.send(new ProducerRecord<>("plans.activity.v1", "key", "v" + i));
            producer.flush();
        }

        assertThat(consume(shared, "plans.activity.v1", "one-group", 20))
                .hasSize(20)
                .startsWith("v0", "v1");
    }

    @Test
    void a_persistent_broker_keeps_topics_events_and_offsets(@TempDir Path directory) throws Exception {
        var ports = FreePort.several(2);
        var settings = KafkaEngine.Settings.persistent(directory.resolve("kafka"), ports.getFirst(), ports.getLast());
        var topic = Topics.Topic.compacted("kept.thing.v1");
        try (var first = KafkaEngine.start(settings);
                var producer = producer(first, 10_000)) {
            first.createTopics(List.of(topic));
            producer.send(new ProducerRecord<>(topic.name(), "k1", "before")).get();
            assertThat(consume(first, topic.name(), "group", 1)).containsExactly("before");
        }

        try (var second = KafkaEngine.start(settings);
                var producer = producer(second, 10_000)) {
            second.createTopics(List.of(topic));
            producer.send(new ProducerRecord<>(topic.name(), "k1", "after")).get();
            assertThat(consume(second, topic.name(), "group", 1)).containsExactly("after");
            assertThat(consume(second, topic.name(), "newcomer", 2)).containsExactly("before", "after");
        }
    }

    private static List<String> consume(KafkaEngine engine, String topic, String group, int count) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        engine.bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline)
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            consumer.commitSync();
        }
        return values;
    }

    private static KafkaProducer<String, String> producer(KafkaEngine engine, int maxBlockMillis) {
        return new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", engine.bootstrapServers(), "acks", "all", "max.block.ms", maxBlockMillis),
                new StringSerializer(),
                new StringSerializer());
    }

    private static Admin admin(KafkaEngine engine) {
        return Admin.create(Map.of("bootstrap.servers", engine.bootstrapServers()));
    }
}
