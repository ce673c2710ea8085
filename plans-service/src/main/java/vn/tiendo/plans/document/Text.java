package vn.tiendo.plans.document;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How words of documents are kept and compared.
public final class Text {

    private Text() {}

    /// Composed (NFC), without blanks around.
    public static String tidy(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).strip();
    }

    /// The same, and nothing at all when nothing is left.
    public static @Nullable String tidyOrNull(@Nullable String words) {
        var tidy = words == null ? "" : tidy(words);
        return tidy.isEmpty() ? null : tidy;
    }

    /// For comparing: composed, in capitals, blanks run together.
    static String folded(String words) {
        return tidy(words).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
