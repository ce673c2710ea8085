package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// One time at which something is owed.
///
/// @param label tells occurrences of one obligation apart: `2024`, `2024-Q1`, `2024-03`, `2024-W05`, or `once`
/// @param windowFrom first day of the period that the occurrence is about, when the form has one
/// @param windowTo last day of that period
/// @param lastDay last on-time day; null while no due instant is set
/// @param time the hour of the last day from which it is too late; null when the whole day is on time
/// @param proposedDay the day that a person may confirm, for forms that are never guessed
/// @param doneOn the day on which the document says that it was done
/// @param steps how the reading came about, one sentence code with its day each
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occurrence(
        String label,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @Nullable LocalDate lastDay,
        @Nullable LocalTime time,
        @Nullable LocalDate proposedDay,
        @Nullable LocalDate doneOn,
        List<Step> steps) {

    /// One step of the reading: what was done and the day that came out.
    ///
    /// @param facts what the sentence of the rule names besides the day
    public record Step(Rule rule, @Nullable LocalDate day, Map<String, String> facts) {
        public Step(Rule rule, @Nullable LocalDate day) {
            this(rule, day, Map.of());
        }
    }

    public enum Rule {
        NAMED_DAY,
        RECURS_IN_YEAR,
        LISTED_DAY,
        LAST_WORKING_DAY_OF_MONTH,
        CLAMPED_TO_MONTH_END,
        NAMED_DAY_EXCLUDED,
        NAMED_DAY_INCLUDED_BY_ISSUER,
        WHOLE_DAY_INCLUDED,
        UNTIL_NAMED_HOUR,
        PERIOD_OPENS,
        PERIOD_ENDS,
        COUNTED_PER_PERIOD,
        ROLLED_TO_NEXT_WORKING_DAY,
        ROLLED_TO_PREVIOUS_WORKING_DAY,
        SLACK_OF_LEVEL,
        SLACK_ENDS_WHERE_PERIOD_OPENS,
        DAY_OF_LEVEL,
        NO_DAY_UNTIL_SET_BY_A_PERSON,
        PROPOSED_DAY,
        DONE_IN_THE_PAST,
        MOVED_BY_CALENDAR,
        EXTENDED_BY_HAND,
        SET_BY_HAND,
        RETURNED_UNTIL,
        WAIVED
    }

    /// The first instant that is too late.
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(lastDay)
                .map(day -> time == null
                        ? Days.endOf(day)
                        : day.atTime(time).atZone(Days.ZONE).toInstant());
    }

    /// The day that the words give, wherever days off have moved it.
    @Nullable
    LocalDate dayBeforeRolling() {
        return steps.stream()
                .filter(step -> step.rule() != Rule.ROLLED_TO_NEXT_WORKING_DAY
                        && step.rule() != Rule.ROLLED_TO_PREVIOUS_WORKING_DAY)
                .map(Step::day)
                .reduce(lastDay, (earlier, later) -> later == null ? earlier : later);
    }

    /// The same thing counted per period: known by the period, and open in it.
    Occurrence during(CalendarPeriod period, String named) {
        return new Occurrence(
                named,
                windowFrom == null ? period.from() : windowFrom,
                windowTo == null ? period.to() : windowTo,
                lastDay,
                time,
                proposedDay,
                doneOn,
                and(new Step(Rule.COUNTED_PER_PERIOD, period.to(), Map.of("period", named))));
    }

    Occurrence labelled(String other) {
        return new Occurrence(other, windowFrom, windowTo, lastDay, time, proposedDay, doneOn, steps);
    }

    Occurrence endingOn(LocalDate day, List<Step> added) {
        var all = new ArrayList<>(steps);
        all.addAll(added);
        return new Occurrence(label, windowFrom, windowTo, day, time, null, doneOn, List.copyOf(all));
    }

    private List<Step> and(Step step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return List.copyOf(all);
    }
}
