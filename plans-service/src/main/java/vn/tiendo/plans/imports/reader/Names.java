package vn.tiendo.plans.imports.reader;

import java.util.Locale;
import java.util.Set;

/// Writes the name of a body that stands in capitals as it is written in a sentence.
final class Names {

    private static final Set<String> SMALL = Set.of(
            "và", "của", "các", "nhân", "dân", "giáo", "ủy", "vận", "chức", "thường", "vụ", "tra", "chính", "phòng",
            "ban", "đồng", "bộ", "đoàn", "hội", "trường", "tế", "hóa", "thao", "hoạch", "tư", "nghiệp", "nghệ", "thông",
            "học", "tạo", "đạo", "phát", "xã", "huyện", "tỉnh", "thị", "thành", "phố", "quận", "phường", "trấn", "tổ",
            "động", "binh", "lịch", "triển", "lâm", "cứu", "gia", "viện", "trực", "hành", "chấp", "cơ", "sở", "đảng",
            "khối", "quan", "trung", "tâm", "lao", "liên", "việt", "quốc", "tài", "nội", "mặt", "trận", "công", "dục",
            "khoa", "ty", "cổ", "phần", "trách", "nhiệm", "hữu", "hạn", "một", "viên", "quản", "lý", "kiểm", "mầm",
            "non", "tiểu", "nghĩa", "vật", "cao", "đẳng", "cựu", "chiến", "phụ", "nữ", "thanh", "niên", "nông", "sản");

    private static final Set<String> INITIALS = Set.of(
            "ubnd", "hđnd", "thpt", "thcs", "tncs", "mttq", "thptqg", "lhpn", "lđlđ", "bch", "btv", "tnhh", "mtv", "tw",
            "ptdtnt", "ubmttq", "hđqt", "vnpt", "cnvc");

    private Names() {}

    /// Looks first how the text itself writes the name, then falls back on the usual words.
    static String proper(String capitals, String body) {
        if (!Letters.inCapitals(capitals)) {
            return capitals.strip();
        }
        var lower = capitals.strip().toLowerCase(Locale.ROOT);
        int at = indexIgnoringCase(body, lower);
        if (at >= 0) {
            return body.substring(at, at + lower.length());
        }
        return byWords(lower);
    }

    private static int indexIgnoringCase(String body, String lower) {
        char first = lower.charAt(0);
        char upper = Character.toUpperCase(first);
        for (int i = body.indexOf(upper); i >= 0; i = body.indexOf(upper, i + 1)) {
            if (body.regionMatches(true, i, lower, 0, lower.length())
                    && !Letters.inCapitals(body.substring(i, i + lower.length()))) {
                return i;
            }
        }
        return -1;
    }

    /// The first word of each unit name takes a capital, as do place names behind a word for a place.
    private static String byWords(String lower) {
        var words = lower.split("\\s+");
        var text = new StringBuilder();
        boolean place = false;
        boolean head = true;
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            boolean placeWord =
                    PLACE_WORDS.contains(word) || (i > 0 && word.equals("ủy") && PLACE_WORDS.contains(words[i - 1]));
            boolean capital = head
                    || place && !placeWord
                    || !SMALL.contains(word)
                    || i > 0 && HEADS.contains(words[i - 1]) && !word.equals("nhân");
            if (placeWord && i > 0 && !words[i].equals("ủy") && !(i + 1 < words.length && words[i + 1].equals("ủy"))) {
                capital = false;
            }
            boolean initials = INITIALS.contains(word);
            text.append(i > 0 ? " " : "")
                    .append(
                            initials
                                    ? word.toUpperCase(Locale.ROOT)
                                    : capital
                                            ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                                            : word);
            place = place || placeWord && i > 0 || word.equals("ủy") && i > 0 && PLACE_WORDS.contains(words[i - 1]);
            head = false;
        }
        return text.toString();
    }

    private static final Set<String> PLACE_WORDS =
            Set.of("tỉnh", "huyện", "quận", "phường", "xã", "thị", "thành", "phố", "trấn");
    private static final Set<String> HEADS = Set.of("ban", "sở", "phòng", "bộ", "trường", "viện", "cục", "hội");

    /// The place a name ends with: "Tỉnh ủy Bắc Ninh", "UBND huyện Văn Bàn".
    static @org.jspecify.annotations.Nullable String place(String name) {
        var folded = Letters.fold(name);
        int best = -1;
        for (var word : new String[] {
            "tinh uy ",
            "thanh uy ",
            "huyen uy ",
            "thi uy ",
            "quan uy ",
            "tinh ",
            "huyen ",
            "thi xa ",
            "thanh pho ",
            "quan ",
            "phuong ",
            "xa ",
            "thi tran ",
            "tp. ",
            "tp ",
            "tx. "
        }) {
            int at = folded.lastIndexOf(word);
            if (at >= 0
                    && (at == 0 || folded.charAt(at - 1) == ' ')
                    && at + word.length() < name.length()
                    && at + word.length() > best
                    && Character.isUpperCase(name.charAt(at + word.length()))) {
                best = at + word.length();
            }
        }
        if (best < 0) {
            return null;
        }
        int end = best;
        while (end < name.length()) {
            int space = name.indexOf(' ', end);
            int wordEnd = space < 0 ? name.length() : space;
            if (!Character.isUpperCase(name.charAt(end)) && !Character.isDigit(name.charAt(end))) {
                break;
            }
            end = space < 0 ? name.length() : wordEnd + 1;
        }
        var place = name.substring(best, end).strip().replaceAll("[,;.]+$", "");
        return place.isEmpty() || Character.isDigit(place.charAt(0)) ? null : place;
    }
}
