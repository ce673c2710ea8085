package vn.tiendo.plans.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Words as they are compared: lower case, without marks, abbreviations written out, cut where a phrase may end.
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[,;:.()\\n]");
    private static final Map<String, String> LONG_FORMS = Map.ofEntries(
            Map.entry("ubnd", "uy ban nhan dan"),
            Map.entry("hdnd", "hoi dong nhan dan"),
            Map.entry("mttq", "mat tran to quoc"),
            Map.entry("ubmttq", "uy ban mat tran to quoc"),
            Map.entry("ubkt", "uy ban kiem tra"),
            Map.entry("btv", "ban thuong vu"),
            Map.entry("bch", "ban chap hanh"),
            Map.entry("ldld", "lien doan lao dong"),
            Map.entry("lhpn", "lien hiep phu nu"),
            Map.entry("ccb", "cuu chien binh"),
            Map.entry("gddt", "giao duc va dao tao"),
            Map.entry("vhtt", "van hoa va thong tin"),
            Map.entry("tw", "trung uong"),
            Map.entry("tu", "tinh uy"));

    private Words() {}

    static String folded(String words) {
        return MARKS.matcher(Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /// @param boundary whether a phrase may end after it: punctuation, "và", "hoặc" or nothing follows
    record Word(String text, boolean boundary) {}

    static List<Word> of(String phrase) {
        var words = new ArrayList<Word>();
        var found = WORD.matcher(folded(phrase.replace("&", " và ")));
        while (found.find()) {
            var text = found.group();
            if (!Character.isLetterOrDigit(text.charAt(0))) {
                end(words);
                continue;
            }
            if (text.equals("va") || text.equals("hoac") || text.equals("cung")) {
                end(words);
            }
            for (var part : LONG_FORMS.getOrDefault(text, text).split(" ")) {
                words.add(new Word(part, false));
            }
        }
        end(words);
        return words;
    }

    private static void end(List<Word> words) {
        if (!words.isEmpty()) {
            words.set(words.size() - 1, new Word(words.getLast().text(), true));
        }
    }

    static List<String> texts(String phrase) {
        return of(phrase).stream().map(Word::text).toList();
    }
}
