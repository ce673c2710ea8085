package vn.tiendo.plans.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Number and symbol of a document: 215 and KH/TU of "215-KH/TU", 27 and CT-TTg of "27/CT-TTg".
///
/// @param number as it was written, leading zeros included
public record DocumentNumber(String number, String symbol) {

    private static final Pattern TOGETHER = Pattern.compile("(\\d{1,9}[A-Za-z]?)\\s*[-–/]\\s*(\\S.*)");

    /// Takes them as given, or apart when they stand together in the number.
    public static Optional<DocumentNumber> of(@Nullable String number, @Nullable String symbol) {
        var first = Text.tidyOrNull(number);
        var second = Text.tidyOrNull(symbol);
        if (first == null) {
            return Optional.empty();
        }
        if (second != null) {
            return Optional.of(new DocumentNumber(first, second));
        }
        var together = TOGETHER.matcher(first);
        return together.matches()
                ? Optional.of(new DocumentNumber(together.group(1), together.group(2)))
                : Optional.empty();
    }

    /// The same for "01-KL/TW" and "1-kl/tw".
    public String key() {
        return bare(number) + "-" + Text.folded(symbol);
    }

    /// A number without leading zeros, for comparing.
    static String bare(String number) {
        var folded = Text.folded(number);
        var zeros = 0;
        while (zeros < folded.length() - 1
                && folded.charAt(zeros) == '0'
                && Character.isDigit(folded.charAt(zeros + 1))) {
            zeros++;
        }
        return folded.substring(zeros);
    }
}
