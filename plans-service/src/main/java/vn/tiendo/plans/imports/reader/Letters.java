package vn.tiendo.plans.imports.reader;

import java.text.Normalizer;

/// Letters without case and marks, one for one, so that a position in the folded text is the same in the text.
final class Letters {

    private static final char[] FOLDED = table();

    private Letters() {}

    private static char[] table() {
        var table = new char[0x2000];
        for (char letter = 0; letter < table.length; letter++) {
            var base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                    .charAt(0);
            table[letter] = Character.toLowerCase(base);
        }
        table['đ'] = 'd';
        table['Đ'] = 'd';
        table['ð'] = 'd';
        table['Ð'] = 'd';
        return table;
    }

    static char fold(char letter) {
        return letter < FOLDED.length ? FOLDED[letter] : letter;
    }

    static String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    /// The word in small letters with its tone behind it, so that "uỷ" and "ủy", "hoá" and "hóa" are the same.
    static String toned(String word) {
        var letters = new StringBuilder();
        var tone = new StringBuilder();
        var parts = Normalizer.normalize(word.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            boolean isTone = part == 0x0300 || part == 0x0301 || part == 0x0303 || part == 0x0309 || part == 0x0323;
            (isTone ? tone : letters).append(part);
        }
        return letters.append(tone).toString();
    }

    /// Is it a mark that stands on the letter before it (NFD)?
    static boolean isMark(char letter) {
        return letter >= 0x0300 && letter <= 0x036f;
    }

    /// Does the text consist of capitals, as the head and the signature of a document do?
    static boolean inCapitals(String text) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                capitals++;
            } else if (Character.isLowerCase(text.charAt(i))) {
                small++;
            }
        }
        return capitals > 1 && small * 6 <= capitals;
    }
}
