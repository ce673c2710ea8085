package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;

/// The deadlines that small words announce: "đến hết", "trong", "vào", "từ", "hoàn thành", "cuối".
final class CuedDeadlines {

    private final Tokens tokens;
    private final Dates dates;
    private final PlanYears years;
    private final ExactDeadlines exact;
    private final LooseDeadlines loose;
    private final Terms terms;

    CuedDeadlines(
            Tokens tokens, Dates dates, PlanYears years, ExactDeadlines exact, LooseDeadlines loose, Terms terms) {
        this.tokens = tokens;
        this.dates = dates;
        this.years = years;
        this.exact = exact;
        this.loose = loose;
        this.terms = terms;
    }

    @Nullable
    FoundDeadline notLater(int i, int end) {
        if (tokens.is(i + 1, "qua")) {
            return exact.latest(i, i + 2, end);
        }
        boolean later = tokens.isOneOf(i + 1, "muon", "tre", "cham") && tokens.isOneOf(i + 2, "hon", "qua");
        return later ? exact.latest(i, i + 3, end) : null;
    }

    /// "đến hết ngày D", "hết tháng 6/2024", "đến ngày D"; a bare "đến năm 2025" is a goal, no deadline.
    @Nullable
    FoundDeadline until(int i, int end) {
        boolean whole = tokens.is(i, "het") || tokens.is(i + 1, "het");
        int j = tokens.is(i, "het") ? i + 1 : whole ? i + 2 : i + 1;
        boolean day = tokens.is(j, "ngay") || dates.hour(j) != null || tokens.isNumber(j);
        if (!whole && (!day || tokens.is(i, "toi"))) {
            return tokens.isOneOf(i, "den") && tokens.is(j, "cuoi") && finishes(i)
                    ? exact.endOf(i, j, DeadlineType.END_OF_PERIOD)
                    : null;
        }
        if (j >= end) {
            return null;
        }
        var found = exact.dated(i, j, DeadlineType.BY_DATE, "by");
        if (found == null || (found.rule().equals("broad") && !finishes(i))) {
            return null;
        }
        boolean bareFraction = !whole && !tokens.is(j, "ngay") && dates.hour(j) == null;
        return bareFraction && found.deadline().yearInherited() != null ? null : found;
    }

    private boolean finishes(int i) {
        for (int j = Math.max(0, i - 4); j < i; j++) {
            if (tokens.is(j, "hoan") || tokens.is(j, "xong") || tokens.is(j, "han")) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    FoundDeadline within(int i, int end) {
        int j = i + 1;
        if (tokens.is(j, "vong") || (tokens.is(j, "thoi") && tokens.isOneOf(j + 1, "han", "gian"))) {
            int number = tokens.is(j, "vong") ? j + 1 : j + 2;
            var term = terms.term(i, number, end);
            boolean counted = term != null
                    && (tokens.is(j, "vong") || term.deadline().event() != null || tokens.is(j + 1, "han"));
            if (counted) {
                return term;
            }
            return tokens.is(number, "tu") ? exact.range(number, end) : null;
        }
        if (tokens.is(j, "khoang") && tokens.is(j + 3, "tu")) {
            return exact.range(j + 3, end);
        }
        if (tokens.is(j, "qua", "trinh")) {
            return loose.whileDoing(i, end);
        }
        if (tokens.is(j, "dip") || tokens.is(j + 1, "dip")) {
            return null;
        }
        if (tokens.isOneOf(j, "cac") && tokens.is(j + 1, "ngay")) {
            return exact.dated(i, j + 1, DeadlineType.WITHIN_PERIOD, "within");
        }
        if (tokens.isOneOf(j, "dau", "giua", "cuoi", "tuan", "nua") && !dates.isYearWord(j + 1)) {
            return vagueMonth(i, j);
        }
        var found = exact.dated(i, j, DeadlineType.WITHIN_PERIOD, "within");
        return found != null && found.rule().equals("broad") && !isTerm(i, found.end(), end) ? null : found;
    }

    /// "trong năm 2025" is a term where something is to be finished in it, or at the end of a sentence.
    private boolean isTerm(int i, int after, int end) {
        boolean done = tokens.isOneOf(i - 1, "thanh", "hien", "xong", "chuc", "khai", ":", "hanh", "tat");
        return done || after >= end || tokens.isOneOf(after, ".", ";", "|") || tokens.isEndOfBlock(after);
    }

    /// "đầu tháng 3/2024", "tuần thứ hai của tháng 4": the month, to be made exact by a person.
    @Nullable
    FoundDeadline vagueMonth(int start, int i) {
        for (int j = i + 1; j < i + 6; j++) {
            if (tokens.isOneOf(j, ",", ";", ".", "\n", "|")) {
                return null;
            }
            if (tokens.isOneOf(j, "thang", "quy")) {
                if (tokens.is(i, "cuoi") && j == i + 1) {
                    return exact.endOf(start, i, DeadlineType.END_OF_PERIOD);
                }
                var found = exact.dated(start, j, DeadlineType.WITHIN_PERIOD, "within");
                return found == null ? null : new FoundDeadline(start, found.end(), madeVague(found), "within");
            }
        }
        return null;
    }

    private static ReadDeadline madeVague(FoundDeadline found) {
        var read = found.deadline();
        return new DeadlineDraft(read.type())
                .period(read.from(), read.to(), read.yearInherited() != null)
                .vague()
                .read(read.raw());
    }

    @Nullable
    FoundDeadline held(int i, int end) {
        int j = i + 1;
        while (tokens.isOneOf(j, "sang", "chieu", "toi", "luc", "hoi", "buoi", "cac") && j < i + 4) {
            j++;
        }
        if (tokens.isOneOf(j, "cuoi")) {
            return exact.endOf(i, j, DeadlineType.END_OF_PERIOD);
        }
        if (tokens.isOneOf(j, "dau", "giua", "tuan")) {
            return vagueMonth(i, j);
        }
        boolean later = dates.isYearWord(j) && years.first() != null && tokens.number(j + 1) >= years.first();
        boolean date = later
                || tokens.isOneOf(j, "ngay", "thang", "quy", "thu", "chu")
                || dates.hour(j) != null
                || (tokens.isNumber(j) && dates.at(j) != null);
        return date && j < end ? exact.dated(i, j, DeadlineType.WITHIN_PERIOD, "on") : null;
    }

    /// "Tuần 3 tháng 10", "tuần thứ hai của tháng 4": the month, to be made exact by a person.
    @Nullable
    FoundDeadline week(int i) {
        boolean counted = tokens.isNumber(i + 1) || tokens.is(i + 1, "thu") || tokens.isOneOf(i + 1, "dau", "cuoi");
        return counted && !tokens.isOneOf(i - 1, "moi", "hang") ? vagueMonth(i, i) : null;
    }

    /// "Thứ Hai hằng tuần", "chiều thứ Sáu hằng tuần".
    @Nullable
    FoundDeadline weekly(int i) {
        boolean named = tokens.isOneOf(i, "thu")
                || tokens.isOneOf(i + 1, "thu")
                || tokens.is(i + 1, "chu", "nhat")
                || tokens.is(i, "thu", "bay");
        return named ? exact.repeatedDay(i, i) : null;
    }

    @Nullable
    FoundDeadline range(int i, int end) {
        return tokens.isExactly(i, "từ") ? exact.range(i, end) : null;
    }

    /// "hoàn thành quý II/2024", "tổ chức ngày 15/3/2024", "hoàn thành ngày 01/3/2024".
    @Nullable
    FoundDeadline done(int i) {
        int j = switch (tokens.word(i)) {
            case "hoan" -> tokens.isOneOf(i + 1, "thanh", "tat") ? i + 2 : -1;
            case "xong" -> i + 1;
            case "thuc" -> tokens.is(i + 1, "hien") ? i + 2 : -1;
            case "to" -> tokens.is(i + 1, "chuc") ? i + 2 : -1;
            case "tien" -> tokens.is(i + 1, "hanh") ? i + 2 : -1;
            case "bat" -> tokens.is(i + 1, "dau") ? i + 2 : -1;
            case "ket" -> tokens.is(i + 1, "thuc") ? i + 2 : -1;
            case "khai" -> tokens.is(i + 1, "mac") ? i + 2 : -1;
            case "dien" -> tokens.is(i + 1, "ra") ? i + 2 : -1;
            default -> -1;
        };
        boolean date =
                j > 0 && (tokens.isOneOf(j, "ngay", "thang", "quy") || (tokens.is(i, "hoan") && tokens.isNumber(j)));
        if (!date) {
            return null;
        }
        boolean finished = tokens.is(i, "hoan") && tokens.is(j, "ngay");
        if (finished) {
            var when = dates.at(j);
            var days = when != null && when.isDay() ? when.days(years) : null;
            boolean over =
                    days != null && (years.issued() == null || !days.from().isAfter(years.issued()));
            if (over) {
                return exact.dated(i, j, DeadlineType.COMPLETED_ON, "past");
            }
            return exact.dated(i, j, DeadlineType.BY_DATE, "by");
        }
        var found = exact.dated(i, j, DeadlineType.WITHIN_PERIOD, "within");
        return found != null && found.rule().equals("broad") ? null : found;
    }

    @Nullable
    FoundDeadline anniversary(int i, int end) {
        boolean known = tokens.is(i, "chao", "mung")
                || tokens.is(i, "nhan", "ngay")
                || tokens.is(i, "nhan", "dip")
                || (tokens.isExactly(i, "nhân") && tokens.is(i + 1, "ky", "niem"))
                || (tokens.is(i, "ky", "niem") && tokens.isOneOf(i - 1, "dip"));
        if (known) {
            return loose.anchored(i, end);
        }
        boolean years = tokens.is(i, "ky", "niem") && tokens.isNumber(i + 2) && dates.isYearWord(i + 3);
        var jubilee = years ? loose.anchored(i, end) : null;
        boolean dated = jubilee != null && (jubilee.deadline().date() != null || tokens.isExactly(i - 1, "nhân"));
        return dated ? jubilee : null;
    }

    @Nullable
    FoundDeadline endOfYear(int i, Label label) {
        if (tokens.isOneOf(i - 1, "thang", "bao") || tokens.isOneOf(i + 1, "ky", "cung")) {
            return null;
        }
        boolean month = tokens.isOneOf(i + 1, "thang", "quy") && dates.at(i + 1) != null;
        if (month && label == Label.NONE && !tokens.isOneOf(i - 1, "vao", "den", "truoc")) {
            return null;
        }
        return exact.endOf(i, i, DeadlineType.END_OF_PERIOD);
    }

    @Nullable
    FoundDeadline when(int i, int end) {
        boolean arises = tokens.is(i + 1, "co") && tokens.isOneOf(i + 2, "phat", "yeu", "van", "su", "tinh")
                || tokens.is(i + 1, "phat")
                || tokens.is(i + 1, "duoc") && tokens.is(i + 2, "yeu");
        return arises && !tokens.isOneOf(i - 1, "truoc", "sau") ? loose.whileDoing(i, end) : null;
    }
}
