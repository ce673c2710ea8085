package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which years a plan is for; dates without a year take it from there.
final class YearsOfPlan {

    private final BodyText body;
    private final Tokens tokens;
    private final Dates dates;
    private final boolean[] hidden;
    private final int preambleEnd;
    private final @Nullable LocalDate issued;

    YearsOfPlan(
            BodyText body, Tokens tokens, Dates dates, boolean[] hidden, int preambleEnd, @Nullable LocalDate issued) {
        this.body = body;
        this.tokens = tokens;
        this.dates = dates;
        this.hidden = hidden;
        this.preambleEnd = preambleEnd;
        this.issued = issued;
    }

    /// Title, then preamble, then the text, then the day of issue say which year the plan is for.
    PlanYears read() {
        var title = years(0, bodyStart(), true);
        if (title != null) {
            return new PlanYears(title.year(), last(title), title.form() == When.Form.SCHOOL_YEAR, issued, false);
        }
        int preambleStop = preambleEnd < body.blocks().size()
                ? tokens.at(body.blocks().get(preambleEnd).start())
                : tokens.size();
        var preamble = years(bodyStart(), preambleStop, issued != null);
        boolean plausible = preamble != null && (issued == null || Math.abs(preamble.year() - issued.getYear()) <= 1);
        if (plausible && preamble != null) {
            return new PlanYears(
                    preamble.year(), last(preamble), preamble.form() == When.Form.SCHOOL_YEAR, issued, false);
        }
        if (issued != null) {
            return new PlanYears(issued.getYear(), issued.getYear(), false, issued, true);
        }
        var inText = mostNamed();
        return inText == null ? PlanYears.UNKNOWN : new PlanYears(inText, inText, false, null, false);
    }

    private static int last(When when) {
        return when.form() == When.Form.SCHOOL_YEAR ? when.year() + 1 : Math.max(when.year(), when.lastYear());
    }

    private int bodyStart() {
        for (var block : body.blocks()) {
            if (block.zone() != Block.Zone.HEAD) {
                return tokens.at(block.start());
            }
        }
        return tokens.size();
    }

    /// The year a stretch of text names: "năm 2024" before "giai đoạn 2021 - 2025".
    private @Nullable When years(int start, int end, boolean spans) {
        When year = null;
        When span = null;
        for (int i = start; i < end; i++) {
            if (hidden[i] && !titleYear(i)) {
                continue;
            }
            var when = dates.isYearWord(i) || tokens.is(i, "giai") || tokens.is(i, "nhiem", "ky") ? dates.at(i) : null;
            if (when == null || when.form() == When.Form.DAY) {
                continue;
            }
            boolean dayBefore = tokens.isNumber(i - 1) && tokens.is(i - 2, "thang") || tokens.is(i - 1, "/");
            if (dayBefore) {
                continue;
            }
            if (when.form() == When.Form.SPAN) {
                span = span == null ? when : span;
            } else if (when.form() == When.Form.YEARS && tokens.isOneOf(i - 1, "den", "tam")) {
                continue;
            } else {
                year = year == null || when.form() == When.Form.SCHOOL_YEAR ? when : year;
            }
        }
        return year != null ? year : spans ? span : null;
    }

    /// A title in quotation marks may hold the year where nothing else does.
    private boolean titleYear(int i) {
        return tokens.is(i, "nam", "hoc");
    }

    private @Nullable Integer mostNamed() {
        var counts = new java.util.TreeMap<Integer, Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!hidden[i] && dates.isYearWord(i) && !tokens.is(i - 2, "thang")) {
                var when = dates.at(i);
                if (when != null && when.form() == When.Form.YEARS && when.year() >= 2015) {
                    counts.merge(when.year(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
