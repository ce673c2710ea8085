package vn.tiendo.plans.imports.reader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a text into lines and cleans each: NFC, single spaces, no formatting marks; columns become cells.
final class LineCleaner {

    /// What stands for a list mark that was drawn as a star or a dot.
    static final char DOT = '•';

    private static final char COLUMN = '\u0001';
    private static final String DOTS = "•●▪■◦➢►✓✔❖◆\uf0b7\uf02d\uf0a7\uf076\uf0d8";
    private static final int COLUMN_GAP = 4;

    private final String original;
    private final List<Line> lines = new ArrayList<>();
    private char[] letters = new char[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int length;
    private boolean afterBlank;

    private LineCleaner(String original) {
        this.original = original;
    }

    static List<Line> lines(String original) {
        var cleaner = new LineCleaner(original);
        cleaner.run();
        return cleaner.lines;
    }

    private void run() {
        int i = 0;
        while (i < original.length()) {
            char letter = original.charAt(i);
            if (letter == '\n' || letter == '\r' || letter == '\f' || letter == '\u000b' || letter == '\u2028') {
                endLine();
                i += letter == '\r' && i + 1 < original.length() && original.charAt(i + 1) == '\n' ? 2 : 1;
            } else if (letter == '*') {
                i = stars(i);
            } else {
                i = letter(i, letter);
            }
        }
        endLine();
    }

    private int letter(int i, char letter) {
        if (i + 1 < original.length() && Letters.isMark(original.charAt(i + 1)) && Character.isLetter(letter)) {
            return cluster(i);
        }
        if (Letters.isMark(letter) || isInvisible(letter) || letter == '`') {
            return i + 1;
        }
        if (letter == '_' && i + 1 < original.length() && original.charAt(i + 1) == '_') {
            int end = i;
            while (end < original.length() && original.charAt(end) == '_') {
                end++;
            }
            return end;
        }
        if (letter == '#' && isLineStart()) {
            return i + 1;
        }
        if (letter == '\t' || letter == '|') {
            add(COLUMN, i, i + 1);
        } else if (Character.isSpaceChar(letter)) {
            int end = i;
            while (end < original.length() && Character.isSpaceChar(original.charAt(end))) {
                end++;
            }
            add(end - i >= COLUMN_GAP && !isLineStart() ? COLUMN : ' ', i, end);
            return end;
        } else if (DOTS.indexOf(letter) >= 0) {
            if (isLineStart()) {
                add(DOT, i, i + 1);
            } else {
                add(' ', i, i + 1);
            }
        } else {
            add(letter == '–' || letter == '—' || letter == '−' || letter == '‑' ? '-' : letter, i, i + 1);
        }
        return i + 1;
    }

    private int cluster(int i) {
        int end = i + 1;
        while (end < original.length() && Letters.isMark(original.charAt(end))) {
            end++;
        }
        var composed = Normalizer.normalize(original.substring(i, Math.min(end, i + 5)), Normalizer.Form.NFC);
        add(composed.charAt(0), i, end);
        return end;
    }

    /// Stars are bold and italic marks, list marks at a line's start, or a list mark that lost its line break.
    private int stars(int i) {
        int end = i;
        while (end < original.length() && original.charAt(end) == '*') {
            end++;
        }
        boolean spaceAfter = end < original.length() && original.charAt(end) == ' ';
        if (isLineStart() && spaceAfter) {
            add(DOT, i, end);
        } else if (spaceAfter
                && end + 1 < original.length()
                && Character.isUpperCase(original.charAt(end + 1))
                && length > 1
                && letters[length - 1] == ' '
                && letters[length - 2] == '.') {
            endLine();
            add(DOT, i, end);
        } else if (end + 1 < original.length()
                && Character.isDigit(original.charAt(end))
                && original.charAt(end + 1) == '.'
                && length > 0
                && Character.isLetter(letters[length - 1])) {
            endLine();
        }
        return end;
    }

    private boolean isLineStart() {
        for (int i = 0; i < length; i++) {
            if (letters[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(char letter) {
        return letter == '\u00ad'
                || letter == '\ufeff'
                || letter == '\u2060'
                || (letter >= '\u200b' && letter <= '\u200f')
                || (Character.isISOControl(letter) && letter != '\t');
    }

    private void add(char letter, int start, int end) {
        if (letter == ' ' && (length == 0 || letters[length - 1] == ' ' || letters[length - 1] == COLUMN)) {
            return;
        }
        if (letter == COLUMN && length > 0 && (letters[length - 1] == COLUMN || letters[length - 1] == ' ')) {
            letters[length - 1] = COLUMN;
            return;
        }
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
            from = Arrays.copyOf(from, 2 * length);
            to = Arrays.copyOf(to, 2 * length);
        }
        letters[length] = letter;
        from[length] = start;
        to[length++] = end;
    }

    private void endLine() {
        var cells = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || letters[i] == COLUMN) {
                var cell = part(start, i, false, List.of());
                if (!cell.text().isEmpty() && !isRule(cell.text())) {
                    cells.add(cell);
                }
                start = i + 1;
            }
        }
        for (int i = 0; i < length; i++) {
            if (letters[i] == COLUMN) {
                letters[i] = ' ';
            }
        }
        if (cells.isEmpty()) {
            afterBlank = true;
        } else {
            lines.add(
                    cells.size() == 1
                            ? part(0, length, afterBlank, List.of())
                            : part(0, length, afterBlank, List.copyOf(cells)));
            afterBlank = false;
        }
        length = 0;
    }

    /// A line drawn with signs, as under the name of an issuer.
    private static boolean isRule(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Line part(int start, int end, boolean blank, List<Line> cells) {
        while (start < end && letters[start] == ' ') {
            start++;
        }
        while (end > start && letters[end - 1] == ' ') {
            end--;
        }
        return new Line(
                new String(letters, start, end - start),
                Arrays.copyOfRange(from, start, end),
                Arrays.copyOfRange(to, start, end),
                blank,
                cells);
    }
}
