package vn.tiendo.plans.imports.reader;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.When.Form;

/// Reads the date that begins at a token, in every way that clerks write one.
final class Dates {

    private static final int EARLIEST = 1800;
    private static final int LATEST = 2100;

    private final Tokens tokens;

    Dates(Tokens tokens) {
        this.tokens = tokens;
    }

    /// A time of day and the token after it.
    record Hour(LocalTime time, int end) {}

    @Nullable
    Hour hour(int i) {
        int hour = tokens.number(i);
        if (hour < 0 || hour > 24 || !tokens.isOneOf(i + 1, "h", "g", "gio", ":")) {
            return null;
        }
        int end = i + 2;
        int minute = 0;
        if (tokens.isNumber(end) && tokens.number(end) < 60 && !tokens.is(end + 1, "/")) {
            minute = tokens.number(end++);
            if (tokens.isOneOf(end, "phut", "'", "p", "’", "ph")) {
                end++;
            }
        } else if (tokens.is(i + 1, ":")) {
            return null;
        }
        return new Hour(hour == 24 ? LocalTime.of(23, 59) : LocalTime.of(hour, minute), end);
    }

    @Nullable
    When at(int i) {
        if (tokens.isOneOf(i, "ngay", "mung", "mong")) {
            int day = i + 1;
            if (tokens.isOneOf(day, "mung", "mong")) {
                day++;
            }
            return day(i, day, true);
        }
        if (tokens.isNumber(i)) {
            var bare = partOfYear(i);
            if (bare == null) {
                bare = monthOfYear(i);
            }
            return bare != null ? bare : day(i, i, false);
        }
        if (tokens.is(i, "thang")) {
            return months(i);
        }
        if (tokens.is(i, "t")
                && tokens.isNumber(i + 1)
                && tokens.isOneOf(i + 2, "/")
                && tokens.end(i) == tokens.start(i + 1)) {
            return months(i);
        }
        if (tokens.is(i, "quy")) {
            return quarters(i);
        }
        if (tokens.isOneOf(i, "nua", "sau")) {
            return partOfYear(i);
        }
        if (tokens.is(i, "giai", "doan")) {
            return span(i, i + 2);
        }
        if (isYearWord(i)) {
            return years(i);
        }
        return null;
    }

    boolean isYearWord(int i) {
        return tokens.is(i, "nam")
                && !(tokens.body().accented() && tokens.written(i).equalsIgnoreCase("nam"));
    }

    private @Nullable When day(int start, int i, boolean named) {
        int day = tokens.number(i);
        if (day < 1 || day > 31 || tokens.length(i) > 2 || isInsideNumber(i)) {
            return null;
        }
        var sign = tokens.word(i + 1);
        if (tokens.is(i + 1, "thang") && isMonth(i + 2) && !tokens.isOneOf(i + 3, "lan", "thang", "/lan")) {
            return withYear(Form.DAY, start, i + 3, tokens.number(i + 2), day, day);
        }
        int last = tokens.number(i + 2);
        boolean joins = sign.equals("-") || sign.equals(",") || (sign.equals("va") && named) || sign.equals("&");
        if (joins && last > day && last <= 31 && tokens.length(i + 2) <= 2) {
            if (tokens.is(i + 3, "/") && isMonth(i + 4)) {
                return withYear(Form.DAYS, start, i + 5, tokens.number(i + 4), day, last);
            }
            if (tokens.is(i + 3, "thang") && isMonth(i + 4)) {
                return withYear(Form.DAYS, start, i + 5, tokens.number(i + 4), day, last);
            }
        }
        boolean slash = sign.equals("/");
        boolean dotted = sign.equals("-") || sign.equals(".");
        if ((slash || dotted) && isMonth(i + 2)) {
            var read = withYear(Form.DAY, start, i + 3, tokens.number(i + 2), day, day);
            boolean tight = tokens.end(i) == tokens.start(i + 1);
            if (read != null
                    && (slash
                            || read.year() > 0
                            || (named && tight && (!sign.equals(".") || tokens.end(i + 1) == tokens.start(i + 2))))) {
                return read;
            }
        }
        return named && !slash ? new When(Form.DAY_ONLY, start, i + 1, 0, 0, 0, day, day) : null;
    }

    /// Part of a longer number, as "12/15/3" or "2.15/3".
    private boolean isInsideNumber(int i) {
        return i > 0
                && tokens.isOneOf(i - 1, "/", ".")
                && tokens.isNumber(i - 2)
                && tokens.end(i - 2) == tokens.start(i - 1)
                && tokens.end(i - 1) == tokens.start(i);
    }

    private boolean isMonth(int i) {
        int month = tokens.number(i);
        return month >= 1 && month <= 12 && tokens.length(i) <= 2;
    }

    private int year(int i) {
        int year = tokens.number(i);
        if (tokens.length(i < tokens.size() ? i : 0) == 4 && year >= EARLIEST && year <= LATEST) {
            return year;
        }
        return 0;
    }

    private int shortYear(int i) {
        int year = tokens.number(i);
        boolean two = i < tokens.size() && tokens.length(i) == 2;
        return two && year >= 15 && year <= 40 ? 2000 + year : 0;
    }

    /// Adds the year that follows, if one does; null where what follows shows that this was the number of a document.
    private @Nullable When withYear(Form form, int start, int end, int month, int first, int last) {
        int next = end;
        if (tokens.isOneOf(next, "/", "-", ".", ",")
                && year(next + 1) > 0
                && !(tokens.is(next, ",") && !tokens.is(next + 1, "nam"))) {
            return new When(form, start, next + 2, year(next + 1), 0, month, first, last);
        }
        if (tokens.isOneOf(next, "/", "-", ".")
                && shortYear(next + 1) > 0
                && tokens.end(next) == tokens.start(next + 1)
                && !tokens.isOneOf(next + 2, "/")) {
            return new When(form, start, next + 2, shortYear(next + 1), 0, month, first, last);
        }
        int word = tokens.is(next, ",") || tokens.is(next, "/") ? next + 1 : next;
        if (isYearWord(word)) {
            if (year(word + 1) > 0) {
                return new When(form, start, word + 2, year(word + 1), 0, month, first, last);
            }
            if (tokens.isNumber(word + 1)
                    && tokens.isNumber(word + 2)
                    && tokens.length(word + 1) == 2
                    && tokens.length(word + 2) == 2
                    && tokens.number(word + 1) == 20) {
                return new When(form, start, word + 3, 2000 + tokens.number(word + 2), 0, month, first, last);
            }
        }
        if (tokens.is(next, "/")
                && tokens.isWord(next + 1)
                && tokens.end(next) == tokens.start(next + 1)
                && form != Form.QUARTERS) {
            return null;
        }
        return new When(form, start, end, 0, 0, month, first, last);
    }

    private @Nullable When monthOfYear(int i) {
        boolean month = isMonth(i) && tokens.isOneOf(i + 1, "/") && year(i + 2) > 0 && !isInsideNumber(i);
        boolean more = tokens.isOneOf(i + 3, "/", "-") && tokens.end(i + 2) == tokens.start(i + 3);
        return month && !more
                ? new When(Form.MONTHS, i, i + 3, year(i + 2), 0, 0, tokens.number(i), tokens.number(i))
                : null;
    }

    private @Nullable When months(int start) {
        if (!isMonth(start + 1) || tokens.isOneOf(start + 2, "lan", "/lan")) {
            return null;
        }
        int first = tokens.number(start + 1);
        int last = first;
        int end = start + 2;
        while (tokens.isOneOf(end, ",", "-", "va", "den", "toi", "&")) {
            boolean named = tokens.is(end + 1, "thang");
            int next = named ? end + 2 : end + 1;
            boolean closes = tokens.isOneOf(next + 1, "/", "nam", ",", "-", "va") || tokens.isEndOfBlock(next + 1);
            if (!isMonth(next)
                    || (!named && !closes)
                    || (tokens.is(next + 1, "/") && isMonth(next + 2) && tokens.length(next + 2) < 3)) {
                break;
            }
            boolean through = tokens.isOneOf(end, "-", "den", "toi");
            if (!through && tokens.number(next) != last + 1) {
                break;
            }
            last = tokens.number(next);
            end = next + 1;
        }
        return borrowed(withYear(Form.MONTHS, start, end, 0, first, last), "thang");
    }

    private @Nullable When quarters(int start) {
        int first = quarter(start + 1);
        if (first == 0 || (tokens.body().accented() && tokens.written(start).equalsIgnoreCase("quy"))) {
            return null;
        }
        int last = first;
        int end = start + 2;
        while (tokens.isOneOf(end, ",", "-", "va", "den", "&")) {
            int next = tokens.is(end + 1, "quy") ? end + 2 : end + 1;
            boolean through = tokens.isOneOf(end, "-", "den");
            if (quarter(next) <= last || (!through && quarter(next) != last + 1)) {
                break;
            }
            last = quarter(next);
            end = next + 1;
        }
        return borrowed(withYear(Form.QUARTERS, start, end, 0, first, last), "quy");
    }

    /// "quý II và quý IV năm 2023": the year stands behind the last of the list and holds for all.
    private @Nullable When borrowed(@Nullable When read, String noun) {
        if (read == null || read.year() > 0) {
            return read;
        }
        int i = read.end();
        for (int more = 0; more < 11 && tokens.isOneOf(i, ",", "va", "&"); more++) {
            int next = tokens.is(i + 1, noun) ? i + 2 : i + 1;
            boolean item = read.form() == Form.QUARTERS
                    ? quarter(next) > 0
                    : isMonth(next) && !(tokens.is(next + 1, "/") && isMonth(next + 2));
            if (!item) {
                break;
            }
            i = next + 1;
        }
        if (i == read.end()) {
            return read;
        }
        var last = withYear(read.form(), read.start(), i, 0, read.first(), read.last());
        return last == null || last.year() == 0 ? read : read.withYear(last.year());
    }

    /// A further month or quarter of a list, "6" or "quý IV" of "tháng 3, 6 và 9/2024" or "quý II và quý IV".
    @Nullable
    When listed(int i, Form form) {
        if (!tokens.isOneOf(i - 1, ",", "va", "&")) {
            return null;
        }
        if (form == Form.QUARTERS) {
            if (tokens.is(i, "quy")) {
                return quarters(i);
            }
            int quarter = quarter(i);
            return quarter == 0 || tokens.isNumber(i)
                    ? null
                    : borrowed(withYear(form, i, i + 1, 0, quarter, quarter), "quy");
        }
        if (tokens.is(i, "thang")) {
            return months(i);
        }
        boolean month = isMonth(i) && !(tokens.is(i + 1, "/") && isMonth(i + 2) && tokens.length(i + 2) < 3);
        boolean closes = tokens.isOneOf(i + 1, "/", "nam", ",", "va", ".", ";", ")") || tokens.isEndOfBlock(i + 1);
        return month && closes
                ? borrowed(withYear(form, i, i + 1, 0, tokens.number(i), tokens.number(i)), "thang")
                : null;
    }

    /// A quarter in Roman or Arabic numerals, or as a scanner reads them.
    private int quarter(int i) {
        return switch (tokens.word(i)) {
            case "i", "1", "l", "01", "mot" -> 1;
            case "ii", "2", "ll", "il", "li", "02", "11", "hai" -> 2;
            case "iii", "3", "lll", "iil", "lii", "ill", "03", "111", "ba" -> 3;
            case "iv", "4", "lv", "04", "tu", "bon" -> 4;
            default -> 0;
        };
    }

    private @Nullable When partOfYear(int i) {
        int months = tokens.is(i, "nua") ? 6 : tokens.is(i, "sau") ? 6 : tokens.number(i);
        int next = tokens.is(i, "nua") ? i + 1 : i + 2;
        boolean counted = tokens.is(i, "nua") || tokens.is(i + 1, "thang");
        boolean known = months == 3 || months == 6 || months == 9;
        boolean half = tokens.isOneOf(next, "dau", "cuoi") && isYearWord(next + 1);
        if (!counted || !known || !half || (months == 9 && tokens.is(next, "cuoi"))) {
            return null;
        }
        boolean head = tokens.is(next, "dau");
        int end = next + 2;
        int year = year(end);
        int first = head ? 1 : 13 - months;
        return new When(Form.PART_OF_YEAR, i, year > 0 ? end + 1 : end, year, 0, 0, first, head ? months : 12);
    }

    private @Nullable When span(int start, int i) {
        int first = year(i);
        boolean joins = tokens.isOneOf(i + 1, "-", "den", "/");
        int last = joins ? year(i + 2) : 0;
        return first > 0 && last > first ? new When(Form.SPAN, start, i + 3, first, last, 0, 0, 0) : null;
    }

    private @Nullable When years(int start) {
        if (tokens.is(start + 1, "hoc") && year(start + 2) > 0) {
            boolean pair = tokens.isOneOf(start + 3, "-", "/") && year(start + 4) > 0;
            return new When(Form.SCHOOL_YEAR, start, pair ? start + 5 : start + 3, year(start + 2), 0, 0, 0, 0);
        }
        int first = year(start + 1);
        if (first == 0) {
            return null;
        }
        int last = first;
        int end = start + 2;
        while (tokens.isOneOf(end, ",", "-", "va", "den")) {
            int next = isYearWord(end + 1) ? end + 2 : end + 1;
            if (year(next) != last + 1 && !(tokens.isOneOf(end, "-", "den") && year(next) > last)) {
                break;
            }
            last = year(next);
            end = next + 1;
        }
        return new When(Form.YEARS, start, end, first, last, 0, 0, 0);
    }
}
