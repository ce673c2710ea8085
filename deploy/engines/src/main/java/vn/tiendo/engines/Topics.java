package vn.tiendo.engines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every topic of the system. Brokers never create one by themselves: a consumer that finds its dead-letter topic
/// missing would stop.
public final class Topics {
    private static final int PARTITIONS = 8;
    private static final Duration TOMBSTONES_STAY = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_STAY = Duration.ofDays(30);
    /// After a person's erasure the old value may lie on the topic for this long.
    private static final Duration CONTACTS_ERASED_WITHIN = Duration.ofHours(24);

    private static final List<String> NAMES = List.of(
            "plans.organisation.v1",
            "plans.post.v1",
            "plans.calendar.v1",
            "plans.plan.v1",
            "plans.assignment.v1",
            "plans.activity.v1",
            "registrations.campaign.v1",
            "registrations.registration.v1",
            "registrations.unit-summary.v1",
            "registrations.nomination.v1",
            "registrations.member-contact.v1",
            "reporting.report.v1",
            "notifications.delivery.v1");

    private Topics() {}

    /// A topic as it is to be created.
    public record Topic(String name, int partitions, Map<String, String> configuration) {
        /// The newest event of each key stays for ever.
        public static Topic compacted(String name) {
            return new Topic(
                    name, PARTITIONS, Map.of("cleanup.policy", "compact", "delete.retention.ms", ms(TOMBSTONES_STAY)));
        }

        /// As compacted, and an overwritten value is gone within a bounded time however little traffic there is.
        static Topic compactedWithin(String name, Duration bound) {
            return new Topic(
                    name,
                    PARTITIONS,
                    Map.of(
                            "cleanup.policy",
                            "compact",
                            "delete.retention.ms",
                            ms(TOMBSTONES_STAY),
                            "max.compaction.lag.ms",
                            ms(bound)));
        }

        /// What consumers could not apply, kept until somebody has looked at it.
        public static Topic deadLetterOf(String name) {
            return new Topic(
                    Topics.deadLetterOf(name),
                    1,
                    Map.of("cleanup.policy", "delete", "retention.ms", ms(DEAD_LETTERS_STAY)));
        }

        private static String ms(Duration duration) {
            return Long.toString(duration.toMillis());
        }
    }

    public static List<Topic> all() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                        name.startsWith("registrations.member-contact.")
                                ? Topic.compactedWithin(name, CONTACTS_ERASED_WITHIN)
                                : Topic.compacted(name),
                        Topic.deadLetterOf(name)))
                .toList();
    }

    public static String deadLetterOf(String topic) {
        return topic + ".dead-letter";
    }
}
