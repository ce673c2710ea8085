package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadDeadline.Repetition;

/// Reads how often something comes back: "hằng năm", "mỗi quý", "6 tháng một lần", "ngày 25 của tháng cuối quý".
final class Repetitions {

    private final Tokens tokens;
    private final Dates dates;

    Repetitions(Tokens tokens, Dates dates) {
        this.tokens = tokens;
        this.dates = dates;
    }

    /// A frequency and the token after it.
    record Every(String freq, int end) {}

    @Nullable
    Every at(int i) {
        boolean each = tokens.isOneOf(i, "hang", "moi", "tung") || tokens.is(i, "hằng");
        if (each) {
            var freq = unit(i + 1);
            return freq == null || isFamilyWord(i) ? null : new Every(freq, i + 2);
        }
        int number = tokens.isOneOf(i, "sau") ? 6 : tokens.number(i);
        if (number > 0 && tokens.is(i + 1, "thang")) {
            int end = i + 2;
            boolean once = tokens.isOneOf(end, "mot", "1", "01", "/") && tokens.is(end + 1, "lan");
            if (once) {
                return switch (number) {
                    case 1 -> new Every("MONTHLY", end + 2);
                    case 3 -> new Every("QUARTERLY", end + 2);
                    case 6 -> new Every("HALF_YEARLY", end + 2);
                    case 12 -> new Every("YEARLY", end + 2);
                    default -> null;
                };
            }
        }
        return null;
    }

    /// "hàng" as in "hàng hóa" never stands before a unit of time, but "tháng" may be "thắng" in folded text.
    private boolean isFamilyWord(int i) {
        return tokens.is(i + 1, "nam") && !dates.isYearWord(i + 1);
    }

    private @Nullable String unit(int i) {
        return switch (tokens.word(i)) {
            case "ngay" -> null;
            case "tuan" -> "WEEKLY";
            case "thang" -> "MONTHLY";
            case "quy" -> "QUARTERLY";
            case "nam" -> "YEARLY";
            default -> null;
        };
    }

    /// The period after "định kỳ": "6 tháng", "quý", "hằng tháng", "3 năm"; of several the first.
    @Nullable
    Every afterRegularly(int i) {
        int j = tokens.isOneOf(i, "vao", "theo", ",", "(") ? i + 1 : i;
        var every = at(j);
        if (every != null) {
            return every;
        }
        int number = tokens.is(j, "sau") ? 6 : tokens.number(j);
        if (number == 6 && tokens.is(j + 1, "thang")) {
            return new Every("HALF_YEARLY", j + 2);
        }
        if (number == 3 && tokens.is(j + 1, "thang")) {
            return new Every("QUARTERLY", j + 2);
        }
        if (number == 3 && tokens.is(j + 1, "nam")) {
            return new Every("EVERY_3_YEARS", j + 2);
        }
        boolean plain = tokens.isOneOf(j, "tuan", "thang", "quy") || dates.isYearWord(j);
        var freq = plain && !tokens.isNumber(j + 1) ? unit(j) : null;
        return freq == null ? null : new Every(freq, j + 1);
    }

    /// How a day without a month comes back: "hằng tháng", "của tháng cuối quý", "hằng quý".
    @Nullable
    Found dayOnly(int i, int day) {
        int j = i;
        while (tokens.isOneOf(j, "cua", ",", "(", "vao", "trong")) {
            j++;
        }
        if (tokens.is(j, "thang")
                && tokens.isOneOf(j + 1, "cuoi", "dau")
                && (tokens.is(j + 2, "quy") || tokens.is(j + 3, "quy"))) {
            int end = tokens.is(j + 2, "quy") ? j + 3 : j + 4;
            int month = tokens.is(j + 1, "cuoi") ? 3 : 1;
            return new Found(new Repetition("QUARTERLY", null, day, null, month, null), end);
        }
        if (tokens.is(j, "thang") && tokens.isOneOf(j + 1, "truoc", "sau", "lien", "bao", "ke")) {
            return new Found(Repetition.onDay("MONTHLY", null, day), j + 2);
        }
        if (tokens.is(j, "thang") && tokens.is(j + 1, "dau") && tokens.is(j + 2, "tien")) {
            return new Found(new Repetition("QUARTERLY", null, day, null, 1, null), j + 3);
        }
        var every = at(j);
        if (every != null) {
            return switch (every.freq()) {
                case "MONTHLY" -> new Found(Repetition.onDay("MONTHLY", null, day), every.end());
                case "QUARTERLY" -> new Found(new Repetition("QUARTERLY", null, day, null, 3, null), every.end());
                default -> null;
            };
        }
        return null;
    }

    /// "Hằng tháng (trước ngày 20)": the repetition stands before the day, in the same clause.
    @Nullable
    Found dayBehind(int start, int end, int day) {
        for (int j = start - 1; j > start - 10 && !tokens.isOneOf(j, ";", ".", ":", "\n", "|"); j--) {
            var every = at(j);
            if (every != null && every.end() <= start) {
                return switch (every.freq()) {
                    case "MONTHLY" -> new Found(Repetition.onDay("MONTHLY", null, day), end);
                    default -> null;
                };
            }
        }
        return null;
    }

    /// A repetition and the token after it.
    record Found(Repetition repetition, int end) {}

    /// What follows a date: "hằng năm" with or without a comma or bracket before it.
    @Nullable
    Every after(int end) {
        int j = tokens.isOneOf(end, ",", "(") ? end + 1 : end;
        var every = at(j);
        return every != null && (j == end || every.freq().equals("YEARLY")) ? every : null;
    }

    /// 1 for Monday to 7 for Sunday, and the token after it.
    @Nullable
    Weekday weekday(int i) {
        if (tokens.is(i, "chu", "nhat")) {
            return new Weekday(7, i + 2);
        }
        if (!tokens.is(i, "thu")) {
            return null;
        }
        int day = switch (tokens.word(i + 1)) {
            case "hai", "2" -> 1;
            case "ba", "3" -> 2;
            case "tu", "4" -> 3;
            case "nam", "5" -> 4;
            case "sau", "6" -> 5;
            case "bay", "7" -> 6;
            default -> 0;
        };
        return day == 0 ? null : new Weekday(day, i + 2);
    }

    /// A further weekday of a list ("thứ Bảy, Chủ nhật").
    @Nullable
    Weekday weekdayAlso(int i) {
        return tokens.isOneOf(i, ",", "va", "-", "hoac") ? weekday(i + 1) : null;
    }

    record Weekday(int day, int end) {}

    /// "thứ Sáu tuần 2 và tuần 4 hằng tháng": what stands behind the weekday.
    @Nullable
    Every weekOfMonth(int i) {
        if (!tokens.isOneOf(i, "tuan", "cua", "dau", "cuoi")) {
            return null;
        }
        for (int j = i; j < i + 9 && !tokens.isOneOf(j, ".", ";", ":", "\n"); j++) {
            var every = at(j);
            if (every != null) {
                return every.freq().equals("MONTHLY") ? every : null;
            }
        }
        return null;
    }

    /// "hằng ngày, trước 16h30", "trước 16h30 các ngày": the hour of every day.
    boolean dailyBefore(int start) {
        for (int j = start - 2; j >= start - 4; j--) {
            if (tokens.isOneOf(j, "hang", "moi") && tokens.is(j + 1, "ngay")) {
                return true;
            }
        }
        return false;
    }
}
