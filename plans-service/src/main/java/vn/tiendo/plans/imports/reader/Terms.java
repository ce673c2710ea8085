package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDeadline.Offset;

/// Reads lengths of time that are counted from an event.
final class Terms {

    private final Tokens tokens;
    private final Dates dates;

    Terms(Tokens tokens, Dates dates) {
        this.tokens = tokens;
        this.dates = dates;
    }

    /// "trong vòng 05 ngày làm việc kể từ ngày nhận được …".
    @Nullable
    FoundDeadline term(int i, int number, int limit) {
        var offset = offset(number);
        if (offset == null) {
            return null;
        }
        int end = anchorEnd(offset.end(), limit);
        var draft =
                new DeadlineDraft(DeadlineType.RELATIVE).offset(offset.offset()).event(eventText(offset.end(), end));
        return new FoundDeadline(i, end, draft.read(text(i, end)), "term");
    }

    boolean countsFromEvent(int i) {
        int j = tokens.is(i, ",") ? i + 1 : i;
        return tokens.is(j, "ke", "tu")
                || tokens.isOneOf(j, "sau")
                || (tokens.is(j, "tu", "ngay") && !tokens.isNumber(j + 2))
                || tokens.is(j, "tu", "khi")
                || tokens.is(j, "tinh", "tu");
    }

    /// A length of time and the token after it.
    record Length(Offset offset, int end) {}

    @Nullable
    Length offset(int i) {
        int number = tokens.number(i);
        if (number < 1 || number > 400) {
            return null;
        }
        int j = i + 1;
        if (tokens.is(j, "(") && tokens.is(j + 2, ")")) {
            j += 3;
        }
        if (tokens.is(j, "-") && tokens.isNumber(j + 1)) {
            number = tokens.number(j + 1);
            j += 2;
        }
        var unit = switch (tokens.word(j)) {
            case "ngay" -> "DAY";
            case "gio" -> "HOUR";
            case "tuan" -> "WEEK";
            case "thang" -> "MONTH";
            default -> null;
        };
        if (unit == null
                || (unit.equals("HOUR") && dates.hour(i) != null && tokens.isOneOf(j + 1, "ngay", "thu"))
                || (tokens.isNumber(j + 1))) {
            return null;
        }
        if (unit.equals("DAY") && tokens.is(j + 1, "lam", "viec")) {
            return new Length(new Offset(number, "WORKING_DAY"), j + 3);
        }
        return new Length(new Offset(number, unit), j + 1);
    }

    int anchorEnd(int i, int limit) {
        return countsFromEvent(i) ? clauseEnd(tokens.is(i, ",") ? i + 1 : i, Math.min(limit, i + 24)) : i;
    }

    @Nullable
    String eventText(int from, int end) {
        return end > from ? text(from, end).replaceFirst("^,\\s*", "") : null;
    }

    /// Where the clause that holds a token ends: at a comma, semicolon, bracket or stop.
    int clauseEnd(int i, int limit) {
        int j = i;
        while (j < limit && !tokens.isOneOf(j, ",", ";", ".", ":", "(", ")", "\n", "|")) {
            j++;
        }
        return j;
    }

    String text(int start, int end) {
        return String.join(" ", tokens.body().quote(tokens.start(start), tokens.end(end - 1)));
    }
}
