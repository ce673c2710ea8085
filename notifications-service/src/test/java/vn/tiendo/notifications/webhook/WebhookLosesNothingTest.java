package vn.tiendo.notifications.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.kit.test.TestTree.LONG_AGO;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.inbox.EventIntake;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;

/// Nothing that happened is kept from a webhook, whatever comes together, stands still or is not known yet.
@QuarkusTest
class WebhookLosesNothingTest {

    private static final String PATH = "/api/v1/webhooks";
    private static final String PLANS = "plans.plan.v1";
    private static final LocalDate DAY = LocalDate.of(2031, 5, 5);

    @Inject
    EventIntake intake;

    @Inject
    ReachRepository organisations;

    private KnownOrganisation province;
    private String administrator;
    private Receiver receiver;

    @BeforeEach
    void grow() {
        province = TestTree.aRoot();
        administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, province);
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void events_of_one_thing_that_arrive_together_are_all_told() {
        var id = register(receiver);
        var plan = UUID.randomUUID();
        arriveTogether(plan(plan, "issued", 1), plan(plan, "amended", 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() >= 2);
        assertThat(logOf(id, "type")).containsExactlyInAnyOrder("plans.plan.issued.v1", "plans.plan.amended.v1");
    }

    @Test
    void the_backlog_of_one_that_fails_hides_nobody_elses_messages() {
        receiver.answer(500);
        var failing = register(receiver);
        TestWork.execute("""
                insert into webhook_delivery (id, webhook_id, event_id, type, organisation_id, payload, status, attempts,
                  next_attempt_at, created_at)
                select gen_random_uuid(), cast(?1 as uuid), gen_random_uuid(), 'plans.plan.issued.v1', ?2, '{}', 'PENDING', 0,
                       now() - interval '1 day', now()
                  from generate_series(1, 1500)""", failing, province.id());
        try (var quick = new Receiver()) {
            register(quick);
            TestWork.anAssignment(province, DAY).send();
            await().atMost(Duration.ofSeconds(20)).until(() -> quick.calls().size() == 1);
        } finally {
            TestWork.execute("delete from webhook where id = cast(?1 as uuid)", failing);
        }
    }

    /// The message is written by somebody who still saw the webhook disabled, after what was held has been let go.
    @Test
    void what_is_written_while_the_webhook_is_enabled_goes_out() throws SQLException {
        var id = register(receiver);
        command(id, "disablement", Map.of("reason", "Bảo trì"));
        var plan = plan(UUID.randomUUID(), "issued", 1);
        try (var other = TestDatabase.connect()) {
            other.setAutoCommit(false);
            try (var insert = other.prepareStatement("""
                    insert into webhook_delivery (id, webhook_id, event_id, type, organisation_id, payload, status, attempts,
                      created_at) values (gen_random_uuid(), ?::uuid, ?::uuid, '', ?, '', 'PENDING', 0, now())""")) {
                insert.setString(1, id);
                insert.setString(2, TestEvents.header(arrived(plan), "ce_id"));
                insert.setObject(3, province.id());
                insert.executeUpdate();
            }
            TestEvents.send(plan);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> TestDatabase.count("select count(*) from pg_locks where not granted") > 0);
            command(id, "enablement", Map.of());
            other.rollback();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() == 1);
    }

    /// As a replica of an earlier version leaves it while the service is updated.
    @Test
    void what_was_held_back_by_an_earlier_version_goes_out_when_the_webhook_is_enabled() {
        var id = register(receiver);
        command(id, "disablement", Map.of("reason", "Bảo trì"));
        TestEvents.send(plan(UUID.randomUUID(), "issued", 1));
        var held = "select cast(count(*) as text) from webhook_delivery where webhook_id = cast(?1 as uuid)";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestWork.rows(held, id).equals(List.of("1")));
        TestWork.execute("update webhook_delivery set status = 'HELD' where webhook_id = cast(?1 as uuid)", id);
        command(id, "enablement", Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() == 1);
    }

    @Test
    void what_happens_in_an_organisation_that_is_not_known_yet_is_told_when_it_is() {
        register(receiver);
        var early = new KnownOrganisation(
                Uuid7.next(), "early", "Chi bộ mới", "CELL", province.id(), province.path() + "early/", LONG_AGO, null);
        TestWork.anAssignment(early, DAY).send();
        var second = TestWork.anAssignment(province, DAY).send();
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() == 1);
        assertThat(receiver.calls().getFirst().body()).contains(second.id.toString());
        QuarkusTransaction.requiringNew().run(() -> organisations.put(early));
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().getLast().body()).contains(early.id().toString());
    }

    @Test
    void a_secret_that_cannot_be_read_any_more_stops_its_own_webhook_alone() {
        var unreadable = register(receiver);
        TestWork.execute(
                "update webhook_secret set sealed = ?2 where webhook_id = cast(?1 as uuid)",
                unreadable,
                "A".repeat(64));
        try (var readable = new Receiver()) {
            register(readable);
            TestWork.anAssignment(province, DAY).send();
            await().atMost(Duration.ofSeconds(20)).until(() -> readable.calls().size() == 1);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> logOf(unreadable, "lastFault").equals(List.of("secret-unreadable")));
    }

    /// As one poll brings them.
    @SafeVarargs
    private void arriveTogether(ProducerRecord<String, byte[]>... sent) {
        var partition = new TopicPartition(PLANS, 0);
        var records = Arrays.stream(sent).map(WebhookLosesNothingTest::arrived).toList();
        intake.onBatch(new ConsumerRecords<>(Map.of(partition, records), Map.of()));
    }

    private static ConsumerRecord<String, byte[]> arrived(ProducerRecord<String, byte[]> sent) {
        var arrived = new ConsumerRecord<>(PLANS, 0, 0, sent.key(), sent.value());
        sent.headers().forEach(arrived.headers()::add);
        return arrived;
    }

    private ProducerRecord<String, byte[]> plan(UUID id, String what, long sequence) {
        var state = "{\"id\":\"%s\",\"organisationId\":\"%s\",\"title\":\"Kế hoạch\"}".formatted(id, province.id());
        return TestEvents.event(
                PLANS,
                id.toString(),
                UUID.randomUUID(),
                "plans.plan." + what + ".v1",
                sequence,
                state.getBytes(StandardCharsets.UTF_8));
    }

    private String register(Receiver to) {
        var made =
                post(PATH, Map.of("organisationId", province.id(), "url", to.url("/hook"), "eventTypes", List.of("*")));
        made.then().statusCode(201);
        return made.path("webhook.id");
    }

    private List<String> logOf(String webhook, String field) {
        return given().auth()
                .oauth2(Tokens.of(administrator))
                .get(PATH + "/" + webhook + "/deliveries")
                .path("items." + field);
    }

    private void command(String webhook, String what, Object body) {
        given().auth()
                .oauth2(Tokens.of(administrator))
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + "/" + webhook + "/" + what)
                .then()
                .statusCode(200);
    }

    private Response post(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of(administrator))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }
}
