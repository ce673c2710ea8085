package vn.tiendo.kit.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The stamps of the three degrees of secrecy. What bears one must not be kept in a system on the public network
/// (Law on the Protection of State Secrets 2018, article 5): such a document is refused, never stored.
public final class SecrecyStamp {

    private static final Set<String> DEGREES = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");

    private SecrecyStamp() {}

    /// A stamp stands alone on its line, perhaps framed or after "Độ mật"; the word inside a sentence is no stamp.
    public static boolean isIn(String text) {
        return text.lines().anyMatch(SecrecyStamp::isStamp);
    }

    private static boolean isStamp(String line) {
        var folded = Normalizer.normalize(line, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L} :]", "")
                .strip();
        if (folded.startsWith("ĐỘ MẬT")) {
            folded = folded.substring("ĐỘ MẬT".length()).replace(":", "");
        }
        return DEGREES.contains(folded.replace(":", "").strip().replaceAll("\\s+", " "));
    }

    /// @throws ContentProblem.SecretDocumentRefused when one of the texts bears a stamp
    public static void refuseIn(Stream<String> texts) {
        if (texts.anyMatch(SecrecyStamp::isIn)) {
            throw new ContentProblem.SecretDocumentRefused();
        }
    }
}
