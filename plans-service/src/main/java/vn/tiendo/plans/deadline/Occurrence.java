package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// One time at which something is owed.
///
/// @param label tells occurrences of one obligation apart: `2024`, `2024-Q1`, `2024-03`, or `once`
/// @param windowFrom first day of the period that the occurrence is about, when the form has one
/// @param windowTo last day of that period
/// @param lastDay last on-time day; null while no due instant is set
/// @param proposedDay the day that a person may confirm, for forms that are never guessed
/// @param doneOn the day on which the document says that it was done
/// @param steps how the reading came about, one sentence code with its day each
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occurrence(
        String label,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate proposedDay,
        @Nullable LocalDate doneOn,
        List<Step> steps) {

    /// One step of the reading: what was done and the day that came out.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Rule rule, @Nullable LocalDate day) {}

    public enum Rule {
        NAMED_DAY,
        RECURS_IN_YEAR,
        CLAMPED_TO_MONTH_END,
        NAMED_DAY_EXCLUDED,
        NAMED_DAY_INCLUDED_BY_ISSUER,
        WHOLE_DAY_INCLUDED,
        PERIOD_OPENS,
        PERIOD_ENDS,
        ROLLED_TO_NEXT_WORKING_DAY,
        ROLLED_TO_PREVIOUS_WORKING_DAY,
        NO_DAY_UNTIL_SET_BY_A_PERSON,
        DONE_IN_THE_PAST
    }

    /// The first instant that is too late.
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(lastDay).map(Days::endOf);
    }
}
