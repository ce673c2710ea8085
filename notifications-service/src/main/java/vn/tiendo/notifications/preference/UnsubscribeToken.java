package vn.tiendo.notifications.preference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.preference.PreferenceProblem.UnsubscribeLinkExpired;
import vn.tiendo.notifications.preference.PreferenceProblem.UnsubscribeLinkUnfit;

/// What a link to unsubscribe says, signed so that nobody can say it for another.
record UnsubscribeToken(Account account, Category category, ChannelKind channel, Instant expiresAt) {

    /// What a token may consist of, as a regular expression.
    static final String FORM = "[A-Za-z0-9_-]{1,2000}\\.[A-Za-z0-9_-]{43}";

    /// Keeps the signature from meaning anything elsewhere.
    private static final String PURPOSE = "unsubscribe.v1.";

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;

    String signed(String key) {
        var content = String.join(
                SEPARATOR,
                List.of(
                        account.issuer(),
                        account.subject(),
                        category.name(),
                        channel.name(),
                        Long.toString(expiresAt.getEpochSecond())));
        var text = encoded(content.getBytes(StandardCharsets.UTF_8));
        return text + "." + encoded(signature(text, key));
    }

    /// @throws UnsubscribeLinkUnfit when it was not signed by this key, or was changed
    /// @throws UnsubscribeLinkExpired when it is too old
    static UnsubscribeToken read(String token, String key, Instant now) {
        var dot = token.indexOf('.');
        if (dot < 0 || !MessageDigest.isEqual(signature(token.substring(0, dot), key), decoded(token, dot + 1))) {
            throw new UnsubscribeLinkUnfit();
        }
        var parts = new String(decoded(token.substring(0, dot), 0), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw new UnsubscribeLinkUnfit();
        }
        var read = new UnsubscribeToken(
                new Account(parts[0], parts[1]),
                Category.valueOf(parts[2]),
                ChannelKind.valueOf(parts[3]),
                Instant.ofEpochSecond(Long.parseLong(parts[4])));
        if (!now.isBefore(read.expiresAt)) {
            throw new UnsubscribeLinkExpired();
        }
        return read;
    }

    private static byte[] signature(String text, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("A link cannot be signed", defect);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text, int from) {
        try {
            return Base64.getUrlDecoder().decode(text.substring(from));
        } catch (IllegalArgumentException notOurs) {
            throw new UnsubscribeLinkUnfit();
        }
    }
}
