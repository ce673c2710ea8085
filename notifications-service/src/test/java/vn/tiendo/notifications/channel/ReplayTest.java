package vn.tiendo.notifications.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.bean;
import static vn.tiendo.notifications.channel.ChannelWorld.contract;
import static vn.tiendo.notifications.channel.ChannelWorld.template;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.inbox.EventIntake;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.ChannelKind;

/// Every topic is read again from its first offset, by a consumer group whose offsets are set back at the
/// broker while it stands still, and handed to the same intake as ever. Nobody is told a second time, by no
/// channel.
@QuarkusTest
class ReplayTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 9);

    private final ChannelWorld world = new ChannelWorld();
    private final String group = "replay-" + UUID.randomUUID();
    private final String member = "member-" + UUID.randomUUID();
    private GreenMail server;
    private SmtpGate gate;
    private Gateway gateway;

    @BeforeEach
    void start() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 7, 30));
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        gate = new SmtpGate(server.getSmtp().getPort());
        gate.open();
        gateway = new Gateway();
        gateway.answer("/sms", 200, "{\"id\":\"s\"}");
    }

    @AfterEach
    void stop() {
        gateway.close();
        gate.close();
        server.stop();
        TestClock.setBack();
    }

    @Test
    void all_topics_read_again_from_offset_0_tell_nobody_a_second_time_by_any_channel() throws Exception {
        TestTree.give(world.subject, Role.CELL_SECRETARY, world.organisation);
        world.address("EMAIL", world.email);
        world.address("PHONE", world.phone);
        var contract = contract(world.organisation, ChannelKind.SMS, 1_000, "2000-01-01", null);
        template(contract, "REMINDER", "VI", "{noi_dung}", "APPROVED");
        wantSms();
        register();
        var assignment = TestWork.anAssignment(world.organisation, DUE).send();
        var registration = TestWork.aRegistration(UUID.randomUUID(), world.organisation, DUE)
                .contact(member, "vi", member + "@example.vn")
                .send("OWED");
        await().atMost(SOON)
                .until(() -> TestDatabase.count(
                                "select count(*) from reminder where duty_id in (?, ?) and status = 'PLANNED'",
                                assignment.id,
                                registration.id)
                        == 14);
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0, 30));
        await().atMost(SOON).untilAsserted(() -> assertThat(told()).containsExactly(2L, 3L, 3L, 2L, 1L, 1L, 0L));
        var before = told();

        assertThat(readAll()).containsAll(List.of(assignment.id.toString(), registration.id.toString()));
        setBack();
        for (var forgotten : List.of(assignment.id, registration.id, registration.memberId)) {
            TestWork.execute("delete from inbox where aggregateid = ?1", forgotten.toString());
        }
        TestWork.execute("delete from duty where id in (?1, ?2)", assignment.id, registration.id);
        assertThat(readAll()).containsAll(List.of(assignment.id.toString(), registration.id.toString()));

        assertThat(TestDatabase.count("select count(*) from duty where id in (?, ?)", assignment.id, registration.id))
                .isEqualTo(2);
        await().during(Duration.ofSeconds(4))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(told()).isEqualTo(before));
    }

    /// Notifications, rows of channels and what of them has ended, mails, messages by SMS, calls of the webhook, and
    /// what waits.
    private List<Long> told() {
        var people = new Object[] {world.subject, member};
        return List.of(
                TestDatabase.count("select count(*) from notification where recipient_subject in (?, ?)", people),
                TestDatabase.count(
                        "select count(*) from dispatch d join notification n on n.id = d.notification_id"
                                + " where n.recipient_subject in (?, ?)",
                        people),
                TestDatabase.count(
                        "select count(*) from dispatch d join notification n on n.id = d.notification_id"
                                + " where n.recipient_subject in (?, ?) and d.state <> 'PLANNED'",
                        people),
                mails(),
                (long) gateway.calls("/sms", world.phone).size(),
                (long) gateway.calls("/hook").size(),
                TestDatabase.count(
                        "select count(*) from webhook_delivery where organisation_id = ? and status = 'PENDING'",
                        world.organisation.id()));
    }

    /// To the two: what other tests have left to be tried again comes here too.
    private long mails() {
        var addresses = Set.of(world.email, member + "@example.vn");
        return Arrays.stream(server.getReceivedMessages())
                .flatMap(mail -> recipients(mail).stream())
                .filter(addresses::contains)
                .count();
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void wantSms() {
        given().auth()
                .oauth2(Tokens.of(world.subject))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("cells", List.of(Map.of("category", "REMINDER", "channel", "SMS", "on", true))))
                .put("/api/v1/preferences")
                .then()
                .statusCode(200);
    }

    private void register() {
        given().auth()
                .oauth2(Tokens.of(TestTree.aHolderOf(Role.ADMINISTRATOR, world.organisation)))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "organisationId",
                        world.organisation.id(),
                        "url",
                        gateway.url("/hook"),
                        "eventTypes",
                        List.of("*")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
    }

    /// From where the group stands to the end of every topic.
    ///
    /// @return keys of what was read
    private List<String> readAll() {
        var keys = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(topics());
            ConsumerRecords<String, byte[]> records;
            do {
                records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    bean(EventIntake.class).onBatch(records);
                    records.forEach(record -> keys.add(record.key()));
                }
            } while (!records.isEmpty() || consumer.assignment().isEmpty() || isBehind(consumer));
            consumer.commitSync();
        }
        return keys;
    }

    private static boolean isBehind(KafkaConsumer<?, ?> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /// As an operator does while the service is stopped.
    private void setBack() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(committed.values().stream()
                            .mapToLong(OffsetAndMetadata::offset)
                            .sum())
                    .isPositive();
            var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
            committed.keySet().forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
            assertThat(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                            .map(OffsetAndMetadata::offset)
                            .collect(Collectors.toSet()))
                    .containsExactly(0L);
        }
    }

    private static List<String> topics() {
        return List.of(ConfigProvider.getConfig()
                .getValue("mp.messaging.incoming.events.topics", String.class)
                .split(","));
    }

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
