package vn.tiendo.notifications.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithPhone;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.inboxOf;
import static vn.tiendo.notifications.channel.ChannelWorld.reason;

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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.Category;
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

    @Test
    void an_sms_is_thin_and_comes_from_the_brand_name() {
        gateway.answer("/sms", 200, "{\"id\":\"s-1\"}");
        var person = aPersonWithPhone();
        var dispatch = person.send(person.notification(), ChannelKind.SMS);
        awaitState(dispatch, "SENT");
        var call = gateway.calls("/sms", dispatch.toString()).getFirst();
        var body = JsonPath.from(call.text());
        assertThat(body.getString("to")).isEqualTo(person.phone);
        assertThat(body.getString("from")).isEqualTo("TIENDO");
        assertThat(body.getString("text")).isEqualTo("Quá hạn 1 ngày");
        assertThat(call.headers()).containsEntry("authorization", "Bearer sms-token");
        assertThat(TestDatabase.ask("select external_id from dispatch where id = ?", dispatch))
                .containsExactly("s-1");
    }

    @Test
    void without_a_thin_text_an_sms_only_says_that_there_is_something() {
        gateway.answer("/sms", 200, "{\"id\":\"s-2\",\"status\":\"DELIVERED\"}");
        var person = aPersonWithPhone();
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
        var dispatch = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(dispatch, "SENT");
        var call = gateway.calls("/zalo", dispatch.toString()).getFirst();
        var body = JsonPath.from(call.text());
        assertThat(call.headers()).containsEntry("access_token", "zalo-token");
        assertThat(body.getString("phone")).isEqualTo(person.phone);
        assertThat(body.getString("template_id")).isEqualTo("7895");
        assertThat(body.getString("template_data.noi_dung")).isEqualTo("Quá hạn 1 ngày");
        assertThat(body.getString("tracking_id")).isEqualTo(dispatch.toString());
        assertThat(TestDatabase.ask("select external_id from dispatch where id = ?", dispatch))
                .containsExactly("z-1");
    }

    @Test
    void who_has_no_zalo_gets_the_fallback_at_once_and_keeps_the_number() {
        gateway.answer("/zalo", 200, "{\"error\":-118,\"message\":\"Zalo account not existed\"}");
        gateway.answer("/sms", 200, "{\"id\":\"s-3\"}");
        var person = aPersonWithPhone();
        var notification = person.notification();
        var fallback = person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z"));
        var dispatch = person.send(notification, ChannelKind.ZALO);
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isEqualTo("zalo-no-account");
        awaitState(fallback, "SENT");
    }

    @Test
    void a_template_that_is_not_approved_carries_nothing() {
        var person = aPersonWithPhone();
        person.category = Category.RECALL;
        var dispatch = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isEqualTo("template-unavailable");
    }

    @Test
    void everybody_sees_which_channels_are_on_and_what_is_left() {
        given().auth()
                .oauth2(Tokens.of("anybody"))
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("items.channel", is(List.of("EMAIL", "WEB_PUSH", "SMS", "ZALO")))
                .body("items.on", is(List.of(true, true, true, true)))
                .body("items[1].publicKey.length()", is(87))
                .body("items[3].templates.externalId", hasItems("7895", "7896"))
                .body(
                        "items.find { it.channel == 'ZALO' }.templates.find { it.category == 'RECALL' }.state",
                        is("PENDING"))
                .body("items[2].quotaLeft", lessThan(100_001))
                .body("items[0].off", nullValue());
        given().get("/api/v1/channels").then().statusCode(401);
    }

    @Test
    void a_used_up_quota_leaves_the_template_out() {
        gateway.answer("/zalo", 200, "{\"error\":-144,\"message\":\"quota\"}");
        var person = aPersonWithPhone();
        var dispatch = person.send(person.notification(), ChannelKind.ZALO);
        awaitState(dispatch, "FAILED");
        try {
            given().auth()
                    .oauth2(Tokens.of("anybody"))
                    .get("/api/v1/channels")
                    .then()
                    .body("items[3].on", is(false))
                    .body("items[3].off", is("quota-used-up"));
        } finally {
            TestWork.execute("delete from channel_quota");
        }
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
