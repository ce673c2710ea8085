package vn.tiendo.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.sample.SamplePlans;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;

/// Over the real broker, from a producer's record to the effect or the dead letter.
@QuarkusTest
class EventIntakeTest {

    private static final String TOPIC = "plans.plan.v1";
    private static final String TYPE = "plans.plan.issued.v1";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    DeadLetters deadLetters;

    @Inject
    DeadLetterKeeping keeping;

    @Inject
    SamplePlans plans;

    @Inject
    SamplePlans.Watch watch;

    @Inject
    AgroalDataSource pool;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/dead-letters", management = true)
    URI management;

    private final UUID plan = UUID.randomUUID();

    @Test
    void an_event_takes_effect_once_however_often_it_comes() {
        var id = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            TestEvents.send(TOPIC, plan.toString(), id, TYPE, 1, state("one"));
        }
        awaitStates("one");
        send(2, "last");
        awaitStates("one last");
    }

    @Test
    void what_comes_again_is_not_late() {
        var lag = meters.timer("tiendo.events.lag", "topic", TOPIC);
        var taken = meters.counter("tiendo.events.taken", "topic", TOPIC);
        var lagBefore = lag.totalTime(TimeUnit.HOURS);
        var takenBefore = taken.count();
        send(1, "one");
        awaitStates("one");
        TestEvents.send(with("ce_time", OffsetDateTime.now().minusDays(1).toString()));
        await().atMost(SOON).until(() -> taken.count() >= takenBefore + 2);
        assertThat(lag.totalTime(TimeUnit.HOURS) - lagBefore).isLessThan(1);
    }

    @Test
    void an_older_state_is_ignored() {
        send(5, "five");
        awaitStates("five"); // of what comes together only the newest takes effect
        send(3, "three");
        send(6, "six");
        awaitStates("five six");
    }

    @Test
    void an_unknown_type_and_unknown_fields_are_no_fault_because_the_state_is_whole() {
        TestEvents.send(
                TOPIC,
                plan.toString(),
                "plans.plan.some-news.v1",
                1,
                "{\"id\":\"" + plan + "\",\"title\":\"one\",\"news\":{\"a\":[1]}}");
        awaitStates("one");
    }

    @Test
    void two_handlers_of_one_topic_both_see_it() {
        var before = watch.seen();
        send(1, "one");
        awaitStates("one");
        await().atMost(SOON).until(() -> watch.seen() > before);
    }

    @Test
    void a_tombstone_erases_and_older_states_stay_away() {
        send(1, "one");
        awaitStates("one");
        TestEvents.send(TOPIC, plan.toString(), UUID.randomUUID(), TYPE, 3, null);
        await().atMost(SOON).until(() -> states().isEmpty());
        send(2, "two");
        send(4, "four");
        awaitStates("four");
    }

    @Test
    void malformed_json_goes_to_the_dead_letters() {
        isDeadLettered("malformed-json", record("{\"id\":"));
        isDeadLettered("malformed-json", record(""));
        isDeadLettered("malformed-json", record("{\"id\":\"" + plan + "\",\"title\":\"x\"} and more"));
    }

    @Test
    void data_that_does_not_fit_goes_to_the_dead_letters() {
        isDeadLettered("unreadable-data", record("{\"id\":\"no uuid, but Nguyễn Văn A\",\"title\":\"x\"}"));
        isDeadLettered("unreadable-data", record("[1, 2]"));
        isDeadLettered("no-data", record("null"));
    }

    @Test
    void a_broken_envelope_goes_to_the_dead_letters() {
        for (var header : List.of("ce_specversion", "ce_id", "ce_type", "ce_time", "ce_sequence", "ce_epoch")) {
            isDeadLettered("malformed-envelope", without(header));
        }
        isDeadLettered("malformed-envelope", with("ce_specversion", "2.0"));
        isDeadLettered("malformed-envelope", with("ce_sequence", "many"));
        isDeadLettered("malformed-envelope", with("ce_time", "yesterday"));
        isDeadLettered("malformed-envelope", with("ce_id", "x\u0000\r\ny=z"));
    }

    @Test
    void a_record_with_an_empty_key_goes_to_the_dead_letters() {
        var id = UUID.randomUUID();
        TestEvents.send(TestEvents.event(TOPIC, "", id, TYPE, 1, state("one"))); // none at all the broker refuses
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(announcements(id.toString())).hasSize(1));
        assertThat(text(announcements(id.toString()).getFirst())).contains("\"reason\":\"no-key\"");
    }

    @Test
    void a_key_that_no_database_stores_neither_stops_the_channel_nor_is_lost() {
        var id = UUID.randomUUID();
        TestEvents.send(TestEvents.event(TOPIC, "\u0000" + plan, id, TYPE, 1, state("one")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(announcements(id.toString())).hasSize(1));
        send(1, "after");
        awaitStates("after");
    }

    @Test
    void a_handler_that_throws_leaves_nothing_behind_but_one_dead_letter_with_a_code() {
        isDeadLettered("handler-failed", record("{\"id\":\"" + plan + "\",\"title\":\"poison\"}"));
        assertThat(states()).isEmpty();
    }

    @Test
    void others_do_not_wait_for_every_try_of_what_fails() {
        var poisoned = new ArrayList<String>();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 20; i++) {
            var id = UUID.randomUUID();
            poisoned.add(id.toString());
            var data = "{\"id\":\"" + id + "\",\"title\":\"poison\"}";
            records.add(inPartitionZero(id, data));
        }
        records.add(inPartitionZero(plan, "{\"id\":\"" + plan + "\",\"title\":\"healthy\"}"));
        records.forEach(TestEvents::send);
        var began = System.nanoTime();
        awaitStates("healthy");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(Duration.ofSeconds(5)); // all tries of all twenty rest for six
        await().atMost(SOON)
                .until(() -> waiting().stream()
                                .filter(letter -> poisoned.contains(letter.key()))
                                .count()
                        == 20);
    }

    @Test
    void replaying_heals_what_has_been_mended_and_only_once() {
        send(1, "poison");
        var letter = awaitLetter();
        plans.mend(plan);
        assertThat(deadLetters.replay(letter.id())).isTrue();
        assertThat(states()).containsExactly("poison");
        assertThat(deadLetters.replay(letter.id())).isFalse();
        assertThat(waiting()).doesNotContain(letter);
    }

    @Test
    void the_management_port_lists_and_replays() {
        send(1, "poison");
        var letter = awaitLetter();
        given().get(management)
                .then()
                .statusCode(200)
                .body("find { it.id == " + letter.id() + " }.reason", is("handler-failed"))
                .body("find { it.id == " + letter.id() + " }.key", is(plan.toString()));
        given().post(management + "/" + letter.id() + "/replay")
                .then()
                .statusCode(409)
                .body("replayed", is(false));
        assertThat(waiting()).contains(letter);

        plans.mend(plan);
        given().post(management + "/" + letter.id() + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", is(true));
        assertThat(states()).containsExactly("poison");
        given().post(management + "/" + letter.id() + "/replay").then().statusCode(404);
        given().post(management + "/x/replay").then().statusCode(404);
    }

    @Test
    void replaying_what_a_newer_state_has_overtaken_changes_nothing() {
        try (var held = HeldTask.named(keeping.name())) {
            send(1, "poison");
            var letter = awaitLetter();
            send(2, "newer");
            awaitStates("newer");
            plans.mend(plan);
            assertThat(deadLetters.replay(letter.id())).isTrue();
            assertThat(states()).containsExactly("newer");
        }
    }

    @Test
    void a_dead_letter_that_a_newer_state_has_overtaken_is_forgotten_and_one_that_is_newer_stays() {
        try (var held = HeldTask.named(keeping.name())) {
            send(1, "poison");
            var overtaken = awaitLetter();
            send(2, "two");
            awaitStates("two");
            send(3, "poison");
            await().atMost(SOON).until(() -> lettersOf(plan).size() == 2);
            QuarkusTransaction.requiringNew().call(keeping::pass);
            assertThat(lettersOf(plan)).hasSize(1).doesNotContain(overtaken);
        }
    }

    @Test
    void while_the_database_is_away_nothing_is_judged_and_afterwards_it_takes_effect() throws SQLException {
        var all = new ArrayList<Connection>();
        try {
            takeEveryConnection(all);
            send(1, "one");
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> states().isEmpty());
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
        awaitStates("one");
        assertThat(lettersOf(plan)).isEmpty();
    }

    @Test
    void the_channel_survives_a_database_that_is_away_for_longer_than_a_minute() {
        assertThat(ConfigProvider.getConfig()
                        .getValue("mp.messaging.incoming.events.throttled.unprocessed-record-max-age.ms", int.class))
                .isZero();
    }

    private void takeEveryConnection(List<Connection> all) {
        try {
            while (true) {
                all.add(pool.getConnection());
            }
        } catch (SQLException none) {
            assertThat(none.getMessage()).contains("cquisition timeout");
        }
    }

    /// Exactly once, with a code and no word of the record, and the channel goes on.
    private void isDeadLettered(String reason, ProducerRecord<String, byte[]> record) {
        var key = UUID.randomUUID().toString();
        var spoilt = new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers());
        TestEvents.send(spoilt);
        var next = UUID.randomUUID().toString();
        TestEvents.send(TestEvents.event(TOPIC, next, UUID.randomUUID(), TYPE, 1, healthy(next)));
        await().atMost(SOON)
                .until(() -> TestDatabase.count("select count(*) from seen_plan where id = ?::uuid", next) == 1);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(TestEvents.on(TOPIC + ".dead-letter", key)).hasSize(1));
        assertThat(TestDatabase.ask("select reason from dead_letter where record_key = ?", key))
                .as("replayable")
                .containsExactly(reason);
        var announced = TestEvents.on(TOPIC + ".dead-letter", key).getFirst();
        assertThat(text(announced))
                .contains("\"reason\":\"" + reason + "\"", "\"topic\":\"" + TOPIC + "\"")
                .doesNotContain("Nguyễn", "title", "poison");
        assertThat(TestEvents.header(announced, "ce_type")).isEqualTo(reason);
    }

    private ProducerRecord<String, byte[]> record(String data) {
        return TestEvents.event(
                TOPIC, plan.toString(), UUID.randomUUID(), TYPE, 1, data.getBytes(StandardCharsets.UTF_8));
    }

    private ProducerRecord<String, byte[]> without(String header) {
        return spoilt(record -> record.headers().remove(header));
    }

    private ProducerRecord<String, byte[]> with(String header, String value) {
        return spoilt(record -> record.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8)));
    }

    private ProducerRecord<String, byte[]> spoilt(Consumer<ProducerRecord<String, byte[]>> how) {
        var record = record("{\"id\":\"" + plan + "\",\"title\":\"x\"}");
        how.accept(record);
        return record;
    }

    private ProducerRecord<String, byte[]> inPartitionZero(UUID id, String data) {
        var event = TestEvents.event(
                TOPIC, id.toString(), UUID.randomUUID(), TYPE, 1, data.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(TOPIC, 0, id.toString(), event.value(), event.headers());
    }

    private static byte[] healthy(String id) {
        return ("{\"id\":\"" + id + "\",\"title\":\"healthy\"}").getBytes(StandardCharsets.UTF_8);
    }

    private void send(long sequence, String title) {
        TestEvents.send(TOPIC, plan.toString(), UUID.randomUUID(), TYPE, sequence, state(title));
    }

    private byte[] state(String title) {
        return ("{\"id\":\"" + plan + "\",\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private void awaitStates(String states) {
        await().atMost(SOON).untilAsserted(() -> assertThat(states()).containsExactly(states));
    }

    private List<String> states() {
        return TestDatabase.ask("select states from seen_plan where id = ?", plan);
    }

    private DeadLetters.DeadLetter awaitLetter() {
        await().atMost(SOON).until(() -> lettersOf(plan).size() == 1);
        return lettersOf(plan).getFirst();
    }

    private List<DeadLetters.DeadLetter> lettersOf(UUID id) {
        return waiting().stream()
                .filter(letter -> id.toString().equals(letter.key()))
                .toList();
    }

    private List<DeadLetters.DeadLetter> waiting() {
        return deadLetters.waiting(10_000);
    }

    private static List<ConsumerRecord<String, byte[]>> announcements(String words) {
        return TestEvents.on(TOPIC + ".dead-letter").stream()
                .filter(record -> text(record).contains(words))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
