package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.Theme;

/// The themes a plan names: of the term (Chuyên đề toàn khóa) and of a year, each with its title where the text
/// gives one.
final class Themes {

    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_TITLE_WORDS = 120;

    private final Tokens tokens;
    private final Dates dates;

    Themes(Tokens tokens, Dates dates) {
        this.tokens = tokens;
        this.dates = dates;
    }

    List<Theme> read() {
        var annual = new TreeMap<Integer, String>();
        boolean term = false;
        String termTitle = null;
        for (int i = 0; i < tokens.size(); i++) {
            boolean theme = tokens.is(i, "chuyen", "de") || tokens.is(i, "chu", "de");
            if (!theme) {
                continue;
            }
            if (tokens.is(i + 2, "toan", "khoa")) {
                term = true;
                termTitle = termTitle == null ? quoted(i + 4, 10) : termTitle;
                continue;
            }
            var years = years(i + 2);
            if (years == null) {
                continue;
            }
            var title = years.year() == years.lastYear() ? title(i, years.end()) : null;
            for (int year = years.year();
                    year <= Math.max(years.year(), years.lastYear()) && year < years.year() + 6;
                    year++) {
                if (title != null || !annual.containsKey(year)) {
                    annual.merge(
                            year,
                            title == null ? "" : title,
                            (known, found) -> known.isEmpty() || isBetter(known, found) ? found : known);
                }
            }
        }
        var themes = new ArrayList<Theme>();
        annual.forEach((year, title) -> themes.add(new Theme("ANNUAL", year, title.isEmpty() ? null : title)));
        if (term) {
            themes.add(new Theme("TERM", null, termTitle));
        }
        return themes;
    }

    /// A later occurrence replaces an earlier one only where it is more than the earlier.
    private static boolean isBetter(String known, String found) {
        return !found.isEmpty() && known.length() < 20;
    }

    private @Nullable When years(int i) {
        for (int j = i;
                j < i + 24
                        && !(tokens.is(j, ",") && !tokens.isEndOfBlock(i - 3))
                        && !tokens.isOneOf(j, ".", ";", ":", "\n", "“");
                j++) {
            var when = dates.isYearWord(j) ? dates.at(j) : null;
            if (when != null && when.form() == When.Form.YEARS) {
                return when;
            }
            if (j > i && (tokens.is(j, "chuyen", "de") || tokens.is(j, "chu", "de"))) {
                return null;
            }
        }
        return null;
    }

    private @Nullable String title(int start, int after) {
        var quoted = quoted(after, 8);
        if (quoted != null) {
            return quoted;
        }
        if (!tokens.is(after, ":") && !tokens.is(after + 3, ":") && !tokens.is(after + 1, ":")) {
            return null;
        }
        boolean opens = tokens.isEndOfBlock(start - 1) || tokens.isSign(start - 1) && tokens.isEndOfBlock(start - 2);
        int colon = after;
        while (!tokens.is(colon, ":")) {
            colon++;
        }
        if (!opens) {
            return null;
        }
        int end = colon + 1;
        while (!tokens.isEndOfBlock(end) && !tokens.isOneOf(end, ".", ";") && end - colon < LONGEST_TITLE_WORDS) {
            end++;
        }
        return text(colon + 1, end);
    }

    /// A title between quotation marks that begins within some words, also on the next line.
    private @Nullable String quoted(int i, int within) {
        for (int j = i; j < Math.min(tokens.size(), i + within); j++) {
            if (tokens.isOneOf(j, "“", "\"")) {
                int end = j + 1;
                int depth = 1;
                while (end < Math.min(tokens.size(), j + LONGEST_TITLE_WORDS)
                        && !tokens.isEndOfBlock(end)
                        && depth > 0) {
                    if (tokens.is(end, "“")) {
                        depth++;
                    } else if (tokens.isOneOf(end, "”", "\"")) {
                        depth--;
                    }
                    end++;
                }
                return depth == 0 ? text(j + 1, end - 1) : null;
            }
            if (tokens.isOneOf(j, ".", ";", ",", "(") || (tokens.isOneOf(j, "ve") && j > i)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable String text(int start, int end) {
        if (end <= start) {
            return null;
        }
        var text = tokens.body()
                .text()
                .substring(tokens.start(start), tokens.end(end - 1))
                .strip();
        return text.isEmpty() || text.length() > LONGEST_TITLE ? null : text;
    }
}
