package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds quantities: "ít nhất 01 nhiệm vụ", "02 - 04 tập thể", "1 lần/năm", "ít nhất từ 02 - 03 kỳ".
final class Amounts {

    private static final Set<String> UNITS = Set.of(
            "tap", "ca", "guong", "dien", "mo", "nhiem", "giai", "ban", "ky", "lan", "buoi", "cuoc", "hoi", "tin",
            "bai", "cong", "viec", "noi", "chuyen", "lop", "don", "dang", "chi", "van", "ho", "phan", "tac", "san",
            "cay", "y", "sang", "de", "khau", "chu", "to", "dot", "nguoi", "suat", "cau", "hoat", "sinh", "can",
            "phong", "tiet", "clip", "video", "doan", "trang", "nha", "diem", "luot", "hoc", "pano", "ngay", "tuyen",
            "con");

    private final Tokens tokens;
    private final Dates dates;
    private final boolean[] hidden;

    Amounts(Tokens tokens, Dates dates, boolean[] hidden) {
        this.tokens = tokens;
        this.dates = dates;
        this.hidden = hidden;
    }

    List<Amount> between(int start, int end) {
        var found = new ArrayList<Amount>();
        int i = start;
        while (i < end) {
            var amount = hidden[i] ? null : at(i, start, end);
            if (amount != null) {
                found.add(amount);
                i = amount.end();
            } else {
                i++;
            }
        }
        return found;
    }

    private @Nullable Amount at(int i, int start, int end) {
        boolean least = tokens.is(i, "it", "nhat") || tokens.is(i, "toi", "thieu");
        boolean most = tokens.is(i, "toi", "da") || tokens.is(i, "khong", "qua") || tokens.is(i, "nhieu", "nhat");
        int j = least || most ? i + 2 : i;
        boolean from = tokens.isOneOf(j, "tu", "la", "co") && (least || most || tokens.isNumber(j + 1));
        if (from) {
            j++;
        }
        int first = number(j, least || most);
        var when = dates.at(j);
        if (first <= 0 || first > 100_000 || (when != null && when.isDay())) {
            return null;
        }
        int after = j + 1;
        if (tokens.is(after, "(") && tokens.is(after + 2, ")")) {
            after += 3;
        }
        int last = first;
        if ((tokens.is(after, "-") || (tokens.is(after, "den") && from)) && number(after + 1, false) > first) {
            last = number(after + 1, false);
            after += 2;
        }
        boolean asked = least || isAsked(i);
        boolean thing = asked && tokens.isWord(after) && !isMeasure(after);
        boolean counted = (UNITS.contains(tokens.word(after)) || thing) && after < end && !isDateWord(after);
        if (!counted
                || tokens.isOneOf(j - 1, "/", "so", "khoa", "thu", "nam", "dieu", "quy", "muc")
                || (tokens.isOneOf(j - 1, ".", ",") && tokens.isNumber(j - 2))) {
            return null;
        }
        if (!least && !most && last == first && tokens.is(after, "ngay")) {
            return null;
        }
        int unitEnd = unitEnd(after, end);
        var period = period(i, start, end, unitEnd);
        var unit = tokens.body().text().substring(tokens.start(after), tokens.end(unitEnd - 1));
        if (most) {
            return new Amount(i, unitEnd, null, last, null, unit, period);
        }
        if (least) {
            return new Amount(i, unitEnd, first, null, last > first ? last : null, unit, period);
        }
        return new Amount(i, unitEnd, first, last, null, unit, period);
    }

    /// Right behind the act that the number is about: "đăng ký 01 …", "giới thiệu 02 …".
    private boolean isAsked(int i) {
        return tokens.is(i - 2, "dang", "ky")
                || tokens.is(i - 2, "gioi", "thieu")
                || tokens.is(i - 2, "lua", "chon")
                || tokens.is(i - 2, "bieu", "duong")
                || tokens.is(i - 2, "tuyen", "duong")
                || tokens.is(i - 2, "khen", "thuong")
                || tokens.is(i - 2, "de", "xuat")
                || tokens.is(i - 2, "to", "chuc");
    }

    private boolean isMeasure(int i) {
        return tokens.length(i) < 2
                || tokens.isOneOf(
                                i, "ngay", "thang", "nam", "gio", "phut", "tuan", "trieu", "ty", "dong", "phan", "met",
                                "ha", "thi", "so", "den", "trong", "truoc", "va", "hoac", "tren", "quy", "doi", "voi",
                                "cua", "ve")
                        && !tokens.is(i, "doi", "moi")
                        && !tokens.is(i, "phan", "viec");
    }

    private boolean isDateWord(int i) {
        return tokens.is(i, "ngay") && !tokens.is(i + 1, "hoi") || tokens.is(i, "de", "nghi");
    }

    private int number(int i, boolean inWords) {
        if (tokens.isNumber(i)) {
            return tokens.number(i);
        }
        if (!inWords) {
            return 0;
        }
        return switch (tokens.word(i)) {
            case "mot" -> 1;
            case "hai" -> 2;
            case "ba" -> 3;
            case "bon" -> 4;
            case "nam" -> dates.isYearWord(i) && tokens.isExactly(i, "năm") ? 5 : 0;
            default -> 0;
        };
    }

    private int unitEnd(int i, int end) {
        int j = tokens.is(i, "doi", "moi") ? i + 2 : i + 1;
        while (j < end
                && j - i < 6
                && tokens.isWord(j)
                && !tokens.isOneOf(
                        j, "trong", "ve", "de", "va", "hoac", "moi", "trc", "tren", "gan", "phu", "cua", "tieu",
                        "truoc", "gui", "cho", "theo", "hang", "tai", "thuc", "co", "hoc", "xuat", "duoc", "den", "vao",
                        "nham")) {
            j++;
        }
        if (tokens.isOneOf(j, "tieu") && tokens.is(j + 1, "bieu")) {
            j += 2;
        } else if (tokens.is(j, ",") && tokens.isOneOf(j + 1, "dot", "khau") && tokens.is(i, "nhiem")) {
            j += 3;
        }
        return Math.min(j, end);
    }

    /// "/năm", "mỗi quý", "trong năm", "hằng tháng" near the number.
    private @Nullable String period(int i, int start, int end, int unitEnd) {
        for (int j = i; j < Math.min(end, unitEnd + 7); j++) {
            if (tokens.isOneOf(j, ";", ".")) {
                break;
            }
            boolean per = tokens.isOneOf(j, "/", "moi", "trong", "hang", "mot");
            if (per && j >= i + 1) {
                int unit = tokens.isNumber(j + 1) ? j + 2 : tokens.is(j + 1, "mot") ? j + 2 : j + 1;
                var read = periodOf(unit, tokens.is(j, "trong"));
                if (read != null) {
                    return read;
                }
            }
        }
        for (int j = Math.max(start, i - 12); j < i; j++) {
            if (tokens.isOneOf(j, "moi", "hang", "trong")) {
                var read = periodOf(j + 1, tokens.is(j, "trong"));
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    private @Nullable String periodOf(int i, boolean inside) {
        if (inside
                && (tokens.isNumber(i + 1) || tokens.isOneOf(i + 1, "i", "ii", "iii", "iv") || !dates.isYearWord(i))) {
            return null;
        }
        if (tokens.is(i, "thang")) {
            return "MONTH";
        }
        if (tokens.is(i, "quy")) {
            return "QUARTER";
        }
        if (dates.isYearWord(i)) {
            return "YEAR";
        }
        return tokens.number(i) == 6 && tokens.is(i + 1, "thang") ? "HALF_YEAR" : null;
    }
}
