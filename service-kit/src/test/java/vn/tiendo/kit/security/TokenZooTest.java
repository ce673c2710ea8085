package vn.tiendo.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class TokenZooTest {

    private static final String HEADER = header("RS256", Tokens.KEY_ID, "");
    private static final KeyPair STRANGER = aKeyPair();
    private static final AtomicInteger FETCHES = new AtomicInteger();
    private static HttpServer foreign;

    @BeforeAll
    static void listen() throws IOException {
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = ("{\"keys\":[" + jwk("stranger") + "]}").getBytes(StandardCharsets.UTF_8);
        foreign.createContext("/", exchange -> {
            FETCHES.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            try (var out = exchange.getResponseBody()) {
                out.write(keys);
            }
        });
        foreign.start();
    }

    @AfterAll
    static void stop() {
        foreign.stop(0);
    }

    static Stream<Arguments> tokens() {
        var port = foreign.getAddress().getPort();
        var url = "http://127.0.0.1:" + port + "/keys";
        return Stream.of(
                zoo("garbage", "garbage"),
                zoo("two parts", Tokens.encoded(HEADER) + "." + Tokens.encoded(claims(""))),
                zoo("five parts, as if encrypted", "a.b.c.d.e"),
                zoo("another audience", signed("\"aud\":\"other\"")),
                zoo("audience in a list of others", signed("\"aud\":[\"a\",\"b\"]")),
                zoo("no audience, as in an identity token for a client", signed("\"aud\":null")),
                zoo("identity token for a client", signed("\"aud\":\"web-client\",\"nonce\":\"n\",\"at_hash\":\"h\"")),
                zoo("another issuer", signed("\"iss\":\"https://identity.test/other\"")),
                zoo("issuer with a slash more", signed("\"iss\":\"" + Tokens.ISSUER + "/\"")),
                zoo("no issuer", signed("\"iss\":null")),
                zoo("no subject", signed("\"sub\":null")),
                zoo("expired", signed("\"exp\":" + Instant.now().minusSeconds(5).getEpochSecond())),
                zoo("without end", signed("\"exp\":null")),
                zoo(
                        "not yet valid",
                        signed("\"nbf\":" + Instant.now().plusSeconds(600).getEpochSecond())),
                zoo("alg none", unsigned("none")),
                zoo("alg None", unsigned("None")),
                zoo("alg none with a signature", unsigned("none") + "c2ln"),
                zoo("HS256 with the public key", hmac(Tokens.publicKey().getEncoded())),
                zoo("HS256 with the public key as PEM", hmac(pem().getBytes(StandardCharsets.UTF_8))),
                zoo("HS256 with an empty-looking key", hmac(new byte[32])),
                zoo("empty signature", Tokens.encoded(HEADER) + "." + Tokens.encoded(claims("")) + "."),
                zoo("signature of another token", tampered()),
                zoo("a stranger's key under our kid", Tokens.signed(HEADER, claims(""), STRANGER.getPrivate())),
                zoo("unknown kid", stranger("")),
                zoo("kid that is a path", Tokens.signed(header("RS256", "../../etc/passwd", ""), claims(""))),
                zoo("kid that is SQL", Tokens.signed(header("RS256", "' or 1=1 --", ""), claims(""))),
                zoo("its own key in jwk", stranger(",\"jwk\":" + jwk("stranger"))),
                zoo(
                        "its own key in jwk under our kid",
                        Tokens.signed(
                                header("RS256", Tokens.KEY_ID, ",\"jwk\":" + jwk(Tokens.KEY_ID)),
                                claims(""),
                                STRANGER.getPrivate())),
                zoo("keys at a foreign jku", stranger(",\"jku\":\"" + url + "\"")),
                zoo("certificate at a foreign x5u", stranger(",\"x5u\":\"" + url + "\"")),
                zoo("a chain of its own in x5c", withoutKid(",\"x5c\":[\"MIIB\"]")),
                zoo("jku without kid", withoutKid(",\"jku\":\"" + url + "\"")),
                zoo(
                        "a critical header that nobody knows",
                        Tokens.signed(header("RS256", Tokens.KEY_ID, ",\"crit\":[\"exp2\"],\"exp2\":1"), claims(""))),
                zoo("64 KB of subject", signed("\"sub\":\"" + "x".repeat(65_536) + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void is_refused(String what, String token) {
        var answer = given().auth().oauth2(token).get("/api/v1/things");
        if (token.length() > 60_000) {
            assertThat(answer.statusCode()).isBetween(400, 499); // the server itself refuses headers of that size
            return;
        }
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("/problems/not-signed-in"));
        assertThat(FETCHES).as("fetches of foreign addresses").hasValue(0);
    }

    @Test
    void only_a_method_that_is_itself_open_answers_without_a_token() {
        given().get("/api/v1/things/open/sesame").then().statusCode(200);
        given().auth()
                .oauth2("garbage")
                .get("/api/v1/things/open/sesame")
                .then()
                .statusCode(200);
        given().get("/api/v1/things/" + java.util.UUID.randomUUID())
                .then()
                .statusCode(401)
                .body("type", is("/problems/not-signed-in"));
    }

    @Test
    void none_is_refused() {
        given().get("/api/v1/things")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("/problems/not-signed-in"));
        given().header("Authorization", "Basic dXNlcjpwYXNz")
                .get("/api/v1/things")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().queryParam("access_token", Tokens.signed(HEADER, claims("")))
                .get("/api/v1/things")
                .then()
                .statusCode(401);
    }

    @Test
    void a_method_that_asks_for_nobody_is_closed_too() {
        given().get("/api/v1/failures/queries/0190a5c0-0000-7000-8000-000000000000")
                .then()
                .statusCode(401);
    }

    @Test
    void the_right_one_is_taken_so_the_others_are_refused_for_their_fault_alone() {
        given().auth()
                .oauth2(Tokens.signed(HEADER, claims("")))
                .get("/api/v1/things")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(signed("\"aud\":[\"other\",\"" + Tokens.AUDIENCE + "\"]"))
                .get("/api/v1/things")
                .then()
                .statusCode(200);
    }

    @Test
    void roles_in_a_token_give_nothing() {
        KnownOrganisation organisation = TestTree.aRoot();
        given().auth()
                .oauth2(signed(
                        "\"groups\":[\"ADMINISTRATOR\",\"COMMITTEE_OFFICER\"],\"roles\":[\"COMMITTEE_OFFICER\"]"))
                .contentType("application/json")
                .body("{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"x\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(404);
    }

    private static Arguments zoo(String what, String token) {
        return Arguments.of(what, token);
    }

    private static String signed(String instead) {
        return Tokens.signed(HEADER, claims(instead));
    }

    /// Right claims, of which some may be replaced; null removes one.
    private static String claims(String instead) {
        var claims = new io.vertx.core.json.JsonObject()
                .put("iss", Tokens.ISSUER)
                .put("sub", "zoo")
                .put("aud", Tokens.AUDIENCE)
                .put("iat", Instant.now().minusSeconds(60).getEpochSecond())
                .put("exp", Instant.now().plusSeconds(600).getEpochSecond());
        var other = new io.vertx.core.json.JsonObject("{" + instead + "}");
        other.forEach(entry -> {
            if (entry.getValue() == null) {
                claims.remove(entry.getKey());
            } else {
                claims.put(entry.getKey(), entry.getValue());
            }
        });
        return claims.encode();
    }

    private static String header(String alg, String kid, String more) {
        return "{\"alg\":\"" + alg + "\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"" + more + "}";
    }

    private static String stranger(String more) {
        return Tokens.signed(header("RS256", "stranger", more), claims(""), STRANGER.getPrivate());
    }

    private static String withoutKid(String more) {
        return Tokens.signed("{\"alg\":\"RS256\"" + more + "}", claims(""), STRANGER.getPrivate());
    }

    private static String unsigned(String alg) {
        return Tokens.encoded(header(alg, Tokens.KEY_ID, "")) + "." + Tokens.encoded(claims("")) + ".";
    }

    private static String tampered() {
        var token = Tokens.signed(HEADER, claims(""));
        return Tokens.encoded(HEADER) + "." + Tokens.encoded(claims("\"sub\":\"admin\""))
                + token.substring(token.lastIndexOf('.'));
    }

    private static String hmac(byte[] key) {
        try {
            var text = Tokens.encoded(header("HS256", Tokens.KEY_ID, "")) + "." + Tokens.encoded(claims(""));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(Tokens.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String jwk(String kid) {
        var key = (RSAPublicKey) STRANGER.getPublic();
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        kid,
                        encoder.encodeToString(key.getModulus().toByteArray()),
                        encoder.encodeToString(key.getPublicExponent().toByteArray()));
    }

    private static KeyPair aKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String keyServer() {
        return ConfigProvider.getConfig().getValue("tiendo.identity.jwks", String.class);
    }
}
