package vn.tiendo.reporting.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How papers of a form look from a day on, as a rule on documents has it. Lengths are in millimetres, sizes in points.
///
/// @param code of the rule
/// @param source where the measures were taken from
record LayoutRule(
        Form form,
        String code,
        LocalDate validFrom,
        String source,
        Page page,
        List<TitleLine> title,
        Issuer issuer,
        Numbering number,
        double dateSize,
        Type type,
        Letter letter,
        Body body,
        Signing signing,
        Recipients recipients) {

    /// @param numbersFrom the first page that shows its number, centred in the upper margin
    record Page(double top, double bottom, double left, double right, int numbersFrom, double numberSize) {}

    /// @param ruled with a line below as long as the text
    record TitleLine(String text, double size, boolean ruled) {}

    /// @param mark below the issuer, such as a star; null when there is a line instead
    /// @param width of the issuer's half of the head, in per cent
    record Issuer(
            double superiorSize, double size, @Nullable String mark, int width) {}

    /// @param pattern of number and symbol
    /// @param blank what stands for what is not known yet
    record Numbering(String pattern, String blank, double size) {}

    /// @param end below the subject, such as dashes; null when there is a line instead
    record Type(double size, double subjectSize, @Nullable String end) {}

    /// Subject of an official letter, below its number.
    record Letter(String prefix, double size, boolean italic) {}

    /// @param sectionMark behind the Roman number of a section
    /// @param spacing of lines, as a multiple
    /// @param between points between paragraphs
    record Body(
            double size,
            double tableSize,
            double indent,
            double spacing,
            double between,
            String sectionMark,
            boolean upperCaseSections) {}

    record Signing(Map<Capacity, String> words, double size, boolean boldPost) {
        Signing {
            if (words.size() != Capacity.values().length) {
                throw new IllegalArgumentException("Each capacity has its words");
            }
        }
    }

    record Recipients(double headSize, boolean headUnderlined, boolean headBoldItalic, double size, String purpose) {}
}
