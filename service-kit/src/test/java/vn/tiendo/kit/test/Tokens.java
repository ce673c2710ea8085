package vn.tiendo.kit.test;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Signs access tokens as the identity provider would, with a key that lives as long as the test JVM.
public final class Tokens {

    public static final String ISSUER = "https://identity.test/tiendo";
    public static final String AUDIENCE = "tiendo";
    public static final String KEY_ID = "test-key";

    private static final String KEYS_PROPERTY = "tiendo.test.keys";
    private static final KeyPair KEYS = keys();

    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final Map<String, Issued> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /// A token that every service accepts for five minutes and more. Signing takes longer than most requests, so it is
    /// the same for a while, as that of somebody at work.
    public static String of(String subject) {
        var now = Instant.now();
        return ISSUED.compute(
                        subject,
                        (who, issued) -> issued != null && issued.expiresAt.isAfter(now.plus(VALIDITY.dividedBy(2)))
                                ? issued
                                : Issued.to(who, now.plus(VALIDITY)))
                .token;
    }

    private record Issued(String token, Instant expiresAt) {
        static Issued to(String subject, Instant expiresAt) {
            return new Issued(Tokens.of(subject, ISSUER, AUDIENCE, expiresAt), expiresAt);
        }
    }

    /// A token that may be wrong in one respect.
    public static String of(String subject, String issuer, String audience, Instant expiresAt) {
        return Jwt.issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(expiresAt)
                .jws()
                .keyId(KEY_ID)
                .sign(KEYS.getPrivate());
    }

    /// Any header and any claims, rightly signed (RS256) whatever they say.
    public static String signed(String header, String claims) {
        return signed(header, claims, KEYS.getPrivate());
    }

    /// Any header and any claims, signed (RS256) with a key of the test's own.
    public static String signed(String header, String claims, PrivateKey key) {
        try {
            var text = encoded(header) + "." + encoded(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As the parts of a token are written.
    public static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    public static RSAPublicKey publicKey() {
        return (RSAPublicKey) KEYS.getPublic();
    }

    /// Serves the public key, on loopback.
    static String startKeyServer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body = """
                    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(
                            KEY_ID,
                            unsigned(publicKey().getModulus().toByteArray()),
                            unsigned(publicKey().getPublicExponent().toByteArray()))
                    .getBytes(StandardCharsets.UTF_8);
            var fetches = new AtomicInteger();
            server.createContext("/fetches", exchange -> {
                var count = fetches.toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, count.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(count);
                }
            });
            server.createContext("/jwks", exchange -> {
                fetches.incrementAndGet();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unsigned(byte[] number) {
        var start = number[0] == 0 ? 1 : 0;
        var magnitude = new byte[number.length - start];
        System.arraycopy(number, start, magnitude, 0, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    /// Quarkus loads test classes twice, in two class loaders; both must sign with the same key, so it travels as text.
    private static synchronized KeyPair keys() {
        try {
            var shared = System.getProperty(KEYS_PROPERTY);
            if (shared != null) {
                var halves = shared.split(":");
                var factory = KeyFactory.getInstance("RSA");
                return new KeyPair(
                        factory.generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                        factory.generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
            }
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            System.setProperty(
                    KEYS_PROPERTY,
                    encoder.encodeToString(pair.getPublic().getEncoded())
                            + ":"
                            + encoder.encodeToString(pair.getPrivate().getEncoded()));
            return pair;
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
