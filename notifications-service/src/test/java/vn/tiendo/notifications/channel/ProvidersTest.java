package vn.tiendo.notifications.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithPhone;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.contract;
import static vn.tiendo.notifications.channel.ChannelWorld.inboxOf;
import static vn.tiendo.notifications.channel.ChannelWorld.reason;
import static vn.tiendo.notifications.channel.ChannelWorld.template;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.ChannelKind;

/// SMS, Zalo and pushed messages as providers get them. Numbers and texts that others read along stay thin.
@QuarkusTest
class ProvidersTest {

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void an_sms_is_thin_and_comes_from_the_brand_name() {
        gateway.answer("/sms", 200, "{\"id\":\"s-1\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.SMS, 1000);
        var dispatch = person.send(person.notification(), ChannelKind.SMS);
        awaitState(dispatch, "SENT");
        var call = gateway.calls("/sms", dispatch.toString()).getFirst();
        var body = JsonPath.from(call.text());
        assertThat(body.getString("to")).isEqualTo(person.phone);
        assertThat(body.getString("from")).isEqualTo("BQLDA");
        assertThat(body.getString("text")).isEqualTo("Tiến Độ: Quá hạn 1 ngày ()");
        assertThat(call.headers()).containsEntry("authorization", "Bearer sms-token");
        assertThat(TestDatabase.ask("select external_id from dispatch where id = ?", dispatch))
                .containsExactly("s-1");
    }

    @Test
    void without_a_thin_text_an_sms_only_says_that_there_is_something() {
        gateway.answer("/sms", 200, "{\"id\":\"s-2\",\"status\":\"DELIVERED\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.SMS, 1000);
        var dispatch = person.send(person.notification("Mời họp", "8 giờ về việc của ông A", null), ChannelKind.SMS);
        awaitState(dispatch, "DELIVERED");
        assertThat(gateway.calls("/sms", dispatch.toString()).getFirst().text())
                .contains("Bạn có thông báo mới.")
                .doesNotContain("ông A", "Mời họp");
    }

    @Test
    void a_number_that_does_not_exist_becomes_a_task_and_a_gateway_in_trouble_is_asked_again() {
        gateway.answer("/sms", 503, "");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.SMS, 1000);
        var dispatch = person.send(person.notification(), ChannelKind.SMS);
        await().atMost(SOON)
                .until(() -> TestDatabase.count("select attempts from dispatch where id = ?", dispatch) > 1);
        gateway.answer("/sms", 422, "{\"code\":\"INVALID_NUMBER\"}");
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isIn("sms-invalid-number", "sms-503");
        var next = person.send(person.notification(), ChannelKind.SMS);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(inboxOf(person.subject)).contains("Địa chỉ liên hệ không nhận được tin"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ChannelWorld.state(next)).isIn("FAILED", "UNADDRESSED"));
    }

    @Test
    void zalo_gets_an_approved_template_with_thin_values() {
        gateway.answer("/zalo", 200, "{\"error\":0,\"message\":\"Success\",\"data\":{\"msg_id\":\"z-1\"}}");
        var person = aPersonWithPhone();
        var contract = contract(person.organisation, ChannelKind.ZALO, 1000, "2000-01-01", null);
        var template = template(contract, "OVERDUE", "VI", "{noi_dung} {han}", "APPROVED");
        var dispatch = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(dispatch, "SENT");
        var call = gateway.calls("/zalo", dispatch.toString()).getFirst();
        var body = JsonPath.from(call.text());
        assertThat(call.headers()).containsEntry("access_token", "zalo-token");
        assertThat(body.getString("phone")).isEqualTo(person.phone);
        assertThat(body.getString("template_id")).isEqualTo(template.toString());
        assertThat(body.getString("template_data.noi_dung")).isEqualTo("Quá hạn 1 ngày");
        assertThat(body.getString("tracking_id")).isEqualTo(dispatch.toString());
        assertThat(TestDatabase.ask("select external_id from dispatch where id = ?", dispatch))
                .containsExactly("z-1");
    }

    @Test
    void who_has_no_zalo_gets_the_fallback_at_once_and_keeps_the_number() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        gateway.answer("/zalo", 200, "{\"error\":-118,\"message\":\"Zalo account not existed\"}");
        gateway.answer("/sms", 200, "{\"id\":\"s-3\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.ZALO, 1000);
        person.contract(ChannelKind.SMS, 1000);
        var fallen = fallBack(person);
        assertThat(reason(fallen)).isEqualTo("zalo-no-account");
    }

    @Test
    void without_a_contract_in_force_and_an_approved_template_the_fallback_goes_and_the_reason_has_a_name() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        gateway.answer("/zalo", 200, "{\"error\":0,\"data\":{\"msg_id\":\"z-2\"}}");
        gateway.answer("/sms", 200, "{\"id\":\"s-4\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.SMS, 1000);
        assertThat(reason(fallBack(person))).isEqualTo("no-contract");
        contract(person.organisation, ChannelKind.ZALO, 10, "2000-01-01", "2000-12-31");
        assertThat(reason(fallBack(person))).isEqualTo("contract-not-in-force");
        var contract = contract(person.organisation, ChannelKind.ZALO, 10, "2001-01-01", null);
        for (var state : List.of("DRAFT", "SUBMITTED", "REJECTED", "DISABLED")) {
            template(contract, "OVERDUE", "VI", "{noi_dung}", state);
        }
        template(contract, "RECALL", "VI", "{noi_dung}", "APPROVED");
        assertThat(reason(fallBack(person))).isEqualTo("template-not-approved");
        assertThat(gateway.calls("/zalo", person.phone)).isEmpty();
        template(contract, "OVERDUE", "VI", "{noi_dung}", "APPROVED");
        awaitState(person.send(person.notification(), ChannelKind.ZALO), "SENT");
    }

    /// One message that should go by Zalo and does not, so that it goes by SMS at once.
    private static UUID fallBack(ChannelWorld person) {
        var notification = person.notification();
        var fallback = person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z"));
        var dispatch = person.send(notification, ChannelKind.ZALO);
        awaitState(dispatch, "FAILED");
        awaitState(fallback, "SENT");
        return dispatch;
    }

    @Test
    void of_a_quota_no_more_is_taken_than_there_is_and_the_rest_falls_back() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        gateway.answer("/zalo", 200, "{\"error\":0,\"data\":{\"msg_id\":\"z-3\"}}");
        gateway.answer("/sms", 200, "{\"id\":\"s-5\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.ZALO, 2);
        person.contract(ChannelKind.SMS, 1000);
        var sent = new ArrayList<UUID>();
        var instead = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var notification = person.notification();
            instead.add(person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z")));
            sent.add(person.send(notification, ChannelKind.ZALO));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sent.stream().map(ChannelWorld::state))
                        .containsExactlyInAnyOrder("SENT", "SENT", "FAILED", "FAILED", "FAILED"));
        assertThat(sent.stream().map(ChannelWorld::reason).filter(Objects::nonNull))
                .containsOnly("quota-used-up")
                .hasSize(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instead.stream().map(ChannelWorld::state))
                        .filteredOn("SENT"::equals)
                        .hasSize(3));
        assertThat(gateway.calls("/zalo", person.phone)).hasSize(2);
    }

    @Test
    void a_quota_that_the_provider_says_is_used_up_is_used_up_for_the_day() {
        gateway.answer("/zalo", 200, "{\"error\":-144,\"message\":\"quota\"}");
        var person = aPersonWithPhone();
        person.contract(ChannelKind.ZALO, 1000);
        var first = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(first, "FAILED");
        assertThat(reason(first)).isEqualTo("zalo-144");
        var second = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(second, "FAILED");
        assertThat(reason(second)).isEqualTo("quota-used-up");
        assertThat(gateway.calls("/zalo", person.phone)).hasSize(1);
    }

    @Test
    void what_a_superior_has_agreed_on_holds_below_and_the_nearest_contract_counts() {
        gateway.answer("/sms", 200, "{\"id\":\"s-6\"}");
        var person = aPersonWithPhone();
        var above = contract(person.superior, ChannelKind.SMS, 10, "2000-01-01", null);
        template(above, "OVERDUE", "VI", "Cấp trên: {noi_dung}", "APPROVED");
        var inherited = person.send(person.notification(), ChannelKind.SMS);
        awaitState(inherited, "SENT");
        var own = contract(person.organisation, ChannelKind.SMS, 10, "2000-01-01", null);
        template(own, "OVERDUE", "EN", "Own: {noi_dung}", "APPROVED");
        var nearest = person.send(person.notification(), ChannelKind.SMS);
        awaitState(nearest, "SENT");
        assertThat(gateway.calls("/sms", inherited.toString()).getFirst().text())
                .contains("Cấp trên: Quá hạn");
        assertThat(gateway.calls("/sms", nearest.toString()).getFirst().text()).contains("Own: Quá hạn");
    }

    @Test
    void a_code_for_a_number_goes_by_sms_under_an_approved_template() {
        gateway.answer("/sms", 200, "{\"id\":\"s-7\"}");
        var contract = contract(TestTree.aRoot(), ChannelKind.SMS, 1000, "2000-01-01", null);
        template(contract, "CODE", "VI", "Mã của bạn là {ma}", "APPROVED");
        var number = "8491" + (1_000_000 + Math.abs(contract.hashCode() % 8_000_000));
        given().auth()
                .oauth2(Tokens.of("coded-" + contract))
                .contentType("application/json")
                .body("{\"kind\":\"PHONE\",\"address\":\"%s\"}".formatted(number))
                .post("/api/v1/contact-points")
                .then()
                .statusCode(201);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gateway.calls("/sms", number)).hasSize(1));
        assertThat(JsonPath.from(gateway.calls("/sms", number).getFirst().text())
                        .getString("text"))
                .matches("Mã của bạn là [0-9]{8}");
    }

    @Test
    void everybody_sees_which_channels_are_on() {
        given().auth()
                .oauth2(Tokens.of("anybody"))
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("items.channel", is(List.of("EMAIL", "WEB_PUSH", "SMS", "ZALO")))
                .body("items.on", is(List.of(true, true, true, true)))
                .body("items.underContract", is(List.of(false, false, true, true)))
                .body("items[1].publicKey.length()", is(87))
                .body("items[0].off", nullValue());
        given().get("/api/v1/channels").then().statusCode(401);
    }

    @Test
    void a_pushed_message_is_sealed_for_the_browser_and_thin() throws GeneralSecurityException {
        var browser = keys();
        var secret = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        gateway.answer("/push/a", 201, "");
        var person = new ChannelWorld();
        subscribe(person, gateway.url("/push/a"), browser, secret);
        var dispatch = person.send(person.notification(), ChannelKind.WEB_PUSH);
        awaitState(dispatch, "SENT");
        var call = gateway.calls("/push/a").getLast();
        assertThat(call.headers().get("authorization")).startsWith("vapid t=");
        assertThat(call.headers()).containsEntry("content-encoding", "aes128gcm");
        assertThat(call.headers().get("ttl")).isEqualTo("86400");
        assertThat(call.headers().get("topic")).hasSize(22);
        var told = JsonPath.from(opened(call.body(), browser, secret));
        assertThat(told.getString("text")).isEqualTo("Quá hạn 1 ngày");
        assertThat(told.getString("id")).isEqualTo(dispatch.toString());
    }

    @Test
    void a_push_service_whose_name_is_not_found_is_asked_again() throws GeneralSecurityException {
        var person = new ChannelWorld();
        subscribe(person, "https://push.invalid/a", keys(), new byte[16]);
        var dispatch = person.send(person.notification(), ChannelKind.WEB_PUSH);
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isEqualTo("host-unknown");
        assertThat(TestDatabase.count("select attempts from dispatch where id = ?", dispatch))
                .isEqualTo(4);
    }

    @Test
    void a_subscription_that_is_gone_is_removed_and_the_other_browser_gets_it() throws GeneralSecurityException {
        gateway.answer("/push/gone", 410, "");
        gateway.answer("/push/here", 201, "");
        var secret = new byte[16];
        var person = new ChannelWorld();
        var gone = subscribe(person, gateway.url("/push/gone"), keys(), secret);
        subscribe(person, gateway.url("/push/here"), keys(), secret);
        var dispatch = person.send(person.notification(), ChannelKind.WEB_PUSH);
        awaitState(dispatch, "SENT");
        assertThat(TestDatabase.count("select count(*) from contact_point where id = ?", gone))
                .isZero();
        assertThat(TestDatabase.count("select count(*) from contact_point where subject = ?", person.subject))
                .isEqualTo(1);
    }

    private static UUID subscribe(ChannelWorld person, String endpoint, KeyPair keys, byte[] secret) {
        var id = person.address("WEB_PUSH", endpoint);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        TestWork.execute(
                "update contact_point set public_key = ?2, auth_secret = ?3 where id = ?1",
                id,
                encoder.encodeToString(uncompressed((ECPublicKey) keys.getPublic())),
                encoder.encodeToString(secret));
        return id;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] uncompressed(ECPublicKey key) {
        var bytes = ByteBuffer.allocate(65).put((byte) 4);
        bytes.put(padded(key.getW().getAffineX().toByteArray()));
        return bytes.put(padded(key.getW().getAffineY().toByteArray())).array();
    }

    private static byte[] padded(byte[] number) {
        var padded = new byte[32];
        var length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return padded;
    }

    /// As a browser opens it (RFC 8188 and RFC 8291).
    private static String opened(byte[] body, KeyPair browser, byte[] secret) throws GeneralSecurityException {
        var salt = Arrays.copyOfRange(body, 0, 16);
        var sender = Arrays.copyOfRange(body, 21, 21 + 65);
        var content = Arrays.copyOfRange(body, 86, body.length);
        var parameters = ((ECPublicKey) browser.getPublic()).getParams();
        var senderKey = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new java.math.BigInteger(1, Arrays.copyOfRange(sender, 1, 33)),
                                new java.math.BigInteger(1, Arrays.copyOfRange(sender, 33, 65))),
                        parameters));
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(senderKey, true);
        var both = ByteBuffer.allocate(14 + 130)
                .put("WebPush: info\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(uncompressed((ECPublicKey) browser.getPublic()))
                .put(sender)
                .array();
        var shared = expand(hmac(secret, agreement.generateSecret()), both, 32);
        var base = hmac(salt, shared);
        var key =
                expand(base, "Content-Encoding: aes128gcm\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 16);
        var nonce = expand(base, "Content-Encoding: nonce\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var plain = cipher.doFinal(content);
        var end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        return new String(plain, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(
                hmac(
                        key,
                        ByteBuffer.allocate(info.length + 1)
                                .put(info)
                                .put((byte) 1)
                                .array()),
                length);
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }
}
