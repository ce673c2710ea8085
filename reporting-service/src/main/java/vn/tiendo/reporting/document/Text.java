package vn.tiendo.reporting.document;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it may stand on paper: composed letters, and nothing that cannot be seen.
final class Text {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]");

    /// Control and formatting characters, private ones, halves of pairs and code points that no file format allows.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\uFFFE\\uFFFF]");

    private static final Pattern SPACES = Pattern.compile("[ \\t\\u1680\\u2000-\\u200A\\u205F\\u3000]+");

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private Text() {}

    /// One line: line breaks become spaces. A no-break space stays one.
    static String line(String text) {
        var breaks = LINE_BREAKS.matcher(text).replaceAll(" ");
        var spaces = SPACES.matcher(breaks).replaceAll(" ");
        var seen = UNSEEN.matcher(spaces).replaceAll("");
        return Normalizer.normalize(SPACES.matcher(seen).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /// One paragraph per line that says something.
    static List<String> paragraphs(String text) {
        return Arrays.stream(LINE_BREAKS.split(text))
                .map(Text::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String upper(String text) {
        return line(text).toUpperCase(VIETNAMESE);
    }
}
