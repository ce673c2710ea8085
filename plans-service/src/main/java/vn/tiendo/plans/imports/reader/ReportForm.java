package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;

/// Which period a periodic report is about, told by the words nearest to its date.
final class ReportForm {

    private ReportForm() {}

    static @Nullable String of(Task task) {
        if (task.deadline == null) {
            return task.form;
        }
        var deadline = task.deadline.deadline();
        if (deadline.type() == DeadlineType.RECURRING && deadline.recurrence() != null) {
            return switch (deadline.recurrence().freq()) {
                case "MONTHLY" -> "MONTHLY";
                case "QUARTERLY" -> "QUARTERLY";
                case "HALF_YEARLY" -> "SIX_MONTH";
                case "YEARLY" -> "ANNUAL";
                default -> task.form;
            };
        }
        return task.form;
    }

    /// "đối với báo cáo 6 tháng" behind a date, or "báo cáo năm" before it.
    static @Nullable String near(Tokens tokens, FoundDeadline deadline, int floor, int limit) {
        int i = deadline.end();
        if (tokens.isOneOf(i, "doi", "cho", "(", "voi")) {
            for (int j = i; j < Math.min(limit, i + 8); j++) {
                var form = form(tokens, j);
                if (form != null) {
                    return form;
                }
            }
        }
        for (int j = deadline.start() - 1; j >= Math.max(floor, deadline.start() - 12); j--) {
            var form = form(tokens, j);
            if (form != null) {
                return form;
            }
        }
        return null;
    }

    private static @Nullable String form(Tokens tokens, int i) {
        if (tokens.is(i, "thang")) {
            return switch (tokens.number(i - 1)) {
                case 6 -> "SIX_MONTH";
                case Tokens.NO_NUMBER ->
                    tokens.isNumber(i + 1) ? null : tokens.is(i - 1, "sau") ? "SIX_MONTH" : "MONTHLY";
                default -> null;
            };
        }
        if (tokens.is(i, "quy") && !tokens.isOneOf(i + 1, "dinh", "che")) {
            return "QUARTERLY";
        }
        if (tokens.isExactly(i, "năm") && !tokens.isNumber(i + 1) && !tokens.isOneOf(i - 1, "dau", "cuoi")) {
            return "ANNUAL";
        }
        return null;
    }
}
