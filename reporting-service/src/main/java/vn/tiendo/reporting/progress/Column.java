package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A number that progress shows. The one place that says which things count in it, for the counts of today (by state
/// and due day) and for those of any day (by the spans of time during which a thing counted).
enum Column {
    AWAITED(Source.ASSIGNMENT, When.IN_TIME, State.OPEN),
    UNDATED(Source.ASSIGNMENT, When.UNDATED, State.OPEN),
    OVERDUE(Source.ASSIGNMENT, When.AFTERWARDS, State.OPEN),
    SUBMITTED(Source.ASSIGNMENT, When.ALWAYS, State.SUBMITTED, State.SUBMITTED_LATE),
    SUBMITTED_LATE(Source.ASSIGNMENT, When.ALWAYS, State.SUBMITTED_LATE),
    DONE(Source.ASSIGNMENT, When.ALWAYS, State.DONE),
    DONE_LATE(Source.ASSIGNMENT, When.ALWAYS, State.DONE_LATE),
    WAIVED(Source.ASSIGNMENT, When.ALWAYS, State.WAIVED),
    TRANSFERRED(Source.ASSIGNMENT, When.ALWAYS, State.TRANSFERRED),
    REGISTRATIONS_OWED(
            Source.REGISTRATION,
            When.ALWAYS,
            State.OPEN,
            State.SUBMITTED,
            State.SUBMITTED_LATE,
            State.ACCEPTED,
            State.ACCEPTED_LATE,
            State.EXEMPT,
            State.RETURNED),
    REGISTRATIONS_SUBMITTED(Source.REGISTRATION, When.ALWAYS, State.SUBMITTED, State.SUBMITTED_LATE),
    REGISTRATIONS_ACCEPTED(Source.REGISTRATION, When.ALWAYS, State.ACCEPTED, State.ACCEPTED_LATE),
    REGISTRATIONS_EXEMPT(Source.REGISTRATION, When.ALWAYS, State.EXEMPT),
    REGISTRATIONS_RETURNED(Source.REGISTRATION, When.ALWAYS, State.RETURNED),
    REGISTRATIONS_LATE(Source.REGISTRATION, When.ALWAYS, State.SUBMITTED_LATE, State.ACCEPTED_LATE),
    REGISTRATIONS_MISSING(Source.REGISTRATION, When.AFTERWARDS, State.OPEN),
    REPORTS_EXPECTED(Source.REPORT, When.ALWAYS),
    REPORTS_DUE(Source.REPORT, When.AFTERWARDS),
    REPORTS_SUBMITTED(Source.REPORT, When.ALWAYS, State.SUBMITTED, State.SUBMITTED_LATE),
    REPORTS_ACCEPTED(Source.REPORT, When.ALWAYS, State.DONE, State.DONE_LATE),
    REPORTS_IN_LATE(Source.REPORT, When.ALWAYS, State.SUBMITTED_LATE, State.DONE_LATE),
    REPORTS_MISSING(Source.REPORT, When.AFTERWARDS, State.OPEN);

    /// Which of the days on which a thing is in a state count.
    private enum When {
        ALWAYS("true"),
        IN_TIME("c.due_day >= :day and c.due_day < date '9999-12-31'"),
        AFTERWARDS("c.due_day < :day"),
        UNDATED("c.due_day = date '9999-12-31'");

        private final String condition;

        When(String condition) {
            this.condition = condition;
        }
    }

    private final Source source;
    private final When when;
    private final Set<State> states;

    Column(Source source, When when, State... states) {
        this.source = source;
        this.when = when;
        this.states = states.length == 0
                ? State.COUNTED
                : Arrays.stream(states).collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    }

    Source source() {
        return source;
    }

    /// The sum of today: the conditions speak of `c` (a count) and `:day`, the day of the question; a due day before it
    /// is over.
    String sumOfCounts() {
        return "coalesce(sum(%s) filter (where c.source = '%s' and %s), 0) as %s"
                .formatted(State.sum(states), source, when.condition, alias());
    }

    /// The sum of changes `c`, each added or taken off.
    String sumOfChanges() {
        return "coalesce(sum(c.%s * c.sign), 0) as %s".formatted(alias(), alias());
    }

    String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean counts(State state) {
        return states.contains(state);
    }

    /// The days of a state on which a thing counts.
    ///
    /// @param dueDay last day on time, or [Part#NEVER]
    Span within(Span stay, LocalDate dueDay) {
        var undated = dueDay.equals(Part.NEVER);
        return switch (when) {
            case ALWAYS -> stay;
            case UNDATED -> undated ? stay : stay.none();
            case IN_TIME -> undated ? stay.none() : stay.before(dueDay.plusDays(1));
            case AFTERWARDS -> undated ? stay.none() : stay.since(dueDay.plusDays(1));
        };
    }
}
