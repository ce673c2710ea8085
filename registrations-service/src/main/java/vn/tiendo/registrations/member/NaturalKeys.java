package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Turns the numbers by which a person is known into keyed hashes, so that a copied database tells nobody's number.
@ApplicationScoped
class NaturalKeys {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    MemberSettings settings;

    /// Both hashes of a person; null where the number is not known.
    record Hashes(byte @Nullable [] card, byte @Nullable [] nationalId) {}

    Hashes of(@Nullable String cardNumber, @Nullable String nationalId) {
        return new Hashes(
                cardNumber == null || cardNumber.isEmpty() ? null : card(cardNumber),
                nationalId == null || nationalId.isEmpty() ? null : nationalId(nationalId));
    }

    byte[] card(String number) {
        return hash(plain(number));
    }

    byte[] nationalId(String number) {
        return hash("national-id:" + plain(number));
    }

    /// For what has to be told apart without being known, such as rows of an import.
    byte[] anything(String text) {
        return hash("text:" + text);
    }

    /// The same for one number however it is punctuated.
    private static String plain(String number) {
        var letters = new StringBuilder();
        number.chars().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toUpperCase(Locale.ROOT);
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.cardKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
