package vn.tiendo.verify;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.engines.Topics;

/// The cluster's topics are those that the embedded broker is given, or a test would run on other topics than
/// production.
class TopicsTest {
    private record Declared(int partitions, Map<String, String> configuration) {}

    @Test
    void production_declares_the_topics_of_the_embedded_broker_and_configures_them_alike() {
        var expected = Topics.all().stream()
                .collect(toMap(Topics.Topic::name, topic -> new Declared(topic.partitions(), topic.configuration())));
        var declared = Repository.overlay("production")
                .of("KafkaTopic")
                .collect(toMap(
                        TopicOwnership::nameOf,
                        topic -> new Declared(topic.at("/spec/partitions").asInt(), configurationOf(topic))));
        assertThat(declared).isEqualTo(expected);
    }

    /// Replication is the cluster's own affair: an embedded broker is alone.
    private static Map<String, String> configurationOf(Manifest topic) {
        var configuration = Manifest.labels(topic.at("/spec/config"));
        configuration.remove("min.insync.replicas");
        return configuration;
    }
}
