package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;

/// A deadline as the document words it, verbatim and read into a form.
///
/// @param raw the phrase, character by character as it stands in the document
/// @param date the named day of BEFORE_DATE, BY_DATE, ANCHORED and COMPLETED_ON; the day of the event of RELATIVE
/// @param from first day of WITHIN_PERIOD
/// @param to last day of WITHIN_PERIOD and of END_OF_PERIOD
/// @param exclusive for BEFORE_DATE: the document's own wording excludes the named day
/// @param anchor `MM-dd` of an anniversary without a year
/// @param alternative another occasion that the document allows
/// @param event what a RELATIVE deadline waits for
/// @param yearInherited the year comes from the plan, not from the phrase
/// @param vague the phrase names no exact day; a person must confirm
/// @param time the hour on the named day from which it is too late, such as `17:00`
/// @param offset how far from the day of the event or anniversary
/// @param occurrences the concrete days, where the document or a person names them one by one
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
        @Nullable Boolean vague,
        @Nullable LocalTime time,
        @Nullable @Valid Offset offset,
        @Nullable @Size(max = 400) List<@NotNull LocalDate> occurrences) {

    public Deadline {
        occurrences = occurrences == null ? null : List.copyOf(occurrences);
    }

    /// How long the thing itself takes ("½ ngày"); never a deadline.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Length(
            @NotNull @Positive BigDecimal value,
            @NotNull Length.Unit unit,
            @Nullable @Size(max = 100) String raw) {
        public enum Unit {
            HOUR,
            DAY,
            WEEK,
            MONTH
        }
    }

    /// "trong vòng 5 ngày làm việc kể từ …", "trước … 10 ngày".
    ///
    /// @param value negative when it lies before the event
    public record Offset(
            @Min(-1000) @Max(1000) int value, @NotNull Offset.Unit unit) {
        public enum Unit {
            HOUR,
            DAY,
            WORKING_DAY,
            WEEK,
            MONTH
        }

        LocalDate from(LocalDate day, WorkingDays calendar) {
            return switch (unit) {
                case HOUR -> day.plusDays(value / 24);
                case DAY -> day.plusDays(value);
                case WORKING_DAY -> calendar.plus(day, value);
                case WEEK -> day.plusWeeks(value);
                case MONTH -> day.plusMonths(value);
            };
        }
    }

    /// The fields that the form lacks or that contradict it or each other; empty when it can be read.
    public List<DeadlineFault> faults() {
        return DeadlineFaults.of(this);
    }

    /// Whether its days come from the calendar alone: nobody has to set them.
    boolean namesDays() {
        return switch (type) {
            case BEFORE_DATE, BY_DATE, WITHIN_PERIOD -> true;
            case RECURRING -> (recurrence != null && recurrence.namesADay()) || hasOccurrences();
            case ANCHORED, RELATIVE, END_OF_PERIOD, COMPLETED_ON, ONGOING -> false;
        };
    }

    boolean hasOccurrences() {
        return occurrences != null && !occurrences.isEmpty();
    }

    List<LocalDate> namedOccurrences() {
        return occurrences == null ? List.of() : occurrences;
    }
}
