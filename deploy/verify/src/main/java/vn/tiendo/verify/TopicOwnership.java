package vn.tiendo.verify;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kafka as design.md draws it: one writer per topic, restricted topics read only by those who need them, a dead-letter
/// topic beside each, and never more consumers than partitions. Says nothing of an overlay without topics.
public final class TopicOwnership implements Check {
    private static final String DEAD_LETTER = ".dead-letter";

    /// Topics that say something of persons, and who may read them.
    private static final Map<String, Set<String>> RESTRICTED = Map.of(
            "registrations.member-contact.v1", Set.of("notifications-service"),
            "registrations.registration.v1", Set.of("reporting-service", "notifications-service"),
            "registrations.nomination.v1", Set.of("plans-service", "reporting-service"));

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        var topics = overlay.of("KafkaTopic").map(TopicOwnership::nameOf).collect(toSet());
        overlay.of("KafkaTopic").forEach(topic -> checkTopic(overlay, topic, topics, findings));
        overlay.of("KafkaUser")
                .forEach(user -> topicsOf(user, null)
                        .filter(topic -> !topics.contains(topic))
                        .forEach(topic -> findings.add(Finding.of("acl-names-topic", user, "no topic " + topic))));
        overlay.of("KafkaUser")
                .filter(user -> user.items("/spec/authorization/acls")
                        .anyMatch(acl -> Manifest.text(acl, "/resource/type").equals("topic")
                                && !Manifest.text(acl, "/resource/patternType").equals("literal")))
                .forEach(user -> findings.add(Finding.of("acl-names-topic", user, "a topic by pattern")));
        overlay.of("Kafka").forEach(kafka -> {
            if (!kafka.text("/spec/kafka/authorization/type").equals("simple")) {
                findings.add(Finding.of("kafka-authorizes", kafka, "asks nobody for a right"));
            }
        });
        checkReplicas(overlay, findings);
        return findings;
    }

    private static void checkTopic(Overlay overlay, Manifest topic, Set<String> topics, List<Finding> findings) {
        var name = nameOf(topic);
        var replicas = topic.at("/spec/replicas").asInt();
        if (replicas < 3 || topic.at("/spec/config/min.insync.replicas").asInt() != replicas - 1) {
            findings.add(Finding.of("topic-survives-a-broker", topic, "one lost broker stops or loses it"));
        }
        var writers = usersWho("Write", name, overlay);
        var readers = usersWho("Read", name, overlay);
        if (name.endsWith(DEAD_LETTER)) {
            var source = name.substring(0, name.length() - DEAD_LETTER.length());
            if (!writers.equals(usersWho("Read", source, overlay))) {
                findings.add(Finding.of("dead-letter-writers", topic, writers + " write, others read its source"));
            }
            return;
        }
        if (!topics.contains(name + DEAD_LETTER)) {
            findings.add(Finding.of("dead-letter-exists", topic, "a record nobody can take would stop its consumers"));
        }
        if (!writers.equals(Set.of(name.substring(0, name.indexOf('.')) + "-service"))) {
            findings.add(Finding.of("one-writer", topic, "is written by " + writers));
        }
        if (readers.isEmpty()) {
            findings.add(Finding.of("topic-is-read", topic, "nobody may read it"));
        }
        var allowed = RESTRICTED.get(name);
        if (allowed != null && !allowed.containsAll(readers)) {
            findings.add(Finding.of("restricted-topic", topic, "is read by " + readers));
        }
    }

    private static void checkReplicas(Overlay overlay, List<Finding> findings) {
        var partitions = overlay.of("KafkaTopic")
                .filter(topic -> !nameOf(topic).endsWith(DEAD_LETTER))
                .mapToInt(topic -> topic.at("/spec/partitions").asInt())
                .min();
        partitions.ifPresent(fewest -> overlay.of("HorizontalPodAutoscaler").forEach(scaler -> {
            if (scaler.at("/spec/maxReplicas").asInt() > fewest) {
                findings.add(Finding.of("replicas-within-partitions", scaler, "more than " + fewest + " would idle"));
            }
        }));
    }

    static String nameOf(Manifest topic) {
        var stated = topic.text("/spec/topicName");
        return stated.isEmpty() ? topic.name() : stated;
    }

    private static Set<String> usersWho(String operation, String topic, Overlay overlay) {
        return overlay.of("KafkaUser")
                .filter(user -> topicsOf(user, operation).anyMatch(topic::equals))
                .map(Manifest::name)
                .collect(toSet());
    }

    static Stream<String> topicsOf(Manifest user, @Nullable String operation) {
        return user.items("/spec/authorization/acls")
                .filter(acl -> Manifest.text(acl, "/resource/type").equals("topic"))
                .filter(acl -> operation == null
                        || Manifest.items(acl, "/operations")
                                .anyMatch(allowed -> Set.of(operation, "All").contains(allowed.asText())))
                .map(acl -> Manifest.text(acl, "/resource/name"));
    }
}
