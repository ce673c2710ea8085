package vn.tiendo.plans.imports.reader;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The words, numbers and signs of a joined text, by position; numbers survive the letters that a scanner reads
/// into them.
final class Tokens {

    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    static final int NO_NUMBER = -1;

    private final BodyText body;
    private int[] starts;
    private int[] ends;
    private Kind[] kinds;
    private String[] words;
    private int[] numbers;
    private int size;
    private final @Nullable String[] toned;

    Tokens(BodyText body) {
        this.body = body;
        int expected = body.text().length() / 4 + 16;
        starts = new int[expected];
        ends = new int[expected];
        kinds = new Kind[expected];
        words = new String[expected];
        numbers = new int[expected];
        scan(body.folded());
        toned = new String[size];
    }

    private void scan(String folded) {
        int i = 0;
        while (i < folded.length()) {
            char letter = folded.charAt(i);
            if (letter == ' ') {
                i++;
            } else if (isDigit(letter) || (isMistakenDigit(letter) && startsNumber(folded, i))) {
                i = number(folded, i);
            } else if (Character.isLetter(letter)) {
                int end = i;
                while (end < folded.length() && Character.isLetter(folded.charAt(end)) && end - i < 40) {
                    end++;
                }
                add(i, end, Kind.WORD, folded.substring(i, end), NO_NUMBER);
                i = end;
            } else {
                add(i, i + 1, Kind.SIGN, String.valueOf(letter), NO_NUMBER);
                i++;
            }
        }
    }

    /// A number as "1O" or "l5": letters that look like digits, between digits or at their edge.
    private int number(String folded, int start) {
        int end = start;
        long value = 0;
        while (end < folded.length() && end - start < 12) {
            char letter = folded.charAt(end);
            if (!isDigit(letter) && !(isMistakenDigit(letter) && continuesNumber(folded, end))) {
                break;
            }
            value = value * 10 + digit(letter);
            end++;
        }
        while (end < folded.length() && isDigit(folded.charAt(end))) {
            value = Long.MAX_VALUE / 100;
            end++;
        }
        add(start, end, Kind.NUMBER, folded.substring(start, end), value > 99_999_999 ? NO_NUMBER : (int) value);
        return end;
    }

    private static boolean continuesNumber(String folded, int i) {
        int next = i + 1;
        if (next >= folded.length() || isDigit(folded.charAt(next))) {
            return true;
        }
        return !Character.isLetter(folded.charAt(next))
                && folded.charAt(i) != 'i'
                && i > 0
                && isDigit(folded.charAt(i - 1));
    }

    private static boolean startsNumber(String folded, int i) {
        boolean alone = i == 0 || !Character.isLetterOrDigit(folded.charAt(i - 1));
        return alone && i + 1 < folded.length() && isDigit(folded.charAt(i + 1)) && folded.charAt(i) != 'i';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isMistakenDigit(char letter) {
        return letter == 'o' || letter == 'l' || letter == 'i';
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'o' -> 0;
            case 'l', 'i' -> 1;
            default -> letter - '0';
        };
    }

    private void add(int start, int end, Kind kind, String word, int number) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size] = kind;
        words[size] = word;
        numbers[size++] = number;
    }

    BodyText body() {
        return body;
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    /// The folded word, or the empty word beyond the ends of the text.
    String word(int i) {
        return i < 0 || i >= size ? "" : words[i];
    }

    boolean is(int i, String word) {
        return i >= 0 && i < size && words[i].equals(word);
    }

    boolean is(int i, String first, String second) {
        return is(i, first) && is(i + 1, second);
    }

    boolean isOneOf(int i, String... options) {
        for (var option : options) {
            if (is(i, option)) {
                return true;
            }
        }
        return false;
    }

    boolean isWord(int i) {
        return i >= 0 && i < size && kinds[i] == Kind.WORD;
    }

    boolean isNumber(int i) {
        return i >= 0 && i < size && kinds[i] == Kind.NUMBER && numbers[i] >= 0;
    }

    boolean isSign(int i) {
        return i >= 0 && i < size && kinds[i] == Kind.SIGN;
    }

    int number(int i) {
        return isNumber(i) ? numbers[i] : NO_NUMBER;
    }

    int length(int i) {
        return ends[i] - starts[i];
    }

    boolean isCapitalised(int i) {
        return i >= 0 && i < size && Character.isUpperCase(body.text().charAt(starts[i]));
    }

    /// The letters as written, in small letters with their marks.
    String written(int i) {
        return i < 0 || i >= size ? "" : body.text().substring(starts[i], ends[i]);
    }

    /// Is it the word, marks and all? Where the document has lost its marks, the folded word decides.
    boolean isExactly(int i, String word) {
        if (!is(i, Letters.fold(word))) {
            return false;
        }
        return !body.accented() || written(i).equalsIgnoreCase(word) || toned(i).equals(Letters.toned(word));
    }

    String toned(int i) {
        if (i < 0 || i >= size) {
            return "";
        }
        var known = toned[i];
        if (known == null) {
            known = Letters.toned(written(i));
            toned[i] = known;
        }
        return known;
    }

    boolean isEndOfBlock(int i) {
        return i < 0 || i >= size || words[i].equals("\n");
    }

    /// First token that starts at or after a position of the text.
    int at(int position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
