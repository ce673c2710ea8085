package vn.tiendo.plans.imports.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;

/// A deadline as it was read; `raw` stands in the document as it is.
///
/// @param occurrences the days inside the plan's period, where the deadline comes back on a day
/// @param offset how long after or before the event
/// @param time HH:mm where the document names an hour
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadDeadline(
        DeadlineType type,
        @Nullable LocalDate date,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean exclusive,
        @Nullable String event,
        @Nullable String anchor,
        @Nullable String alternative,
        @Nullable Boolean vague,
        String raw,
        @Nullable String time,
        @Nullable Offset offset,
        @Nullable Repetition recurrence,
        @Nullable List<LocalDate> occurrences,
        @Nullable Duration duration,
        @Nullable Boolean yearInherited) {

    /// How long after or before an event.
    @Schema(name = "ReadOffset")
    public record Offset(int value, String unit) {}

    /// How often it comes back; the values are those of the recurrence of a deadline.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repetition(
            String freq,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer quarter,
            @Nullable Integer monthOfQuarter,
            @Nullable Integer weekday) {

        static Repetition every(String freq) {
            return new Repetition(freq, null, null, null, null, null);
        }

        static Repetition onDay(String freq, @Nullable Integer month, @Nullable Integer day) {
            return new Repetition(freq, month, day, null, null, null);
        }
    }

    /// How long the thing itself takes; never a deadline.
    @Schema(name = "ReadDuration")
    public record Duration(BigDecimal value, String unit, String raw) {}

    /// The same in other words of the document.
    ReadDeadline worded(String words) {
        return new ReadDeadline(
                type,
                date,
                from,
                to,
                exclusive,
                event,
                anchor,
                alternative,
                vague,
                words,
                time,
                offset,
                recurrence,
                occurrences,
                duration,
                yearInherited);
    }

    /// Does it name days that can be late?
    boolean isExact() {
        return switch (type) {
            case BEFORE_DATE, BY_DATE, WITHIN_PERIOD, COMPLETED_ON -> true;
            case ANCHORED, RELATIVE, RECURRING, END_OF_PERIOD, ONGOING -> false;
        };
    }
}
