package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the documents a text cites: "Kế hoạch số 58-KH/BTGTW, ngày 27/8/2021 của Ban …".
final class Citations {

    private static final List<String> TYPES = List.of(
            "thong bao ket luan",
            "thong tu lien tich",
            "chuong trinh hanh dong",
            "ke hoach",
            "ket luan",
            "chi thi",
            "quy dinh",
            "quyet dinh",
            "nghi quyet",
            "nghi dinh",
            "huong dan",
            "cong van",
            "cong dien",
            "thong bao",
            "thong tu",
            "thong tri",
            "chuong trinh",
            "bo luat",
            "luat",
            "phap lenh",
            "de an",
            "quy che",
            "bao cao",
            "to trinh",
            "van ban",
            "giay moi",
            "lenh",
            "dien",
            "quy uoc");
    private static final Set<String> ISSUER_ENDS = Set.of(
            "về", "thực", "quy", "ngày", "phê", "khóa", "gửi", "trong", "giai", "năm", "hướng", "đối", "tại", "có",
            "theo", "đến", "triển", "hành", "nhằm", "để", "yêu", "là", "trích", "gắn", "nhiệm", "kết", "từ", "sửa",
            "số", "v");
    private static final Set<String> PLAIN_ISSUER_ENDS =
            ISSUER_ENDS.stream().map(Letters::fold).collect(Collectors.toSet());
    private static final int TYPE_WINDOW = 8;
    private static final int LONGEST_ISSUER = 14;

    private final Tokens tokens;
    private final Dates dates;

    Citations(Tokens tokens, Dates dates) {
        this.tokens = tokens;
        this.dates = dates;
    }

    List<Citation> all() {
        var found = new ArrayList<Citation>();
        int lastEnd = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isNumber(i) || tokens.length(i) > 5) {
                continue;
            }
            int symbolEnd = symbolEnd(i);
            if (symbolEnd < 0) {
                continue;
            }
            var read = citation(i, symbolEnd, lastEnd);
            found.addAll(read);
            lastEnd = read.getLast().end();
            i = lastEnd - 1;
        }
        return found;
    }

    private List<Citation> citation(int number, int symbolEnd, int floor) {
        int firstNumber = number;
        while (tokens.isOneOf(firstNumber - 1, ",", "va")
                && tokens.isNumber(firstNumber - 2)
                && tokens.length(firstNumber - 2) < 5
                && firstNumber - 2 >= floor
                && (tokens.isOneOf(firstNumber - 3, ",", "so", ":"))) {
            firstNumber -= 2;
        }
        int before = firstNumber - 1;
        if (tokens.is(before, ":")) {
            before--;
        }
        if (tokens.is(before, "so")) {
            before--;
        }
        int typeStart = typeStart(before, floor);
        int start = typeStart >= 0 ? typeStart : before + 1;
        var type = typeStart >= 0 ? text(typeStart, before + 1) : null;
        int end = tokens.at(symbolEnd);
        int dateAt = tokens.is(end, ",") || tokens.is(end, "(") ? end + 1 : end;
        LocalDate date = null;
        int ownEnd = end;
        if (tokens.is(dateAt, "ban") && tokens.is(dateAt + 1, "hanh")) {
            dateAt += 2;
        }
        if (tokens.is(dateAt, "de") || tokens.is(dateAt, "ky")) {
            dateAt++;
        }
        var when = tokens.isOneOf(dateAt, "ngay") || tokens.isNumber(dateAt) ? dates.at(dateAt) : null;
        if (when != null && when.isDay() && when.year() > 0) {
            date = day(when);
            end = when.end();
        }
        var issuer = issuer(end);
        int maskEnd = end;
        if (date == null) {
            var later = laterDate(end);
            if (later != null) {
                date = day(later);
                maskEnd = later.end();
            }
        }
        var raw = tokens.body()
                .text()
                .substring(
                        tokens.start(start),
                        date == null || maskEnd != end
                                ? (maskEnd != end ? endOf(ownEnd) : symbolEnd)
                                : tokens.end(end - 1));
        var symbol =
                tokens.body().text().substring(tokens.end(number), symbolEnd).replace(" ", "");
        if (!symbol.startsWith("-") && !symbol.startsWith("/")) {
            symbol = "-" + symbol;
        }
        var read = new ArrayList<Citation>();
        for (int i = firstNumber; i <= number; i += 2) {
            read.add(new Citation(
                    start, Math.max(maskEnd, number + 1), firstNumber, raw, type, digits(i) + symbol, date, issuer));
        }
        return read;
    }

    private int endOf(int token) {
        return tokens.end(token - 1);
    }

    private String digits(int i) {
        return tokens.body().text().substring(tokens.start(i), tokens.end(i));
    }

    private static @Nullable LocalDate day(When when) {
        var days = when.days(PlanYears.UNKNOWN);
        return days == null ? null : days.from();
    }

    /// "Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ ngày 03/6/2020": the date stands behind the issuer.
    private @Nullable When laterDate(int end) {
        if (!tokens.isOneOf(end, "cua")) {
            return null;
        }
        for (int i = end + 1; i < end + 12; i++) {
            if (tokens.isSign(i) && !tokens.is(i, ",") && !tokens.is(i, "-")) {
                return null;
            }
            if (tokens.isOneOf(i, "truoc", "den", "nhat", "hoan", "trong", "gui", "bao", "tu", "vao", "ve")) {
                return null;
            }
            if (tokens.is(i, "ngay")) {
                var when = dates.at(i);
                return when != null && when.isDay() && when.year() > 0 ? when : null;
            }
        }
        return null;
    }

    private int typeStart(int last, int floor) {
        for (int i = last; i >= Math.max(floor, last - TYPE_WINDOW); i--) {
            if (tokens.isOneOf(i, ";", ".", "\n", ":", "(") || tokens.isEndOfBlock(i)) {
                return -1;
            }
            if (!tokens.isWord(i)) {
                continue;
            }
            for (var type : TYPES) {
                if (isType(i, type, last)) {
                    return widened(i);
                }
            }
        }
        return -1;
    }

    /// "Thông báo kết luận số 12": the type begins before "kết luận".
    private int widened(int i) {
        if (tokens.is(i, "ket", "luan") && tokens.is(i - 2, "thong", "bao")) {
            return i - 2;
        }
        if ((tokens.is(i, "luat") && tokens.is(i - 1, "bo")) || (tokens.is(i, "dien") && tokens.is(i - 1, "cong"))) {
            return i - 1;
        }
        return i;
    }

    private boolean isType(int i, String type, int last) {
        var words = type.split(" ");
        for (int w = 0; w < words.length; w++) {
            if (!tokens.is(i + w, words[w]) || i + w > last) {
                return false;
            }
        }
        return !tokens.body().accented() || tokens.isCapitalised(i) || i + words.length - 1 == last;
    }

    private String text(int start, int end) {
        return tokens.body().text().substring(tokens.start(start), tokens.end(end - 1));
    }

    private @Nullable String issuer(int end) {
        int i = tokens.is(end, ",") || tokens.is(end, ")") ? end + 1 : end;
        if (!tokens.is(i, "cua")) {
            return null;
        }
        int last = i + 1;
        while (last < tokens.size() && last - i <= LONGEST_ISSUER) {
            boolean comma = tokens.is(last, ",")
                    && !(tokens.isCapitalised(last + 1)
                            && tokens.isCapitalised(last - 1)
                            && !tokens.is(last - 1, "phu"));
            boolean sign = tokens.isSign(last) && !tokens.is(last, "-") && !tokens.is(last, ",");
            boolean stop = endsIssuer(last) && !tokens.isCapitalised(last) && !tokens.is(last, "va");
            if (tokens.is(last, "ban", "hanh") || comma || sign || stop || tokens.isNumber(last)) {
                break;
            }
            last++;
        }
        return last > i + 1 && last - i <= LONGEST_ISSUER ? text(i + 1, last).strip() : null;
    }

    private boolean endsIssuer(int i) {
        return tokens.body().accented()
                ? ISSUER_ENDS.contains(tokens.written(i).toLowerCase(Locale.ROOT))
                : PLAIN_ISSUER_ENDS.contains(tokens.word(i));
    }

    /// Where the symbol that follows a number ends in the text, or -1: "-KH/TU", "/2023/NĐ-CP", " KL/TW", "/CT-
    /// TTg", "/QH13".
    private int symbolEnd(int number) {
        var text = tokens.body().text();
        int i = tokens.end(number);
        if (i + 5 < text.length() && text.charAt(i) == '/' && isYear(text, i + 1)) {
            i += 5;
        }
        int signs = 0;
        int spaces = 0;
        while (i < text.length()
                && signs + spaces < 4
                && (text.charAt(i) == '-' || text.charAt(i) == '/' || text.charAt(i) == ' ')) {
            if (text.charAt(i) == ' ') {
                spaces++;
            } else {
                signs++;
            }
            i++;
        }
        if (signs + spaces == 0 || signs > 1) {
            return -1;
        }
        int groupStart = i;
        i = letters(text, i);
        if (i == groupStart) {
            return -1;
        }
        boolean assembly = text.startsWith("QH", groupStart) && i - groupStart > 2;
        int groups = 1;
        boolean slash = false;
        while (i + 1 < text.length() && groups < 5) {
            int next = i;
            while (next < text.length() && next - i < 2 && text.charAt(next) == ' ' && signs > 0) {
                next++;
            }
            if (next + 1 >= text.length() || (text.charAt(next) != '/' && text.charAt(next) != '-')) {
                break;
            }
            boolean isSlash = text.charAt(next) == '/';
            int after = next + 1;
            if (after < text.length() && text.charAt(after) == ' ' && isSlash) {
                after++;
            }
            int end = letters(text, after);
            if (end == after) {
                break;
            }
            slash |= isSlash;
            i = end;
            groups++;
        }
        boolean enough = groups > 1 || assembly;
        return enough && (signs > 0 || slash) ? i : -1;
    }

    private static boolean isYear(String text, int i) {
        for (int digit = 0; digit < 4; digit++) {
            if (!Character.isDigit(text.charAt(i + digit))) {
                return false;
            }
        }
        return !Character.isDigit(text.charAt(i + 4));
    }

    /// A group of a symbol begins with a capital and is short: "KH", "QĐi", "TTg", "BTGTW", "QH13".
    private static int letters(String text, int start) {
        if (start >= text.length() || !Character.isUpperCase(text.charAt(start))) {
            return start;
        }
        int i = start;
        while (i < text.length() && i - start < 14 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        boolean word = i - start > 4;
        for (int letter = start + 1; letter < i && word; letter++) {
            word = Character.isLowerCase(text.charAt(letter));
        }
        return i - start >= 14 || word ? start : i;
    }
}
