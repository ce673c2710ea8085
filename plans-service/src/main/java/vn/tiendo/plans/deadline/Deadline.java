package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deadline as the document words it, verbatim and read into a form.
///
/// @param raw the phrase, character by character as it stands in the document
/// @param date the named day of BEFORE_DATE, BY_DATE, ANCHORED and COMPLETED_ON
/// @param from first day of WITHIN_PERIOD
/// @param to last day of WITHIN_PERIOD and of END_OF_PERIOD
/// @param exclusive for BEFORE_DATE: the document's own wording excludes the named day
/// @param anchor `MM-dd` of an anniversary without a year
/// @param alternative another occasion that the document allows
/// @param event what a RELATIVE deadline waits for
/// @param yearInherited the year comes from the plan, not from the phrase
/// @param vague the phrase names no exact day; a person must confirm
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(
        @NotNull DeadlineType type,
        @Nullable @Size(max = 500) String raw,
        @Nullable LocalDate date,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean exclusive,
        @Nullable @Valid Recurrence recurrence,
        @Nullable @Size(max = 5) String anchor,
        @Nullable @Size(max = 300) String alternative,
        @Nullable @Size(max = 300) String event,
        @Nullable @Valid Length duration,
        @Nullable Boolean yearInherited,
        @Nullable Boolean vague) {

    /// How long the thing itself takes ("½ ngày"); never a deadline.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Length(
            @NotNull @Positive BigDecimal value,
            @NotNull Unit unit,
            @Nullable @Size(max = 100) String raw) {
        public enum Unit {
            HOUR,
            DAY,
            WEEK,
            MONTH
        }
    }

    /// The fields that the form needs and the deadline lacks, or that contradict each other; empty when it can be read.
    public List<String> faults() {
        var faults = new ArrayList<String>();
        switch (type) {
            case BEFORE_DATE, BY_DATE -> {
                if (date == null && !comesBackOnADay()) {
                    faults.add("date");
                }
            }
            case COMPLETED_ON -> {
                if (date == null) {
                    faults.add("date");
                }
            }
            case WITHIN_PERIOD -> {
                if (from == null) {
                    faults.add("from");
                }
                if (to == null || (from != null && to.isBefore(from))) {
                    faults.add("to");
                }
            }
            case RECURRING -> {
                if (recurrence == null) {
                    faults.add("recurrence");
                }
            }
            case ANCHORED, RELATIVE, END_OF_PERIOD, ONGOING -> {}
        }
        return List.copyOf(faults);
    }

    private boolean comesBackOnADay() {
        return recurrence != null && recurrence.day() != null;
    }
}
