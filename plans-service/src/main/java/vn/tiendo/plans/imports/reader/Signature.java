package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who signs: the line of capacity, the position, and the name below.
record Signature(
        @Nullable String name,
        @Nullable String position,
        @Nullable String capacity) {

    private static final String[] CAPACITIES = {
        "t/m", "tm.", "tm ", "kt.", "kt ", "tl.", "t/l", "tl ", "tuq.", "tuq ", "q.", "k/t", "tm/", "thay mat"
    };
    private static final String[] POSITIONS = {
        "bi thu",
        "pho bi thu",
        "truong ban",
        "pho truong ban",
        "chu tich",
        "pho chu tich",
        "giam doc",
        "pho giam doc",
        "tong giam doc",
        "hieu truong",
        "pho hieu truong",
        "truong phong",
        "pho truong phong",
        "chanh van phong",
        "pho chanh van phong",
        "chu nhiem",
        "pho chu nhiem",
        "bo truong",
        "thu truong",
        "thu tuong",
        "pho thu tuong",
        "uy vien",
        "uy vien thuong truc",
        "tong bi thu",
        "cuc truong",
        "pho cuc truong",
        "vu truong",
        "pho vu truong",
        "vien truong",
        "pho vien truong",
        "chanh an",
        "pho chanh an",
        "tong cuc truong",
        "pho tong cuc truong",
        "chi huy truong",
        "chinh uy",
        "tu lenh",
        "vien truong",
        "tong bien tap",
        "chanh thanh tra",
        "pho chanh thanh tra",
        "chi cuc truong",
        "pho chi cuc truong",
        "truong khoa",
        "hang truong",
        "pho vien truong",
        "bi thu chi bo",
        "truong doan",
        "thuong truc",
        "doi truong",
        "vien pho",
        "vien truong",
        "tram truong",
        "pho bi thu thuong truc",
        "pho chu tich thuong truc",
        "pho truong ban thuong truc",
        "tong kiem toan",
        "kiem toan truong",
        "trung tuong",
        "thieu tuong",
        "dai ta",
        "chu tich hoi dong",
        "truong ban chi dao",
        "pho truong ban chi dao"
    };
    private static final Set<String> FAMILY_NAMES = Set.of(
            "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "dao", "doan", "vuong", "trinh", "truong", "dinh", "lam", "phung", "mai", "to", "ha", "ta",
            "cao", "luong", "luu", "chu", "thai", "la", "tong", "quach", "ton", "kieu", "dam", "quang", "trieu", "nong",
            "ma", "ban", "be", "luc", "lo", "cam", "sung", "giang", "vang", "thao", "hau", "tan", "ksor", "rah", "siu",
            "nay", "y", "h", "dieu", "thach", "son", "kim", "danh", "chau", "mac", "nghiem", "ninh", "khuat", "ung",
            "than", "tieu", "au", "hua", "ong", "vi", "hoa", "khong", "chung", "diep", "van", "bach", "tang", "thi",
            "bo", "a", "po", "dong", "giap", "viet", "phi", "uong", "khuong", "dau", "cu", "thieu", "sam", "hu", "hang",
            "lai", "lau", "lu", "nhan", "pho", "quan", "te", "tu", "xa", "cung", "doi", "loc", "trang", "tri", "mua",
            "giao", "ga", "mong", "moong", "xong");

    private static final Signature NONE = new Signature(null, null, null);

    static boolean isCapacity(String text) {
        var folded = Letters.fold(text);
        if (!Letters.inCapitals(text.length() > 12 ? text.substring(0, 12) : text) || text.length() > 70) {
            return false;
        }
        for (var capacity : CAPACITIES) {
            if (folded.startsWith(capacity)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPosition(String text) {
        return position(text) != null;
    }

    /// The position that a line in capitals names, without what a signature stamp adds behind it.
    private static @Nullable String position(String text) {
        if (text.length() > 80) {
            return null;
        }
        var folded = Letters.fold(text);
        String best = null;
        for (var position : POSITIONS) {
            boolean whole = folded.startsWith(position)
                    && (folded.length() == position.length() || !Character.isLetter(folded.charAt(position.length())));
            if (whole && (best == null || position.length() > best.length())) {
                best = position;
            }
        }
        if (best == null || !Letters.inCapitals(text.substring(0, best.length()))) {
            return null;
        }
        int end = best.length();
        int capitals = end;
        for (int i = end; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                break;
            }
            if (text.charAt(i) == ' ' || i + 1 == text.length()) {
                capitals = i + 1 == text.length() ? text.length() : i;
            }
        }
        return text.substring(0, Math.max(end, capitals)).strip();
    }

    static boolean isPersonName(String text) {
        if (isPosition(text) || isCapacity(text)) {
            return false;
        }
        var words = text.strip().split(" ");
        int i = 0;
        while (i < words.length - 1 && words[i].length() < 10 && (words[i].endsWith(".") || words[i].contains("."))) {
            i++;
        }
        if (words.length - i < 2 || words.length - i > 6) {
            return false;
        }
        if (!FAMILY_NAMES.contains(Letters.fold(words[i]))) {
            return false;
        }
        for (int word = i; word < words.length; word++) {
            if (!Character.isUpperCase(words[word].charAt(0))) {
                return false;
            }
            for (int letter = 0; letter < words[word].length(); letter++) {
                char c = words[word].charAt(letter);
                if (!Character.isLetter(c) && c != '-' && c != '\'' && c != '’') {
                    return false;
                }
            }
        }
        return true;
    }

    /// Names of peoples whose family names are many: below a position, a few words with capitals can be nothing else.
    private static boolean isRareName(String text) {
        var words = text.strip().split(" ");
        if (words.length < 2 || words.length > 5 || Letters.inCapitals(text) || isPosition(text) || isCapacity(text)) {
            return false;
        }
        for (var word : words) {
            if (!word.matches("\\p{Lu}[\\p{L}'’.-]*")) {
                return false;
            }
        }
        return true;
    }

    /// Reads the lines of the foot that are not recipients.
    static Signature of(List<String> lines) {
        String capacity = null;
        String position = null;
        var kept = new ArrayList<String>(lines);
        int i = 0;
        while (i < kept.size() && !isCapacity(kept.get(i)) && position(kept.get(i)) == null) {
            i++;
        }
        if (i == kept.size()) {
            return NONE;
        }
        if (isCapacity(kept.get(i))) {
            capacity = kept.get(i++);
            if (i + 1 < kept.size()
                    && position(kept.get(i)) == null
                    && Letters.inCapitals(kept.get(i))
                    && !isPersonName(kept.get(i))
                    && position(kept.get(i + 1)) != null) {
                capacity += " " + kept.get(i++);
            }
        }
        while (i < kept.size()) {
            var read = position(kept.get(i));
            if (isCapacity(kept.get(i)) && position == null) {
                capacity = capacity == null ? kept.get(i) : capacity + " " + kept.get(i);
            } else if (read != null && !isPersonName(kept.get(i))) {
                position = read;
            } else if (position != null || capacity != null) {
                break;
            }
            i++;
        }
        for (int j = i; j < kept.size(); j++) {
            var text = withoutNotes(kept.get(j));
            if (isPersonName(text)) {
                return new Signature(text, position, capacity);
            }
        }
        for (int j = i; j < kept.size(); j++) {
            var text = withoutNotes(kept.get(j));
            if (isRareName(text)) {
                return new Signature(text, position, capacity);
            }
        }
        return new Signature(null, position, capacity);
    }

    private static String withoutNotes(String text) {
        var folded = Letters.fold(text);
        if (folded.startsWith("da ky") || folded.startsWith("(da ky")) {
            int end = folded.indexOf("ky") + 2;
            return text.substring(end).replaceAll("^[):.\\s]+", "");
        }
        return text.strip();
    }
}
