package vn.tiendo.plans.imports.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDeadline.Duration;

/// Finds the deadlines between two tokens, in order; nothing is read out of cited documents or titles.
final class DeadlinePhrases {

    /// What a label such as "Thời hạn:" says of the bare date behind it.
    enum Label {
        NONE,
        /// "Thời gian thực hiện": the thing happens then.
        HELD,
        /// "Thời hạn", "Thời gian hoàn thành": the day is the last.
        DUE
    }

    private final Tokens tokens;
    private final Dates dates;
    private final boolean[] hidden;
    private final PlanYears years;
    private final ExactDeadlines exact;
    private final LooseDeadlines loose;
    private final Repetitions repetitions;

    DeadlinePhrases(Tokens tokens, Dates dates, boolean[] hidden, PlanYears years) {
        this.tokens = tokens;
        this.dates = dates;
        this.hidden = hidden;
        this.years = years;
        repetitions = new Repetitions(tokens, dates);
        exact = new ExactDeadlines(tokens, dates, repetitions, years);
        loose = new LooseDeadlines(tokens, dates, repetitions, exact, years);
    }

    List<FoundDeadline> between(int start, int end, Label given) {
        var found = new ArrayList<FoundDeadline>();
        var label = given;
        int i = start;
        while (i < end) {
            if (hidden[i]) {
                i++;
                continue;
            }
            if (tokens.isOneOf(i, ".", "\n") || (tokens.isOneOf(i, ";") && given == Label.NONE)) {
                label = given;
            }
            var read = label(i, end);
            if (read != null) {
                label = read.label();
                i = read.end();
                continue;
            }
            var deadline = at(i, start, end, label, found.isEmpty() ? null : found.getLast());
            if (deadline != null && deadline.end() <= end + 1 && deadline.end() > i && !isData(deadline)) {
                found.add(widened(deadline, start));
                i = deadline.end();
            } else if (deadline != null) {
                i = Math.max(i + 1, deadline.end());
            } else {
                i++;
            }
        }
        return withDurations(found, start, end);
    }

    /// A period of data ("số liệu từ ngày … đến ngày …", "tính đến ngày …") is no deadline.
    private boolean isData(FoundDeadline found) {
        int before = found.start() - 1;
        return tokens.isExactly(before, "tính")
                || tokens.isExactly(before, "liệu")
                || tokens.is(before - 1, "thong", "ke");
    }

    private record ReadLabel(Label label, int end) {}

    private @Nullable ReadLabel label(int i, int limit) {
        boolean time = tokens.is(i, "thoi") && tokens.isOneOf(i + 1, "gian", "han", "diem")
                || tokens.is(i, "tien", "do")
                || tokens.is(i, "han", "nop")
                || tokens.is(i, "han", "gui")
                || tokens.is(i, "ngay", "hoan")
                || tokens.is(i, "han", "hoan");
        if (!time) {
            return null;
        }
        boolean due = tokens.is(i + 1, "han") || tokens.is(i, "han") || tokens.is(i, "tien", "do");
        for (int j = i + 2; j < Math.min(limit, i + 14); j++) {
            if (tokens.isOneOf(j, ":")) {
                return new ReadLabel(due ? Label.DUE : Label.HELD, j + 1);
            }
            if (tokens.isOneOf(j, "nop", "gui", "hoan", "han", "cao", "xong", "nhan")) {
                due = true;
            }
            if (tokens.isNumber(j)
                    || (tokens.isSign(j) && !tokens.isOneOf(j, ",", "(", ")", "/"))
                    || tokens.isOneOf(j, "truoc", "cham", "trong", "tu", "quy", "vao", "thang", "den")) {
                var when = dates.at(j);
                boolean date = when != null && (when.isDay() || when.isPeriod());
                return date ? new ReadLabel(due ? Label.DUE : Label.HELD, j) : null;
            }
        }
        return null;
    }

    private @Nullable FoundDeadline at(int i, int start, int end, Label label, @Nullable FoundDeadline previous) {
        var cued = switch (tokens.word(i)) {
            case "truoc" -> exact.before(i, end);
            case "cham", "muon" -> tokens.is(i + 1, "nhat") ? exact.latest(i, i + 2, end) : null;
            case "khong" -> notLater(i, end);
            case "han" ->
                tokens.isOneOf(i + 1, "chot", "cuoi")
                        ? exact.latest(i, tokens.is(i + 2, "cung") ? i + 3 : i + 2, end)
                        : null;
            case "den", "het", "toi" -> until(i, end);
            case "trong" -> within(i, end);
            case "vao", "luc" -> held(i, end);
            case "tu" -> range(i, end);
            case "hoan", "xong", "thuc", "to", "tien", "bat", "ket", "khai", "dien", "in" -> done(i);
            case "da" -> tokens.isExactly(i, "đã") ? loose.past(i, end) : null;
            case "dip" -> loose.anchored(i, end);
            case "chao", "nhan", "ky" -> anniversary(i, end);
            case "dinh", "hang", "moi", "tung" -> loose.recurring(i, start);
            case "ngay", "thu", "chieu", "sang" -> weekly(i);
            case "tuan" -> week(i);
            case "cuoi" -> endOfYear(i, label);
            case "sau" -> tokens.isExactly(i, "sau") ? loose.after(i, start, end) : loose.recurring(i, start);
            case "khi" -> when(i, end);
            case "thuong" -> tokens.is(i + 1, "xuyen") ? loose.ongoing(i, start) : null;
            default -> null;
        };
        if (cued == null && tokens.is(i, "giai", "doan")) {
            var phase = dates.at(i);
            boolean last = phase != null
                    && (phase.end() >= end || tokens.isOneOf(phase.end(), ".", ";"))
                    && !tokens.isOneOf(i - 1, "va", ",", "trong");
            cued = last ? exact.dated(i, i, DeadlineType.WITHIN_PERIOD, "span") : null;
        }
        if (cued != null) {
            return cued;
        }
        if (tokens.isNumber(i)) {
            var repeated = loose.recurring(i, start);
            if (repeated != null) {
                return repeated;
            }
            var length = exact.offset(i);
            if (length != null
                    && !tokens.isOneOf(i - 1, "nhat", "va", "it")
                    && exact.countsFromEvent(length.end())
                    && tokens.isOneOf(i + 1, "ngay", "gio", "tuan", "(")) {
                return exact.term(i, i, end);
            }
        }
        return label != Label.NONE || opensWithDate(i, start) ? labelled(i, label) : continued(i, previous);
    }

    /// "Tháng 5: tập huấn", "Ngày 07/6: lễ ra quân".
    private boolean opensWithDate(int i, int start) {
        boolean first = i == start || (i <= start + 2 && tokens.isSign(i - 1));
        var when = first && tokens.isOneOf(i, "ngay", "thang", "quy", "t") ? dates.at(i) : null;
        return when != null && (when.isDay() || when.isPeriod()) && tokens.isOneOf(when.end(), ":");
    }

    private @Nullable FoundDeadline notLater(int i, int end) {
        if (tokens.is(i + 1, "qua")) {
            return exact.latest(i, i + 2, end);
        }
        boolean later = tokens.isOneOf(i + 1, "muon", "tre", "cham") && tokens.isOneOf(i + 2, "hon", "qua");
        return later ? exact.latest(i, i + 3, end) : null;
    }

    /// "đến hết ngày D", "hết tháng 6/2024", "đến ngày D"; a bare "đến năm 2025" is a goal, no deadline.
    private @Nullable FoundDeadline until(int i, int end) {
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

    private @Nullable FoundDeadline within(int i, int end) {
        int j = i + 1;
        if (tokens.is(j, "vong") || (tokens.is(j, "thoi") && tokens.isOneOf(j + 1, "han", "gian"))) {
            int number = tokens.is(j, "vong") ? j + 1 : j + 2;
            var term = exact.term(i, number, end);
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
    private @Nullable FoundDeadline vagueMonth(int start, int i) {
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

    private @Nullable FoundDeadline held(int i, int end) {
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
    private @Nullable FoundDeadline week(int i) {
        boolean counted = tokens.isNumber(i + 1) || tokens.is(i + 1, "thu") || tokens.isOneOf(i + 1, "dau", "cuoi");
        return counted && !tokens.isOneOf(i - 1, "moi", "hang") ? vagueMonth(i, i) : null;
    }

    /// "Thứ Hai hằng tuần", "chiều thứ Sáu hằng tuần".
    private @Nullable FoundDeadline weekly(int i) {
        boolean named = tokens.isOneOf(i, "thu")
                || tokens.isOneOf(i + 1, "thu")
                || tokens.is(i + 1, "chu", "nhat")
                || tokens.is(i, "thu", "bay");
        return named ? exact.repeatedDay(i, i) : null;
    }

    private @Nullable FoundDeadline range(int i, int end) {
        return tokens.isExactly(i, "từ") ? exact.range(i, end) : null;
    }

    /// "hoàn thành quý II/2024", "tổ chức ngày 15/3/2024", "hoàn thành ngày 01/3/2024".
    private @Nullable FoundDeadline done(int i) {
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

    private @Nullable FoundDeadline anniversary(int i, int end) {
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

    private @Nullable FoundDeadline endOfYear(int i, Label label) {
        if (tokens.isOneOf(i - 1, "thang", "bao") || tokens.isOneOf(i + 1, "ky", "cung")) {
            return null;
        }
        boolean month = tokens.isOneOf(i + 1, "thang", "quy") && dates.at(i + 1) != null;
        if (month && label == Label.NONE && !tokens.isOneOf(i - 1, "vao", "den", "truoc")) {
            return null;
        }
        return exact.endOf(i, i, DeadlineType.END_OF_PERIOD);
    }

    private @Nullable FoundDeadline when(int i, int end) {
        boolean arises = tokens.is(i + 1, "co") && tokens.isOneOf(i + 2, "phat", "yeu", "van", "su", "tinh")
                || tokens.is(i + 1, "phat")
                || tokens.is(i + 1, "duoc") && tokens.is(i + 2, "yeu");
        return arises && !tokens.isOneOf(i - 1, "truoc", "sau") ? loose.whileDoing(i, end) : null;
    }

    /// A bare date behind a label or in the column of terms.
    private @Nullable FoundDeadline labelled(int i, Label label) {
        if (tokens.isOneOf(i - 1, "so") || tokens.isOneOf(i, "nam") && tokens.isOneOf(i - 1, "de", "trong")) {
            return null;
        }
        if (tokens.isOneOf(i, "dau", "giua", "tuan")) {
            return vagueMonth(i, i);
        }
        boolean begins = tokens.isNumber(i)
                || tokens.isOneOf(i, "ngay", "thang", "quy", "giai", "nam", "t", "sau", "nua", "thu");
        if (!begins || (tokens.isNumber(i) && dates.at(i) == null && dates.hour(i) == null)) {
            return null;
        }
        var when = dates.at(i);
        boolean due = label == Label.DUE && (when == null || !when.isPeriod());
        return exact.dated(i, i, due ? DeadlineType.BY_DATE : DeadlineType.WITHIN_PERIOD, due ? "by" : "on");
    }

    /// "trước ngày 05/5 đối với báo cáo 6 tháng, ngày 10/11 đối với báo cáo năm": the first cue governs the
    /// second date.
    private @Nullable FoundDeadline continued(int i, @Nullable FoundDeadline previous) {
        boolean carries = previous != null
                && (previous.deadline().type() == DeadlineType.BEFORE_DATE
                        || previous.deadline().type() == DeadlineType.BY_DATE);
        boolean joined = tokens.isOneOf(i - 1, ",", ";", "va", ":", "nam", "thang", "quy", "(", "hang");
        if (previous != null && carries && tokens.is(i, "ngay") && joined) {
            return exact.dated(i, i, previous.deadline().type(), previous.rule());
        }
        if (previous != null && previous.end() == i - 1 && previous.deadline().type() == DeadlineType.WITHIN_PERIOD) {
            var further = previous.isMonths() ? dates.listed(i, When.Form.MONTHS) : null;
            if (further == null && previous.isQuarters()) {
                further = dates.listed(i, When.Form.QUARTERS);
            }
            if (further != null) {
                return exact.period(i, further, further.form() == When.Form.MONTHS ? "months" : "quarters");
            }
        }
        if (tokens.is(i, "ngay") && tokens.isNumber(i + 1)) {
            var when = dates.at(i);
            boolean last = when != null
                    && when.isDay()
                    && when.year() > 0
                    && (tokens.isOneOf(when.end(), ".", ";") || tokens.isEndOfBlock(when.end()));
            boolean since = tokens.isOneOf(i - 1, "tu", "tinh", "den", "ky", "hanh", "sinh", "lap", "ke", ",");
            if (last && !since && when != null && years.first() != null && when.year() >= years.first()) {
                return exact.dated(i, i, DeadlineType.WITHIN_PERIOD, "bare-day");
            }
            boolean dayOnly = when != null
                    && when.form() == When.Form.DAY_ONLY
                    && repetitions.dayOnly(when.end(), when.first()) != null;
            return dayOnly ? exact.dated(i, i, DeadlineType.WITHIN_PERIOD, "repetition") : null;
        }
        return null;
    }

    /// The words "hoàn thành", "xong" before a date belong to its phrase.
    private FoundDeadline widened(FoundDeadline found, int floor) {
        int start = found.start();
        if (tokens.isOneOf(start - 1, "xong") && start - 1 >= floor) {
            start--;
        }
        if (start - 2 >= floor && tokens.isOneOf(start - 1, "thanh", "tat") && tokens.is(start - 2, "hoan")) {
            start -= 2;
        }
        if (start == found.start() || !found.isExact()) {
            return found;
        }
        var read = found.deadline();
        var raw = exact.text(start, found.end());
        return new FoundDeadline(
                start,
                found.end(),
                new ReadDeadline(
                        read.type(),
                        read.date(),
                        read.from(),
                        read.to(),
                        read.exclusive(),
                        read.event(),
                        read.anchor(),
                        read.alternative(),
                        read.vague(),
                        raw,
                        read.time(),
                        read.offset(),
                        read.recurrence(),
                        read.occurrences(),
                        read.duration(),
                        read.yearInherited()),
                found.rule());
    }

    /// "Thời gian: ½ ngày, hoàn thành trong tháng 3": the length goes with the deadline that follows it.
    private List<FoundDeadline> withDurations(List<FoundDeadline> found, int start, int end) {
        if (found.isEmpty()) {
            return found;
        }
        for (int i = start; i + 3 < end; i++) {
            if (!tokens.is(i, "thoi", "gian")) {
                continue;
            }
            for (int j = i + 2; j < Math.min(end, i + 9); j++) {
                var duration = duration(j);
                if (duration == null) {
                    continue;
                }
                for (int d = 0; d < found.size(); d++) {
                    if (found.get(d).start() > j
                            && found.get(d).start() < j + 12
                            && found.get(d).isExact()) {
                        var read = found.get(d);
                        found.set(
                                d,
                                new FoundDeadline(
                                        read.start(),
                                        read.end(),
                                        DeadlineDraft.withDuration(read.deadline(), duration),
                                        read.rule()));
                        break;
                    }
                }
                break;
            }
        }
        return found;
    }

    private @Nullable Duration duration(int i) {
        BigDecimal value;
        int unit = i + 1;
        if (tokens.is(i, "½") || tokens.is(i, "nua")) {
            value = new BigDecimal("0.5");
        } else if (tokens.number(i) == 1 && tokens.is(i + 1, "/") && tokens.number(i + 2) == 2) {
            value = new BigDecimal("0.5");
            unit = i + 3;
        } else if (tokens.isNumber(i) && tokens.isOneOf(i + 1, ",", ".") && tokens.number(i + 2) == 5) {
            value = new BigDecimal(tokens.number(i) + ".5");
            unit = i + 3;
        } else if (tokens.isNumber(i) && tokens.number(i) <= 60) {
            value = BigDecimal.valueOf(tokens.number(i));
        } else {
            return null;
        }
        if (tokens.is(unit, "buoi")) {
            return new Duration(value.multiply(new BigDecimal("0.5")), "DAY", exact.text(i, unit + 1));
        }
        var named = switch (tokens.word(unit)) {
            case "ngay" -> "DAY";
            case "gio" -> "HOUR";
            case "tuan" -> "WEEK";
            case "thang" -> "MONTH";
            default -> null;
        };
        boolean date = tokens.isNumber(unit + 1) || exact.countsFromEvent(unit + 1);
        return named == null || date ? null : new Duration(value, named, exact.text(i, unit + 1));
    }
}
