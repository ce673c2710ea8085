package vn.tiendo.verify;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource("services")
    void a_service_may_read_the_topics_it_consumes_in_the_group_it_joins(String service) throws IOException {
        var configuration = Repository.configurationOf(service);
        var user = Repository.overlay("production").get("KafkaUser", service);
        assertThat(TopicOwnership.topicsOf(user, "Read"))
                .contains(configuration
                        .getProperty("mp.messaging.incoming.events.topics")
                        .split(","));
        assertThat(user.items("/spec/authorization/acls")
                        .filter(acl -> Manifest.text(acl, "/resource/type").equals("group"))
                        .map(acl -> Manifest.text(acl, "/resource/name")))
                .containsExactly(configuration.getProperty("quarkus.application.name"));
    }

    static Stream<String> services() {
        return Repository.SERVICES.stream();
    }

    /// Replication is the cluster's own affair: an embedded broker is alone.
    private static Map<String, String> configurationOf(Manifest topic) {
        var configuration = Manifest.labels(topic.at("/spec/config"));
        configuration.remove("min.insync.replicas");
        return configuration;
    }
}
