package vn.tiendo.notifications.webhook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes the secrets of webhooks, seals them for the database, and signs by them (Standard Webhooks 1.0.0, symmetric).
@ApplicationScoped
class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 16;

    @Inject
    WebhooksConfig config;

    private final SecureRandom random = new SecureRandom();

    void refuseUnsafe(@Observes StartupEvent event) {
        if (config.key().length() < SHORTEST_KEY) {
            throw new IllegalStateException("tiendo.webhooks.key must have at least 16 characters");
        }
    }

    /// As the receiver is told it: the prefix and the key in Base64.
    String next() {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    String seal(String secret) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("A secret cannot be sealed", defect);
        }
    }

    /// @throws SealedByAnotherKey when the configured key has changed since
    String open(String sealed) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            var nonce = new byte[NONCE];
            bytes.get(nonce);
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException otherKey) {
            throw new SealedByAnotherKey(otherKey);
        }
    }

    /// One signature per secret, so that receivers may know the old or the new one.
    ///
    /// @param timestamp seconds since 1970
    static String signatures(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream()
                .map(secret -> "v1," + signature(secret, id + "." + timestamp + "." + body))
                .collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("A message cannot be signed", defect);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var key = MessageDigest.getInstance("SHA-256").digest(config.key().getBytes(StandardCharsets.UTF_8));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /// Only a new secret helps.
    static final class SealedByAnotherKey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealedByAnotherKey(GeneralSecurityException cause) {
            super("A secret was sealed by another tiendo.webhooks.key", cause);
        }
    }
}
