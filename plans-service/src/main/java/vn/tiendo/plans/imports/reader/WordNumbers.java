package vn.tiendo.plans.imports.reader;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;

/// The numbers that Word draws before the paragraphs of a list and that stand nowhere in the file: counted as Word
/// counts them, so that headings and items keep their order and rank.
final class WordNumbers {

    private static final int LEVELS = 9;
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private final Map<BigInteger, int[]> counters = new HashMap<>();

    /// What stands before the paragraph, with a blank behind it; empty for a paragraph without a number.
    String before(XWPFParagraph paragraph) {
        var list = paragraph.getNumID();
        var format = paragraph.getNumFmt();
        if (list == null || format == null || paragraph.getText().isBlank()) {
            return "";
        }
        if (format.equals("bullet")) {
            return "- ";
        }
        if (format.equals("none")) {
            return "";
        }
        int level = level(paragraph);
        var counts = counters.computeIfAbsent(list, key -> new int[LEVELS]);
        counts[level]++;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = 0;
        }
        return written(paragraph.getNumLevelText(), format, counts, level) + " ";
    }

    private static int level(XWPFParagraph paragraph) {
        var level = paragraph.getNumIlvl();
        return level == null ? 0 : Math.min(Math.max(level.intValue(), 0), LEVELS - 1);
    }

    /// @param pattern such as "%1." or "%1.%2"
    private static String written(@Nullable String pattern, String format, int[] counts, int level) {
        if (pattern == null || pattern.isBlank() || pattern.length() > 40) {
            return number(counts[level], format) + ".";
        }
        var text = pattern;
        for (int each = 0; each <= level; each++) {
            var count = Math.max(counts[each], 1);
            text = text.replace("%" + (each + 1), each == level ? number(count, format) : Integer.toString(count));
        }
        return text;
    }

    private static String number(int count, String format) {
        return switch (format) {
            case "upperRoman" -> roman(count);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(count).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letter(count);
            default -> Integer.toString(count);
        };
    }

    private static String letter(int count) {
        return String.valueOf((char) ('a' + (count - 1) % 26));
    }

    private static String roman(int count) {
        var text = new StringBuilder();
        int left = Math.min(count, 3999);
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN[i]) {
                text.append(ROMAN_SIGNS[i]);
                left -= ROMAN[i];
            }
        }
        return text.toString();
    }
}
