package vn.tiendo.reporting.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The Vietnamese words of codes, as official papers use them. Papers are written in Vietnamese whoever reads them.
final class Phrases {

    private static final Properties WORDS = read();

    /// Forms that say themselves which part of a year they are for; the label may name the month of the deadline.
    private static final Set<String> OF_A_YEAR = Set.of("SIX_MONTH", "SECOND_HALF", "NINE_MONTH", "ANNUAL");

    private Phrases() {}

    /// Subject of a report, such as "kết quả 6 tháng đầu năm 2024 thực hiện".
    static String subjectOf(String kind, @Nullable String form, String occurrence) {
        var words = form == null ? null : WORDS.getProperty("subject." + kind + "." + form);
        if (words == null) {
            words = WORDS.getProperty("subject." + kind, WORDS.getProperty("subject"));
        }
        var period = form != null && OF_A_YEAR.contains(form) ? occurrence.split("-", 2)[0] : occurrence;
        return Text.line(words.replace("{occurrence}", occurrence(period)));
    }

    /// `2024-Q1` is "quý I năm 2024".
    static String occurrence(String label) {
        var parts = label.split("-", 2);
        if (!parts[0].matches("\\d{4}")) {
            return "";
        }
        var year = "năm " + parts[0];
        if (parts.length == 1) {
            return year;
        }
        if (parts[1].matches("\\d{4}")) {
            return "giai đoạn " + parts[0] + " - " + parts[1];
        }
        if (parts[1].matches("Q[1-4]")) {
            return "quý " + LaidOut.roman(parts[1].charAt(1) - '0') + " " + year;
        }
        if (parts[1].matches("H[12]")) {
            return (parts[1].equals("H1") ? "6 tháng đầu " : "6 tháng cuối ") + year;
        }
        if (parts[1].matches("\\d{2}")) {
            return "tháng " + Integer.parseInt(parts[1]) + " " + year;
        }
        return parts[1].matches("W\\d{2}") ? "tuần " + Integer.parseInt(parts[1].substring(1)) + " " + year : year;
    }

    static String obligation(String kind, @Nullable String form) {
        var words = form == null ? null : WORDS.getProperty("obligation." + kind + "." + form);
        return words == null ? WORDS.getProperty("obligation." + kind, WORDS.getProperty("obligation")) : words;
    }

    /// Type of a plan; null for an official letter, which has none on its paper.
    static @Nullable String typeOf(@Nullable String type) {
        return "OFFICIAL_LETTER".equals(type) ? null : nameOf(type);
    }

    static String nameOf(@Nullable String type) {
        return WORDS.getProperty("type." + type, WORDS.getProperty("type.PLAN"));
    }

    private static Properties read() {
        var words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("/document/phrases.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }
}
