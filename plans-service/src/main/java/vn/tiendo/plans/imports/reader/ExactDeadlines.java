package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDeadline.Repetition;

/// Reads deadlines that name days: before, by, within, from–to, and terms counted from an event.
final class ExactDeadlines {

    private final Tokens tokens;
    private final Dates dates;
    private final Repetitions repetitions;
    private final PlanYears years;
    private final Terms terms;

    ExactDeadlines(Tokens tokens, Dates dates, Repetitions repetitions, PlanYears years, Terms terms) {
        this.tokens = tokens;
        this.dates = dates;
        this.repetitions = repetitions;
        this.years = years;
        this.terms = terms;
    }

    /// What begins at a token with "trước".
    @Nullable
    FoundDeadline before(int i, int limit) {
        int j = i + 1;
        if (tokens.isOneOf(j, "thoi", "thoi han") && tokens.isOneOf(j + 1, "diem", "han")) {
            j += 2;
        }
        if (tokens.is(j, "khi")) {
            int end = terms.clauseEnd(j + 1, limit);
            return new FoundDeadline(
                    i,
                    end,
                    new DeadlineDraft(DeadlineType.RELATIVE)
                            .event(terms.text(i, end))
                            .read(terms.text(i, end)),
                    "before-event");
        }
        int days = tokens.is(j, "it", "nhat") ? j + 2 : j;
        if (tokens.isNumber(days)
                && tokens.isOneOf(days + 1, "ngay", "gio", "tuan")
                && dates.at(days) == null
                && dates.hour(days) == null) {
            var offset = terms.offset(days);
            if (offset != null) {
                int end = Math.max(offset.end(), terms.clauseEnd(offset.end(), Math.min(limit, offset.end() + 16)));
                return new FoundDeadline(
                        i,
                        end,
                        new DeadlineDraft(DeadlineType.RELATIVE)
                                .offset(offset.offset())
                                .event(terms.text(i, end))
                                .read(terms.text(i, end)),
                        "before-event");
            }
        }
        return dated(i, j, DeadlineType.BEFORE_DATE, "before");
    }

    /// What begins with "chậm nhất", "muộn nhất", "không quá", "hạn cuối", after those words.
    @Nullable
    FoundDeadline latest(int i, int after, int limit) {
        int j = after;
        boolean inside = false;
        while (tokens.isOneOf(
                        j, "la", "vao", "den", "trong", "het", ":", "lúc", "luc", "cuoi", "thoi", "diem", "truoc",
                        "sau", "hang", "gui", "ve", "nop")
                && j < after + 5) {
            if (tokens.isOneOf(j, "truoc")) {
                var before = before(j, limit);
                return before == null
                        ? null
                        : new FoundDeadline(
                                i, before.end(), before.deadline().worded(terms.text(i, before.end())), "before");
            }
            if (tokens.is(j, "cuoi")) {
                return endOf(i, j, DeadlineType.BY_DATE);
            }
            if (tokens.is(j, "hang") && repetitions.at(j) != null) {
                break;
            }
            inside |= tokens.is(j, "trong");
            j++;
        }
        var offset = terms.offset(j);
        if (offset != null) {
            int end = terms.anchorEnd(offset.end(), limit);
            return new FoundDeadline(
                    i,
                    end,
                    new DeadlineDraft(DeadlineType.RELATIVE)
                            .offset(offset.offset())
                            .event(terms.eventText(offset.end(), end))
                            .read(terms.text(i, end)),
                    "term");
        }
        return dated(i, j, inside ? DeadlineType.WITHIN_PERIOD : DeadlineType.BY_DATE, "by");
    }

    /// A date, with hour, weekday and repetition, read in the given form.
    @Nullable
    FoundDeadline dated(int start, int i, DeadlineType type, String rule) {
        int j = i;
        var hour = dates.hour(j);
        if (hour != null) {
            j = hour.end();
            while (tokens.isOneOf(j, ",", "-", "(") && j < hour.end() + 2) {
                j++;
            }
        }
        if (hour != null && tokens.isOneOf(j, "hang", "moi", "cac", "trong") && tokens.is(j + 1, "ngay")) {
            boolean daily = tokens.isOneOf(j, "hang", "moi") && !tokens.isNumber(j + 2);
            if (daily) {
                var draft = new DeadlineDraft(DeadlineType.RECURRING)
                        .time(hour)
                        .repetition(Repetition.every("UNSPECIFIED"), years);
                return new FoundDeadline(start, j + 2, draft.read(terms.text(start, j + 2)), "repetition");
            }
        }
        if (hour != null && dates.at(j) == null && repetitions.dailyBefore(start)) {
            var draft = new DeadlineDraft(DeadlineType.RECURRING)
                    .time(hour)
                    .repetition(Repetition.every("UNSPECIFIED"), years);
            return new FoundDeadline(start, hour.end(), draft.read(terms.text(start, hour.end())), "repetition");
        }
        int named = j;
        while (tokens.isOneOf(named, "ngay", "cac") && named < j + 2) {
            named++;
        }
        var weekday = repetitions.weekday(named);
        if (weekday != null) {
            j = weekday.end();
            for (var more = repetitions.weekdayAlso(j); more != null; more = repetitions.weekdayAlso(j)) {
                j = more.end();
            }
            var weekly = repetitions.after(j);
            if (weekly != null && weekly.freq().equals("WEEKLY")) {
                var repetition = new Repetition("WEEKLY", null, null, null, null, weekday.day());
                var draft = new DeadlineDraft(type == DeadlineType.WITHIN_PERIOD ? DeadlineType.RECURRING : type)
                        .time(hour)
                        .repetition(repetition, years);
                return new FoundDeadline(start, weekly.end(), draft.read(terms.text(start, weekly.end())), rule);
            }
            var monthly = repetitions.weekOfMonth(j);
            if (monthly != null) {
                var repetition = new Repetition("MONTHLY", null, null, null, null, weekday.day());
                var draft = new DeadlineDraft(type == DeadlineType.WITHIN_PERIOD ? DeadlineType.RECURRING : type)
                        .time(hour)
                        .repetition(repetition, years);
                return new FoundDeadline(start, monthly.end(), draft.read(terms.text(start, monthly.end())), rule);
            }
            while (tokens.isOneOf(j, ",", "(", "-")) {
                j++;
            }
        }
        if (tokens.is(j, "het")) {
            j++;
        }
        if (tokens.is(j, "cuoi")) {
            return endOf(start, j, type);
        }
        if (tokens.is(j, "ngay") && tokens.is(j + 1, "cuoi") && tokens.isOneOf(j + 2, "cung", "thang", "cua")) {
            return null;
        }
        var when = dates.at(j);
        return when == null ? null : of(start, when, type, hour, rule);
    }

    /// The days that a month or a quarter spans.
    @Nullable
    FoundDeadline period(int start, When when, String rule) {
        return of(start, when, DeadlineType.WITHIN_PERIOD, null, rule);
    }

    private @Nullable FoundDeadline of(
            int start, When when, DeadlineType type, Dates.@Nullable Hour hour, String rule) {
        if (when.form() == When.Form.DAY_ONLY) {
            var found = repetitions.dayOnly(when.end(), when.first());
            if (found == null) {
                found = repetitions.dayBehind(start, when.end(), when.first());
            }
            if (found == null) {
                return null;
            }
            var form = type == DeadlineType.WITHIN_PERIOD ? DeadlineType.RECURRING : type;
            var draft = new DeadlineDraft(form).time(hour).repetition(found.repetition(), years);
            return new FoundDeadline(start, found.end(), draft.read(terms.text(start, found.end())), rule);
        }
        var days = when.days(years);
        if (days == null && when.year() > 0) {
            return null;
        }
        if (when.form() == When.Form.YEARS && when.year() > 0 && when.year() < 2015) {
            return null;
        }
        int end = when.end();
        var every = repetitions.after(end);
        Repetition repetition = null;
        if (every != null && every.freq().equals("YEARLY")) {
            end = every.end();
            repetition = switch (when.form()) {
                case DAY -> Repetition.onDay("YEARLY", when.month(), when.first());
                case MONTHS -> Repetition.onDay("YEARLY", when.last(), null);
                case QUARTERS -> new Repetition("YEARLY", null, null, when.last(), null, null);
                default -> Repetition.every("YEARLY");
            };
        }
        boolean inherited = days != null && days.yearInherited();
        var draft = new DeadlineDraft(type).time(hour);
        switch (type) {
            case BEFORE_DATE, COMPLETED_ON -> draft.date(days == null ? null : days.from(), inherited);
            case BY_DATE -> draft.date(days == null ? null : days.to(), inherited);
            default -> draft.period(days == null ? null : days.from(), days == null ? null : days.to(), inherited);
        }
        draft.repetition(repetition, years);
        boolean broad = !when.isDay() && !when.isPeriod();
        return new FoundDeadline(start, end, draft.read(terms.text(start, end)), broad ? "broad" : rule);
    }

    /// "ngày 20 hằng tháng", "các ngày thứ Bảy hằng tuần": a day that comes back, or null.
    @Nullable
    FoundDeadline repeatedDay(int start, int i) {
        int j = i;
        while (tokens.isOneOf(j, "cac", "chieu", "sang", "toi", "buoi") && j < i + 3) {
            j++;
        }
        var found = dated(start, j, DeadlineType.WITHIN_PERIOD, "repetition");
        return found != null && found.deadline().type() == DeadlineType.RECURRING ? found : null;
    }

    /// "cuối năm", "cuối quý II", "cuối tháng 3/2024".
    @Nullable
    FoundDeadline endOf(int start, int i, DeadlineType type) {
        if (!tokens.is(i, "cuoi")) {
            return null;
        }
        LocalDate last = null;
        int end;
        boolean inherited = false;
        if (tokens.isOneOf(i + 1, "thang", "quy")) {
            var when = dates.at(i + 1);
            if (when == null) {
                return null;
            }
            var days = when.days(years);
            last = days == null ? null : days.to();
            inherited = days != null && days.yearInherited();
            end = when.end();
        } else if (dates.isYearWord(i + 1)) {
            var when = dates.at(i + 1);
            boolean school = when == null && tokens.is(i + 2, "hoc");
            end = when != null ? when.end() : school ? i + 3 : i + 2;
            var days = when == null ? null : when.days(years);
            Integer year = years.first();
            last = days != null
                    ? days.to()
                    : school ? years.periodTo() : year == null ? null : LocalDate.of(year, 12, 31);
            inherited = false;
        } else {
            return null;
        }
        boolean exact = type == DeadlineType.BY_DATE && tokens.isOneOf(i + 1, "thang", "quy");
        var draft = exact
                ? new DeadlineDraft(type).date(last, inherited)
                : new DeadlineDraft(DeadlineType.END_OF_PERIOD)
                        .period(null, last, inherited)
                        .vague();
        return new FoundDeadline(start, end, draft.read(terms.text(start, end)), "end-of");
    }

    /// "từ ngày A đến ngày B", and "từ nay đến B".
    @Nullable
    FoundDeadline range(int i, int limit) {
        int j = i + 1;
        if (tokens.isOneOf(j, "nay", "bay")) {
            int to = j + 1;
            while (tokens.isOneOf(to, "cho", "den", "toi", "het", "gio", "truoc")) {
                to++;
            }
            return to > j + 1
                    ? dated(i, to, tokens.is(to - 1, "truoc") ? DeadlineType.BEFORE_DATE : DeadlineType.BY_DATE, "by")
                    : null;
        }
        var hour = dates.hour(j);
        var first = dates.at(hour == null ? j : hour.end());
        if (first == null) {
            return null;
        }
        if (first.form() == When.Form.DAYS || (first.form() == When.Form.MONTHS && first.last() != first.first())) {
            return of(i, first, DeadlineType.WITHIN_PERIOD, null, "range");
        }
        int to = first.end();
        while (tokens.isOneOf(to, "den", "toi", "-", "het", "cho", ",")) {
            to++;
        }
        if (to == first.end() || to >= limit) {
            return null;
        }
        var lastHour = dates.hour(to);
        var last = dates.at(lastHour == null ? to : lastHour.end());
        if (last == null || last.form() == When.Form.DAY_ONLY) {
            return monthly(i, first, last);
        }
        if (first.form() == When.Form.YEARS) {
            return null;
        }
        var start = first.form() == When.Form.DAY_ONLY && last.form() == When.Form.DAY
                ? first.inMonth(last.month(), last.year())
                : first.year() == 0 && last.year() > 0 ? first.withYear(startYear(first, last)) : first;
        var from = start.days(years);
        var until = last.days(years);
        if (from != null && until != null && until.to().isBefore(from.from())) {
            return null;
        }
        boolean inherited = until != null && until.yearInherited();
        var draft = new DeadlineDraft(DeadlineType.WITHIN_PERIOD)
                .period(from == null ? null : from.from(), until == null ? null : until.to(), inherited)
                .time(lastHour);
        var every = repetitions.after(last.end());
        int end = every == null ? last.end() : every.end();
        if (every != null) {
            draft.repetition(Repetition.every(every.freq()), years);
        }
        return new FoundDeadline(i, end, draft.read(terms.text(i, end)), "range");
    }

    private static int startYear(When first, When last) {
        int firstMonth = first.form() == When.Form.DAY ? first.month() : first.first();
        int lastMonth = last.form() == When.Form.DAY ? last.month() : last.last();
        return firstMonth > lastMonth ? last.year() - 1 : last.year();
    }

    /// "từ ngày 20 đến ngày 25 hằng tháng".
    private @Nullable FoundDeadline monthly(int i, When first, @Nullable When last) {
        if (last == null || first.form() != When.Form.DAY_ONLY) {
            return null;
        }
        var found = repetitions.dayOnly(last.end(), last.first());
        if (found == null) {
            return null;
        }
        var draft = new DeadlineDraft(DeadlineType.RECURRING).repetition(found.repetition(), years);
        return new FoundDeadline(i, found.end(), draft.read(terms.text(i, found.end())), "range");
    }
}
