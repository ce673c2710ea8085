package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;

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
    private final Terms terms;
    private final CuedDeadlines cued;
    private final Durations durations;

    DeadlinePhrases(Tokens tokens, Dates dates, boolean[] hidden, PlanYears years) {
        this.tokens = tokens;
        this.dates = dates;
        this.hidden = hidden;
        this.years = years;
        repetitions = new Repetitions(tokens, dates);
        terms = new Terms(tokens, dates);
        exact = new ExactDeadlines(tokens, dates, repetitions, years, terms);
        loose = new LooseDeadlines(tokens, dates, repetitions, exact, terms, years);
        cued = new CuedDeadlines(tokens, dates, years, exact, loose, terms);
        durations = new Durations(tokens, terms);
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
        return durations.with(found, start, end);
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
        var found = switch (tokens.word(i)) {
            case "truoc" -> exact.before(i, end);
            case "cham", "muon" -> tokens.is(i + 1, "nhat") ? exact.latest(i, i + 2, end) : null;
            case "khong" -> cued.notLater(i, end);
            case "han" ->
                tokens.isOneOf(i + 1, "chot", "cuoi")
                        ? exact.latest(i, tokens.is(i + 2, "cung") ? i + 3 : i + 2, end)
                        : null;
            case "den", "het", "toi" -> cued.until(i, end);
            case "trong" -> cued.within(i, end);
            case "vao", "luc" -> cued.held(i, end);
            case "tu" -> cued.range(i, end);
            case "hoan", "xong", "thuc", "to", "tien", "bat", "ket", "khai", "dien", "in" -> cued.done(i);
            case "da" -> tokens.isExactly(i, "đã") ? loose.past(i, end) : null;
            case "dip" -> loose.anchored(i, end);
            case "chao", "nhan", "ky" -> cued.anniversary(i, end);
            case "dinh", "hang", "moi", "tung" -> loose.recurring(i, start);
            case "ngay", "thu", "chieu", "sang" -> cued.weekly(i);
            case "tuan" -> cued.week(i);
            case "cuoi" -> cued.endOfYear(i, label);
            case "sau" -> tokens.isExactly(i, "sau") ? loose.after(i, start, end) : loose.recurring(i, start);
            case "khi" -> cued.when(i, end);
            case "thuong" -> tokens.is(i + 1, "xuyen") ? loose.ongoing(i, start) : null;
            default -> null;
        };
        if (found == null && tokens.is(i, "giai", "doan")) {
            var phase = dates.at(i);
            boolean last = phase != null
                    && (phase.end() >= end || tokens.isOneOf(phase.end(), ".", ";"))
                    && !tokens.isOneOf(i - 1, "va", ",", "trong");
            found = last ? exact.dated(i, i, DeadlineType.WITHIN_PERIOD, "span") : null;
        }
        if (found != null) {
            return found;
        }
        if (tokens.isNumber(i)) {
            var repeated = loose.recurring(i, start);
            if (repeated != null) {
                return repeated;
            }
            var length = terms.offset(i);
            if (length != null
                    && !tokens.isOneOf(i - 1, "nhat", "va", "it")
                    && terms.countsFromEvent(length.end())
                    && tokens.isOneOf(i + 1, "ngay", "gio", "tuan", "(")) {
                return terms.term(i, i, end);
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

    /// A bare date behind a label or in the column of terms.
    private @Nullable FoundDeadline labelled(int i, Label label) {
        if (tokens.isOneOf(i - 1, "so") || tokens.isOneOf(i, "nam") && tokens.isOneOf(i - 1, "de", "trong")) {
            return null;
        }
        if (tokens.isOneOf(i, "dau", "giua", "tuan")) {
            return cued.vagueMonth(i, i);
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
    private boolean tellsOfThePast(int from) {
        for (int i = from; i < from + 14 && !tokens.isOneOf(i, ".", ";"); i++) {
            if (tokens.isExactly(i, "đã") || tokens.is(i, "vua")) {
                return true;
            }
        }
        return false;
    }

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
            boolean leads = when != null
                    && when.isDay()
                    && when.year() > 0
                    && tokens.is(when.end(), ",")
                    && (i == 0 || tokens.isOneOf(i - 1, ".", ";", ":", "-", "+") || tokens.isEndOfBlock(i - 1))
                    && !tellsOfThePast(when.end());
            if (leads && when != null && years.first() != null && when.year() >= years.first()) {
                return exact.dated(i, i, DeadlineType.WITHIN_PERIOD, "bare-day");
            }
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
        return new FoundDeadline(
                start, found.end(), found.deadline().worded(terms.text(start, found.end())), found.rule());
    }
}
