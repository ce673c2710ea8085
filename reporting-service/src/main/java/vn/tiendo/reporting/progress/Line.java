package vn.tiendo.reporting.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the counts of an organisation add up to.
record Line(Map<Column, Long> sums) {

    static final Line NOTHING = of(column -> 0L);

    /// What is summed. The conditions speak of `c` (a count), `k` (the campaign) and `:day`, the day of the question;
    /// a due day before it is over.
    enum Column {
        AWAITED("c.source = 'ASSIGNMENT' and c.state = 'OPEN' and c.due_day >= :day and c.due_day < date '9999-12-31'"),
        UNDATED("c.source = 'ASSIGNMENT' and c.state = 'OPEN' and c.due_day = date '9999-12-31'"),
        OVERDUE("c.source = 'ASSIGNMENT' and c.state = 'OPEN' and c.due_day < :day"),
        SUBMITTED("c.source = 'ASSIGNMENT' and c.state = 'SUBMITTED'"),
        DONE("c.source = 'ASSIGNMENT' and c.state = 'DONE'"),
        DONE_LATE("c.source = 'ASSIGNMENT' and c.state = 'DONE_LATE'"),
        WAIVED("c.source = 'ASSIGNMENT' and c.state = 'WAIVED'"),
        TRANSFERRED("c.source = 'ASSIGNMENT' and c.state = 'TRANSFERRED'"),
        REGISTRATIONS_OWED("c.source = 'REGISTRATION' and c.state = 'OWES'"),
        REGISTRATIONS_SUBMITTED("c.source = 'REGISTRATION' and c.state = 'SUBMITTED'"),
        REGISTRATIONS_ACCEPTED("c.source = 'REGISTRATION' and c.state = 'ACCEPTED'"),
        REGISTRATIONS_EXEMPT("c.source = 'REGISTRATION' and c.state = 'EXEMPT'"),
        REGISTRATIONS_RETURNED("c.source = 'REGISTRATION' and c.state = 'RETURNED'"),
        REGISTRATIONS_LATE("c.source = 'REGISTRATION' and c.state = 'LATE'"),
        REGISTRATIONS_MISSING(
                "c.source = 'REGISTRATION' and c.state <> 'LATE' and k.due_day < :day",
                "case when c.state = 'OWES' then c.total else -c.total end"),
        REPORTS_EXPECTED("c.source = 'REPORT'"),
        REPORTS_SUBMITTED("c.source = 'REPORT' and c.state in ('SUBMITTED', 'SUBMITTED_LATE')"),
        REPORTS_ACCEPTED("c.source = 'REPORT' and c.state in ('DONE', 'DONE_LATE')"),
        REPORTS_LATE("c.source = 'REPORT' and (c.state in ('SUBMITTED_LATE', 'DONE_LATE')"
                + " or c.state = 'OPEN' and c.due_day < :day)");

        private final String condition;
        private final String amount;

        Column(String condition) {
            this(condition, "c.total");
        }

        Column(String condition, String amount) {
            this.condition = condition;
            this.amount = amount;
        }

        String sql() {
            return "coalesce(sum(" + amount + ") filter (where " + condition + "), 0) as " + alias();
        }

        String alias() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Line of(Function<Column, Long> sum) {
        return new Line(Arrays.stream(Column.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), sum)));
    }

    long get(Column column) {
        return sums.getOrDefault(column, 0L);
    }

    Line plus(Line other) {
        return of(column -> get(column) + other.get(column));
    }
}
