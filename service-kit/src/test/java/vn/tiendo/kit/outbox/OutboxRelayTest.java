package vn.tiendo.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.sample.Thing;
import vn.tiendo.kit.test.BrokerProxy;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;

/// The relay of the running service is held; the tests drive relays of their own, pass by pass.
@QuarkusTest
class OutboxRelayTest {

    private static final String TOPIC = "plans.activity.v1";

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Session session;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private HeldTask held;

    @BeforeEach
    void holdTheRelayOfTheService() {
        held = HeldTask.named("outbox-relay");
        drain(relay(bootstrapServers()));
    }

    @AfterEach
    void letItGo() {
        relays.forEach(relay -> relay.close(null));
        held.close();
    }

    @Test
    void events_of_a_key_arrive_in_their_order_and_the_rows_are_gone() {
        var things = IntStream.range(0, 5).mapToObj(i -> aThing()).toList();
        for (int round = 0; round < 20; round++) {
            things.forEach(this::change);
        }
        drain(relay(bootstrapServers()));
        for (var thing : things) {
            assertThat(sequencesOn(thing))
                    .isEqualTo(IntStream.rangeClosed(0, 20).boxed().toList());
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void headers_are_those_of_cloudevents_in_binary_mode() {
        var thing = aThing();
        drain(relay(bootstrapServers()));
        var record = TestEvents.on(TOPIC, thing.toString()).getFirst();
        assertThat(TestEvents.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(TestEvents.header(record, "ce_id")).version())
                .isEqualTo(7);
        assertThat(TestEvents.header(record, "ce_source")).isEqualTo("/sample");
        assertThat(TestEvents.header(record, "ce_type")).isEqualTo("plans.activity.held.v1");
        assertThat(TestEvents.header(record, "ce_subject")).isEqualTo(thing.toString());
        assertThat(OffsetDateTime.parse(TestEvents.header(record, "ce_time")).toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(TestEvents.header(record, "ce_sequence")).isEqualTo("0");
        assertThat(TestEvents.header(record, "ce_epoch")).isEqualTo("1");
        assertThat(TestEvents.header(record, "content-type")).isEqualTo("application/json");
        assertThat(new String(record.value())).contains("\"id\":\"" + thing + "\"");
    }

    @Test
    void a_tombstone_has_no_value() {
        var thing = aThing();
        QuarkusTransaction.requiringNew().run(() -> outbox.erase(Thing.STREAM, entities.find(Thing.class, thing)));
        drain(relay(bootstrapServers()));
        var last = TestEvents.on(TOPIC, thing.toString()).getLast();
        assertThat(last.value()).isNull();
        assertThat(TestEvents.header(last, "ce_sequence")).isEqualTo("1");
    }

    @Test
    void killed_between_acknowledgement_and_delete_it_sends_again_and_the_newest_stays_last() {
        var thing = aThing();
        change(thing);
        change(thing);
        var killed = relay(bootstrapServers());
        QuarkusTransaction.begin();
        killed.pass();
        QuarkusTransaction.rollback();
        assertThat(sequencesOn(thing)).containsExactly(0, 1, 2);
        assertThat(waiting()).isEqualTo(3);

        drain(relay(bootstrapServers()));
        assertThat(sequencesOn(thing)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(waiting()).isZero();
    }

    @Test
    void an_earlier_position_that_commits_later_is_not_lost() {
        var relay = relay(bootstrapServers());
        var late = new Thing(UUID.randomUUID(), "t/", UUID.randomUUID().toString());
        var early = new ArrayList<UUID>();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(late);
            outbox.add(Thing.STREAM, late, "held"); // takes the lower position and does not commit yet
            early.add(aThing());
            drain(relay);
            assertThat(sequencesOn(early.getFirst())).containsExactly(0);
            assertThat(sequencesOn(late.id())).isEmpty();
        });
        drain(relay);
        assertThat(sequencesOn(late.id())).containsExactly(0);
        assertThat(sequencesOn(early.getFirst())).containsExactly(0);
    }

    @Test
    void while_the_broker_is_away_writes_go_on_and_afterwards_everything_arrives_in_order() {
        try (var broker = new BrokerProxy(bootstrapServers())) {
            var relay = relay(broker.bootstrapServers());
            var thing = aThing();
            drain(relay);

            broker.shut();
            for (int i = 0; i < 10; i++) {
                change(thing);
            }
            assertThat(pass(relay)).isFalse();
            assertThat(waiting()).isEqualTo(10);
            change(thing);

            broker.reopen();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                pass(relay);
                return waiting() == 0;
            });
            var arrived = sequencesOn(thing);
            assertThat(arrived.stream().distinct().toList())
                    .isEqualTo(IntStream.rangeClosed(0, 11).boxed().toList());
            assertThat(arrived.getLast()).isEqualTo(11);
        }
    }

    @Test
    void what_is_still_under_way_is_waited_for_when_something_before_it_failed() {
        var last = new CompletableFuture<RecordMetadata>();
        var acknowledgements = List.<Future<RecordMetadata>>of(
                CompletableFuture.completedFuture(null),
                CompletableFuture.failedFuture(new IllegalStateException("refused")),
                last);
        var counting = CompletableFuture.supplyAsync(() -> OutboxRelay.acknowledged(acknowledgements));
        await().during(Duration.ofMillis(300)).until(() -> !counting.isDone());
        last.complete(null);
        assertThat(counting.join()).isOne();
    }

    @Test
    void a_broker_that_was_never_there_holds_a_pass_up_once_and_not_per_event() {
        try (var broker = new BrokerProxy(bootstrapServers())) {
            broker.shut();
            var relay = relay(broker.bootstrapServers());
            var thing = aThing();
            for (int i = 0; i < 30; i++) {
                change(thing);
            }
            var began = System.nanoTime();
            assertThat(pass(relay)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(waiting()).isEqualTo(31);
        }
        drain(relay(bootstrapServers()));
    }

    @Test
    void gauges_tell_how_many_wait_and_for_how_long_and_say_nan_where_nobody_measures() {
        var idle = relay(bootstrapServers());
        idle.register(null);
        assertThat(meters.get("tiendo.outbox.pending").gauge().value()).isNaN();
        meters.clear();

        var leader = relay(bootstrapServers());
        leader.register(null);
        aThing();
        aThing();
        pass(leader); // measures before it sends
        assertThat(meters.get("tiendo.outbox.pending").gauge().value()).isEqualTo(2);
        assertThat(meters.get("tiendo.outbox.oldest.milliseconds").gauge().value())
                .isBetween(0.0, 60_000.0);
    }

    @Test
    void a_batch_is_bounded_and_says_that_there_is_more() {
        var relay = relay(bootstrapServers());
        relay.batch = 4;
        var thing = aThing();
        for (int i = 0; i < 5; i++) {
            change(thing);
        }
        assertThat(pass(relay)).isTrue();
        assertThat(waiting()).isEqualTo(2);
        assertThat(pass(relay)).isFalse();
        assertThat(sequencesOn(thing)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private OutboxRelay relay(String servers) {
        var relay = new OutboxRelay();
        relay.session = session;
        relay.meters = meters;
        relay.kafka = new HashMap<>(kafka);
        relay.kafka.put("bootstrap.servers", servers);
        relay.batch = 500;
        relay.poll = Duration.ofMillis(100);
        relay.deliveryTimeout = Duration.ofSeconds(2);
        relays.add(relay);
        return relay;
    }

    private static boolean pass(OutboxRelay relay) {
        return QuarkusTransaction.requiringNew().call(relay::pass);
    }

    private static void drain(OutboxRelay relay) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            while (pass(relay)) {}
            return waiting() == 0;
        });
    }

    private UUID aThing() {
        var thing = new Thing(UUID.randomUUID(), "t/", UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(thing);
            outbox.add(Thing.STREAM, thing, "held");
        });
        return thing.id();
    }

    private void change(UUID thing) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(Thing.STREAM, entities.find(Thing.class, thing), "corrected"));
    }

    private static List<Integer> sequencesOn(UUID thing) {
        return TestEvents.on(TOPIC, thing.toString()).stream()
                .map(record -> Integer.valueOf(TestEvents.header(record, "ce_sequence")))
                .toList();
    }

    private static long waiting() {
        return TestDatabase.count("select count(*) from outbox");
    }

    private String bootstrapServers() {
        return String.valueOf(kafka.get("bootstrap.servers"));
    }
}
