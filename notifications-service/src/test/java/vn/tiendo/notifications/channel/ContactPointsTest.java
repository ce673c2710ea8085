package vn.tiendo.notifications.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.inboxOf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.ChannelKind;

/// How people say where they are reached, and what happens when they are not.
@QuarkusTest
class ContactPointsTest {

    private static final String PATH = "/api/v1/contact-points";
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{8}\\b");

    private static GreenMail server;
    private static SmtpGate gate;

    private final String subject = "clerk-" + UUID.randomUUID();
    private final String email = subject + "@example.vn";

    @BeforeAll
    static void start() {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        gate = new SmtpGate(server.getSmtp().getPort());
        gate.open();
    }

    @AfterAll
    static void stop() {
        gate.close();
        server.stop();
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void an_address_gets_nothing_but_its_code_until_the_code_comes_back() {
        var id = add("EMAIL", email)
                .then()
                .statusCode(201)
                .body("state", is("UNCONFIRMED"))
                .extract()
                .<String>path("id");
        var code = codeFor(email, 1);
        assertThat(TestDatabase.ask("select code_hash from contact_point where id = ?", UUID.fromString(id))
                        .getFirst())
                .doesNotContain(code);
        confirm(id, code.equals("00000000") ? "00000001" : "00000000")
                .then()
                .statusCode(422)
                .body("type", is("/problems/code-wrong"));
        confirm(id, code).then().statusCode(200).body("state", is("ACTIVE")).body("confirmedAt", notNullValue());
        confirm(id, code).then().statusCode(409).body("type", is("/problems/contact-point-is-active"));
        as(subject).get(PATH).then().body("items.address", is(List.of(email))).body("items.source", is(List.of("OWN")));
        as("somebody-else")
                .get(PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/contact-point-not-found"));
    }

    @Test
    void five_tries_and_no_more_whatever_else_fails() {
        var id = add("EMAIL", email).<String>path("id");
        var code = codeFor(email, 1);
        for (int i = 0; i < 5; i++) {
            confirm(id, code.startsWith("1") ? "22222222" : "11111111").then().statusCode(422);
        }
        confirm(id, code).then().statusCode(409).body("type", is("/problems/code-tries-used-up"));
        as(subject).post(PATH + "/" + id + "/codes").then().statusCode(409).body("type", is("/problems/code-too-soon"));
        TestWork.execute(
                "update contact_point set code_sent_at = code_sent_at - interval '2 minutes' where id = ?1",
                UUID.fromString(id));
        as(subject).post(PATH + "/" + id + "/codes").then().statusCode(202);
        confirm(id, codeFor(email, 2)).then().statusCode(200);
    }

    @Test
    void a_code_expires_in_real_time() {
        var id = add("EMAIL", email).<String>path("id");
        var code = codeFor(email, 1);
        TestWork.execute(
                "update contact_point set code_sent_at = code_sent_at - interval '31 minutes' where id = ?1",
                UUID.fromString(id));
        confirm(id, code).then().statusCode(409).body("type", is("/problems/code-expired"));
    }

    @Test
    void what_is_no_address_is_refused() {
        for (var wrong : List.of("a@b", "x@example.vn\r\nBcc: y@example.vn", "a b@example.vn", "@example.vn")) {
            add("EMAIL", wrong).then().statusCode(422).body("type", is("/problems/contact-address-unfit"));
        }
        ChannelWorld.template(
                ChannelWorld.contract(TestTree.aRoot(), ChannelKind.SMS, 1000, "2000-01-01", null),
                "CODE",
                "VI",
                "Mã của bạn là {ma}",
                "APPROVED");
        add("PHONE", "12ab").then().statusCode(422);
        add("PHONE", "090 123 4567").then().statusCode(201).body("address", is("84901234567"));
        add("WEB_PUSH", "https://push.example/x").then().statusCode(422);
        add("FAX", "1").then().statusCode(400);
        add("PHONE", "+84 90 123 4567")
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-contact-point-per-address"));
    }

    @Test
    void ten_addresses_are_enough_and_one_that_is_removed_is_gone() {
        var id = "";
        for (int i = 0; i < 10; i++) {
            id = add("EMAIL", i + email).<String>path("id");
        }
        add("EMAIL", email).then().statusCode(409).body("type", is("/problems/too-many-contact-points"));
        as(subject).delete(PATH + "/" + id).then().statusCode(428);
        as(subject).header("If-Match", "*").delete(PATH + "/" + id).then().statusCode(204);
        as(subject).get(PATH).then().body("items", hasSize(9));
    }

    @Test
    void kept_answers_do_not_outlast_an_address() {
        var id = as(subject)
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "EMAIL", "address", email))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(answersNaming(email)).isOne();
        as(subject).header("If-Match", "*").delete(PATH + "/" + id).then().statusCode(204);
        assertThat(answersNaming(email)).isZero();
    }

    private static long answersNaming(String address) {
        return TestDatabase.count(
                "select count(*) from idempotency_key where position(convert_to(?, 'UTF8') in body) > 0", address);
    }

    @Test
    void whoever_adds_and_removes_an_address_again_and_again_sends_no_more_than_twelve_codes_an_hour() {
        for (int i = 0; i < 12; i++) {
            var id = add("EMAIL", email).then().statusCode(201).extract().<String>path("id");
            as(subject).header("If-Match", "*").delete(PATH + "/" + id).then().statusCode(204);
        }
        add("EMAIL", email).then().statusCode(409).body("type", is("/problems/too-many-codes"));
        as(subject).get(PATH).then().body("items", empty());
        TestWork.execute("update contact_code_usage set begun_at = begun_at - interval '61 minutes'");
        add("EMAIL", email).then().statusCode(201);
    }

    @Test
    void a_member_is_reached_at_what_the_registrations_say_until_it_is_erased() {
        var member = TestWork.aRegistration(UUID.randomUUID(), TestTree.aRoot(), LocalDate.of(2031, 5, 5));
        contact(member.memberId, 0, email, "0901234567");
        await().atMost(SOON)
                .untilAsserted(() -> as(subject)
                        .get(PATH)
                        .then()
                        .body("items.source", is(List.of("REGISTRATIONS", "REGISTRATIONS")))
                        .body("items.address", is(List.of(email, "0901234567")))
                        .body("items.state", is(List.of("ACTIVE", "ACTIVE"))));
        add("EMAIL", "own-" + email).then().statusCode(201);
        TestEvents.send(
                "registrations.member-contact.v1",
                member.memberId.toString(),
                UUID.randomUUID(),
                "registrations.member-contact.erased.v1",
                1,
                null);
        await().atMost(SOON).untilAsserted(() -> as(subject).get(PATH).then().body("items", empty()));
        assertThat(TestDatabase.count("select count(*) from contact_point where subject = ?", subject))
                .isZero();
    }

    @Test
    void a_members_address_that_bounces_is_a_task_until_the_registrations_correct_it() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0));
        var world = new ChannelWorld();
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, world.organisation);
        var member = UUID.randomUUID();
        contact(member, 0, world.subject, email, null);
        await().atMost(SOON)
                .until(() ->
                        TestDatabase.count("select count(*) from member_contact where member_id = ?", member) == 1);
        gate.refuseAlways(email, "550 5.1.1 unknown");
        var dispatch = world.send(world.notification(), ChannelKind.EMAIL);
        awaitState(dispatch, "FAILED");
        await().atMost(SOON).untilAsserted(() -> assertThat(inboxOf(secretary)).hasSize(1));
        contact(member, 1, world.subject, email, null); // said again, still wrong
        contact(member, 2, world.subject, "right-" + email, null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.count(
                                "select count(*) from notification where duty_kind = 'CONTACT' and recipient_subject = ? and resolved_at is not null",
                                secretary))
                        .isEqualTo(1));
        awaitState(world.send(world.notification(), ChannelKind.EMAIL), "SENT");
    }

    @Test
    void a_bounce_that_is_reported_later_stops_the_address_and_says_the_same_again() {
        var person = ChannelWorld.aPersonWithMail();
        var administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, person.organisation);
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(dispatch, "SENT");
        var messageId = "<" + dispatch + "@tiendo.example>";
        bounce(administrator, messageId, "4.2.2").then().statusCode(200).body("effect", is("NONE"));
        assertThat(ChannelWorld.state(dispatch)).isEqualTo("SENT");
        for (int i = 0; i < 2; i++) {
            bounce(administrator, messageId, "5.1.1").then().statusCode(200).body("effect", is("ADDRESS_STOPPED"));
        }
        assertThat(ChannelWorld.state(dispatch)).isEqualTo("FAILED");
        assertThat(ChannelWorld.reason(dispatch)).isEqualTo("bounced-5.1.1");
        assertThat(inboxOf(person.subject).stream().filter(title -> title.contains("Địa chỉ liên hệ")))
                .hasSize(1);
        assertThat(TestDatabase.ask("select state from contact_point where address = ?", person.email))
                .containsExactly("BOUNCED");
        bounce(TestTree.aHolderOf(Role.ADMINISTRATOR, TestTree.aRoot()), messageId, "5.1.1")
                .then()
                .statusCode(404)
                .body("type", is("/problems/message-not-found"));
        bounce(TestTree.aHolderOf(Role.AUDITOR, person.organisation), messageId, "5.1.1")
                .then()
                .statusCode(403);
        bounce(administrator, "no id", "5.1.1").then().statusCode(404);
        bounce(administrator, messageId, "never").then().statusCode(400);
        bounce(administrator, "<" + UUID.randomUUID() + "@tiendo.example>", "5.1.1")
                .then()
                .statusCode(404);
    }

    @Test
    void an_address_that_is_confirmed_again_and_fails_again_is_a_task_again() {
        var person = ChannelWorld.aPersonWithMail();
        var administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, person.organisation);
        for (int times = 1; times <= 2; times++) {
            TestWork.execute("update contact_point set state = 'ACTIVE' where address = ?1", person.email);
            var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
            awaitState(dispatch, "SENT");
            bounce(administrator, "<" + dispatch + "@tiendo.example>", "5.1.1")
                    .then()
                    .statusCode(200)
                    .body("effect", is("ADDRESS_STOPPED"));
            assertThat(inboxOf(person.subject).stream().filter(title -> title.contains("Địa chỉ liên hệ")))
                    .hasSize(times);
        }
    }

    private static Response bounce(String by, String messageId, String status) {
        return as(by).contentType(ContentType.JSON)
                .body(Map.of("messageId", messageId, "status", status))
                .post(PATH + "/bounces");
    }

    private void contact(UUID member, long sequence, String email, String phone) {
        contact(member, sequence, subject, email, phone);
    }

    private static void contact(UUID member, long sequence, String subject, String email, String phone) {
        TestEvents.send(
                "registrations.member-contact.v1",
                member.toString(),
                "registrations.member-contact.changed.v1",
                sequence,
                """
                {"id":"%s","holderIssuer":"%s","holderSubject":"%s","email":"%s"%s,"language":"vi"}""".formatted(
                        member, Tokens.ISSUER, subject, email, phone == null ? "" : ",\"phone\":\"" + phone + "\""));
    }

    private Response add(String kind, String address) {
        var body = new HashMap<String, Object>(Map.of("kind", kind, "address", address));
        return as(subject).contentType(ContentType.JSON).body(body).post(PATH);
    }

    private Response confirm(String id, String code) {
        return as(subject)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post(PATH + "/" + id + "/confirmation");
    }

    private static io.restassured.specification.RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }

    /// Of the newest of so many mails.
    private static String codeFor(String address, int mails) {
        await().atMost(SOON).until(() -> textsTo(address).size() >= mails);
        var code = CODE.matcher(textsTo(address).getLast());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static List<String> textsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> {
                    try {
                        return ((InternetAddress) mail.getAllRecipients()[0])
                                        .getAddress()
                                        .equals(address)
                                ? (String) mail.getContent()
                                : "";
                    } catch (MessagingException | IOException | ClassCastException other) {
                        return "";
                    }
                })
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
