package vn.tiendo.plans.imports.reader;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDeadline.Duration;
import vn.tiendo.plans.imports.reader.ReadDeadline.Offset;
import vn.tiendo.plans.imports.reader.ReadDeadline.Repetition;

/// A deadline while it is being read.
final class DeadlineDraft {

    private final DeadlineType type;
    private @Nullable LocalDate date;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String event;
    private @Nullable String anchor;
    private @Nullable String alternative;
    private boolean vague;
    private @Nullable String time;
    private @Nullable Offset offset;
    private @Nullable Repetition repetition;
    private @Nullable List<LocalDate> occurrences;
    private @Nullable Duration duration;
    private boolean inherited;

    DeadlineDraft(DeadlineType type) {
        this.type = type;
    }

    @CanIgnoreReturnValue
    DeadlineDraft date(@Nullable LocalDate given, boolean yearInherited) {
        date = given;
        inherited = yearInherited && given != null;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft period(@Nullable LocalDate first, @Nullable LocalDate last, boolean yearInherited) {
        from = first;
        to = last;
        inherited = yearInherited && (first != null || last != null);
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft vague() {
        vague = true;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft event(@Nullable String given) {
        event = given;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft anchor(@Nullable String given) {
        anchor = given;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft alternative(@Nullable String given) {
        alternative = given;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft time(Dates.@Nullable Hour hour) {
        time = hour == null ? null : hour.time().toString();
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft offset(@Nullable Offset given) {
        offset = given;
        return this;
    }

    @CanIgnoreReturnValue
    DeadlineDraft duration(@Nullable Duration given) {
        duration = given;
        return this;
    }

    /// A yearly day has an occurrence per year of the plan; a monthly or quarterly one has no date of its own.
    @CanIgnoreReturnValue
    DeadlineDraft repetition(@Nullable Repetition given, PlanYears years) {
        repetition = given;
        var named = date != null ? date : to;
        if (given != null && given.freq().equals("YEARLY") && named != null && years.first() != null) {
            var days = new ArrayList<LocalDate>();
            int last = years.last() == null ? years.first() : years.last();
            for (int year = named.getYear(); year <= Math.min(last, named.getYear() + 10); year++) {
                days.add(named.withYear(year));
            }
            if (days.size() > 1) {
                occurrences = List.copyOf(days);
            }
        }
        return this;
    }

    ReadDeadline read(String raw) {
        Boolean exclusive = switch (type) {
            case BEFORE_DATE -> Boolean.TRUE;
            case BY_DATE, WITHIN_PERIOD, END_OF_PERIOD, ANCHORED -> Boolean.FALSE;
            case RELATIVE, RECURRING, COMPLETED_ON, ONGOING -> null;
        };
        return new ReadDeadline(
                type,
                date,
                from,
                to,
                exclusive,
                event,
                anchor,
                alternative,
                vague ? Boolean.TRUE : null,
                raw,
                time,
                offset,
                repetition,
                occurrences,
                duration,
                inherited ? Boolean.TRUE : null);
    }

    static ReadDeadline withDuration(ReadDeadline read, Duration duration) {
        return new ReadDeadline(
                read.type(),
                read.date(),
                read.from(),
                read.to(),
                read.exclusive(),
                read.event(),
                read.anchor(),
                read.alternative(),
                read.vague(),
                Objects.requireNonNull(read.raw()),
                read.time(),
                read.offset(),
                read.recurrence(),
                read.occurrences(),
                duration,
                read.yearInherited());
    }
}
