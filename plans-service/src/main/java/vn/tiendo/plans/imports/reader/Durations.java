package vn.tiendo.plans.imports.reader;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadDeadline.Duration;

/// How long a thing itself takes ("½ ngày", "02 buổi"); kept beside its deadline, never one.
final class Durations {

    private final Tokens tokens;
    private final Terms terms;

    Durations(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        this.terms = terms;
    }

    /// "Thời gian: ½ ngày, hoàn thành trong tháng 3": the length goes with the deadline that follows it.
    List<FoundDeadline> with(List<FoundDeadline> found, int start, int end) {
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
            return new Duration(value.multiply(new BigDecimal("0.5")), "DAY", terms.text(i, unit + 1));
        }
        var named = switch (tokens.word(unit)) {
            case "ngay" -> "DAY";
            case "gio" -> "HOUR";
            case "tuan" -> "WEEK";
            case "thang" -> "MONTH";
            default -> null;
        };
        boolean date = tokens.isNumber(unit + 1) || terms.countsFromEvent(unit + 1);
        return named == null || date ? null : new Duration(value, named, terms.text(i, unit + 1));
    }
}
