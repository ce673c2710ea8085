package vn.tiendo.registrations.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name as it is shown and as it is searched: one spelling for the many ways in which Vietnamese letters are encoded.
///
/// @param text NFC, single spaces
record PersonName(String text) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    PersonName {
        text = Normalizer.normalize(String.join(" ", text.strip().split("\\s+")), Normalizer.Form.NFC);
    }

    /// Lower case without diacritics: "Đỗ Thị Hồng" is found by "do thi".
    String searchKey() {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
