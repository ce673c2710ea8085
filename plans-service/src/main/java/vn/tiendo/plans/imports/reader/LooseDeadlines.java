package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDeadline.Repetition;

/// Reads deadlines that name no day of their own: anniversaries, events, repetitions, "thường xuyên".
final class LooseDeadlines {

    /// An anniversary known by its name.
    private record Anniversary(Phrase name, int month, int day) {}

    private static final List<Anniversary> ANNIVERSARIES = List.of(
            new Anniversary(Phrase.of("sinh nhật bác"), 5, 19),
            new Anniversary(Phrase.of("ngày sinh ..5 hồ chí minh"), 5, 19),
            new Anniversary(Phrase.of("quốc khánh"), 9, 2),
            new Anniversary(Phrase.of("cách mạng tháng tám"), 8, 19),
            new Anniversary(Phrase.of("thành lập đảng"), 2, 3),
            new Anniversary(Phrase.of("thành lập đoàn"), 3, 26),
            new Anniversary(Phrase.of("quốc tế phụ nữ"), 3, 8),
            new Anniversary(Phrase.of("phụ nữ việt nam"), 10, 20),
            new Anniversary(Phrase.of("nhà giáo việt nam"), 11, 20),
            new Anniversary(Phrase.of("thương binh"), 7, 27),
            new Anniversary(Phrase.of("giải phóng miền nam"), 4, 30),
            new Anniversary(Phrase.of("quốc tế lao động"), 5, 1),
            new Anniversary(Phrase.of("thành lập quân đội"), 12, 22),
            new Anniversary(Phrase.of("thầy thuốc việt nam"), 2, 27),
            new Anniversary(Phrase.of("chuyển đổi số quốc gia"), 10, 10),
            new Anniversary(Phrase.of("pháp luật việt nam"), 11, 9),
            new Anniversary(Phrase.of("báo chí cách mạng"), 6, 21),
            new Anniversary(Phrase.of("gia đình việt nam"), 6, 28),
            new Anniversary(Phrase.of("đại đoàn kết"), 11, 18));

    private final Tokens tokens;
    private final Dates dates;
    private final Repetitions repetitions;
    private final ExactDeadlines exact;
    private final Terms terms;
    private final PlanYears years;
    private final boolean[] none;

    LooseDeadlines(
            Tokens tokens, Dates dates, Repetitions repetitions, ExactDeadlines exact, Terms terms, PlanYears years) {
        this.tokens = tokens;
        this.dates = dates;
        this.repetitions = repetitions;
        this.exact = exact;
        this.terms = terms;
        this.years = years;
        none = new boolean[tokens.size() + 1];
    }

    /// What "dịp", "chào mừng" or "kỷ niệm" begins.
    @Nullable
    FoundDeadline anchored(int i, int limit) {
        int start = i;
        while (start > 0
                && i - start < 5
                && tokens.isOneOf(
                        start - 1, "nhan", "trong", "vao", "voi", "gan", "la", "biet", "dac", "nhat", "dip", "cac")) {
            start--;
        }
        int stop = Math.min(limit, i + 40);
        When day = null;
        int end = -1;
        Anniversary named = null;
        for (int j = i; j < stop && !tokens.isOneOf(j, ";", ".", "\n", "|"); j++) {
            boolean ownDay = j > i && tokens.isOneOf(j, "vao", "luc", "truoc", "cham") && !tokens.is(j + 1, "dip");
            if (ownDay) {
                break;
            }
            var when = tokens.isNumber(j) || tokens.is(j, "ngay") ? dates.at(j) : null;
            if (when != null && when.isDay()) {
                boolean span = end >= 0 && tokens.isOneOf(end, "-");
                if (day == null || span || when.year() >= day.year()) {
                    day = when;
                }
                end = when.end();
                j = when.end() - 1;
                if (!tokens.isOneOf(end, "-")) {
                    break;
                }
            } else if (named == null) {
                for (var anniversary : ANNIVERSARIES) {
                    int matched = anniversary.name().match(tokens, none, j, stop);
                    if (matched > 0) {
                        named = anniversary;
                        end = Math.max(end, matched);
                    }
                }
            }
            if (named != null && tokens.is(j, ",") && j >= end) {
                break;
            }
        }
        if (day == null && named == null) {
            return null;
        }
        if (tokens.is(end, ")")) {
            end++;
        }
        var alternative = alternative(end, limit);
        int last = alternative < 0 ? end : alternative;
        var draft = new DeadlineDraft(DeadlineType.ANCHORED);
        if (day != null) {
            var days = day.days(years);
            draft.date(days == null ? null : days.from(), days != null && days.yearInherited());
        } else if (named != null) {
            draft.anchor("%02d-%02d".formatted(named.month(), named.day()))
                    .repetition(Repetition.onDay("YEARLY", named.month(), named.day()), PlanYears.UNKNOWN);
        }
        if (alternative > 0) {
            draft.alternative(terms.text(end + 1, alternative).replaceFirst("^(gắn với|vào|trong)\\s+", ""));
        }
        return new FoundDeadline(start, last, draft.read(terms.text(start, last)), "anniversary");
    }

    private int alternative(int i, int limit) {
        return tokens.is(i, "hoac") ? Math.max(i + 2, sentenceEnd(i + 1, limit)) : -1;
    }

    private int sentenceEnd(int i, int limit) {
        int j = i;
        while (j < limit && j < i + 30 && !tokens.isOneOf(j, ";", ".", "(", ")", "\n", "|")) {
            j++;
        }
        return j;
    }

    /// "định kỳ …", "hằng năm, …", "báo cáo hằng quý".
    @Nullable
    FoundDeadline recurring(int i, int sentenceStart) {
        if (tokens.is(i, "dinh", "ky")) {
            int day = tokens.isOneOf(i + 2, "vao", ",") ? i + 3 : i + 2;
            var onDay = tokens.isOneOf(day, "ngay", "thu", "chieu", "sang", "cac") ? exact.repeatedDay(i, day) : null;
            if (onDay != null) {
                return onDay;
            }
            boolean meeting = tokens.isOneOf(i - 1, "hoat", "bo", "doan", "vien");
            var every = repetitions.afterRegularly(i + 2);
            if (every == null && meeting) {
                return null;
            }
            int start = tokens.isOneOf(i - 1, "theo") ? i - 1 : i;
            int end = every == null ? i + 2 : every.end();
            return repeated(start, end, every == null ? "UNSPECIFIED" : every.freq());
        }
        if (tokens.number(i) == 3
                && tokens.is(i - 1, "(")
                && tokens.is(i - 2, "ket")
                && dates.isYearWord(i + 1)
                && tokens.is(i + 2, ")")) {
            return repeated(i - 1, i + 3, "EVERY_3_YEARS");
        }
        var every = repetitions.at(i);
        if (every == null) {
            return null;
        }
        if (tokens.is(i, "tung")) {
            return tokens.isOneOf(i - 1, "va", "theo") ? repeated(i, every.end(), every.freq()) : null;
        }
        boolean counted = tokens.isNumber(every.end()) || tokens.isOneOf(every.end(), "it", "toi", "mot", "co");
        boolean opens = i == sentenceStart || tokens.isOneOf(i - 1, ",", ";", "(", "-", "+", ":", "\n", ".", "•", "|");
        boolean report = tokens.is(i - 2, "bao", "cao");
        boolean acts =
                tokens.isOneOf(every.end(), "to", "bao", "xay", "tien", "kiem", "danh", "tong", "thuc", "cac", "moi")
                        && !tokens.isOneOf(i - 1, "hoc", "de", "ngay");
        boolean once = tokens.isNumber(i);
        if (tokens.is(i, "moi") && (counted || !opens)) {
            return null;
        }
        if (counted && !opens) {
            return null;
        }
        return opens || report || acts || once ? repeated(report ? i - 2 : i, every.end(), every.freq()) : null;
    }

    private FoundDeadline repeated(int start, int end, String freq) {
        var draft = new DeadlineDraft(DeadlineType.RECURRING).repetition(Repetition.every(freq), PlanYears.UNKNOWN);
        return new FoundDeadline(start, end, draft.read(terms.text(start, end)), "repetition");
    }

    /// "sau khi học tập", "ngay sau hội nghị".
    @Nullable
    FoundDeadline after(int i, int sentenceStart, int limit) {
        boolean straight = tokens.is(i - 1, "ngay");
        boolean opens =
                i == sentenceStart || straight || tokens.isOneOf(i - 1, ",", ";", ":", "(", "-", "\n", "+", "•");
        boolean event =
                tokens.isOneOf(i + 1, "khi", "hoc", "hoi", "moi", "dot", "lop", "buoi", "ket", "dai", "ky", "ngay");
        var offset = terms.offset(i + 1);
        if (offset != null) {
            return terms.term(i, i + 1, limit);
        }
        if (!event || !(opens || tokens.is(i + 1, "khi")) || tokens.isOneOf(i - 1, "truoc", "do")) {
            return null;
        }
        int start = straight ? i - 1 : i;
        int end = eventEnd(i + 1, limit);
        return new FoundDeadline(
                start,
                end,
                new DeadlineDraft(DeadlineType.RELATIVE)
                        .event(terms.text(start, end))
                        .read(terms.text(start, end)),
                "after-event");
    }

    /// "Sau học tập, nghiên cứu, mỗi cán bộ": a comma between two actions does not end the event.
    private int eventEnd(int i, int limit) {
        int end = terms.clauseEnd(i, Math.min(limit, i + 30));
        boolean more =
                tokens.is(end, ",") && tokens.isOneOf(end + 1, "nghien", "quan") && !tokens.isCapitalised(end + 1);
        return more ? terms.clauseEnd(end + 1, Math.min(limit, end + 6)) : end;
    }

    /// "trong quá trình triển khai …", "khi có phát sinh".
    @Nullable
    FoundDeadline whileDoing(int i, int limit) {
        int end = terms.clauseEnd(i, Math.min(limit, i + 30));
        return new FoundDeadline(
                i,
                end,
                new DeadlineDraft(DeadlineType.RELATIVE)
                        .event(terms.text(i, end))
                        .read(terms.text(i, end)),
                "while-doing");
    }

    @Nullable
    FoundDeadline ongoing(int i, int sentenceStart) {
        int next = i + 2;
        boolean opens = i == sentenceStart
                || tokens.isOneOf(i - 1, ",", ";", ":", "\n", "|", "-", "+", "•")
                || tokens.isCapitalised(i);
        boolean noun = tokens.isOneOf(next, "cua", "va", ",", ".", ";", "tai", "hon", "nhu", "doi", "lien");
        boolean ends = tokens.isEndOfBlock(next) || tokens.isOneOf(next, "|", ".") || tokens.is(next, "trong", "nam");
        if ((noun || !tokens.isWord(next)) && !(ends && opens)) {
            return null;
        }
        return new FoundDeadline(i, next, new DeadlineDraft(DeadlineType.ONGOING).read(terms.text(i, next)), "ongoing");
    }

    /// "(đã thực hiện, hoàn thành ngày 01/3/2024)".
    @Nullable
    FoundDeadline past(int i, int limit) {
        boolean did = false;
        for (int j = i; j < Math.min(limit, i + 12); j++) {
            if (tokens.isOneOf(j, ";", ".", "\n", "|", "truoc", "nhat")) {
                return null;
            }
            did |= tokens.isOneOf(j, "hien", "thanh", "chuc", "xong", "hanh");
            if (tokens.isOneOf(j, "ngay") && did) {
                var when = dates.at(j);
                var days = when != null && when.isDay() ? when.days(years) : null;
                if (when == null || days == null) {
                    return null;
                }
                LocalDate day = days.from();
                var draft = new DeadlineDraft(DeadlineType.COMPLETED_ON).date(day, days.yearInherited());
                return new FoundDeadline(i, when.end(), draft.read(terms.text(i, when.end())), "past");
            }
        }
        return null;
    }
}
