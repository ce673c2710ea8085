package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns card numbers into keyed hashes, so that a copied database does not tell who holds which card.
@ApplicationScoped
class CardNumbers {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    MemberSettings settings;

    /// The same for one number however it is punctuated.
    byte[] hash(String cardNumber) {
        var digits = new StringBuilder();
        cardNumber.chars().filter(Character::isLetterOrDigit).forEach(digits::appendCodePoint);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.cardKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(digits.toString().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
