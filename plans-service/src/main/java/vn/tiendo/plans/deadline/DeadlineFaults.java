package vn.tiendo.plans.deadline;

import static vn.tiendo.plans.deadline.DeadlineFault.Reason.CONTRADICTS;
import static vn.tiendo.plans.deadline.DeadlineFault.Reason.IMPOSSIBLE;
import static vn.tiendo.plans.deadline.DeadlineFault.Reason.MISSING;
import static vn.tiendo.plans.deadline.DeadlineType.ANCHORED;
import static vn.tiendo.plans.deadline.DeadlineType.BEFORE_DATE;
import static vn.tiendo.plans.deadline.DeadlineType.BY_DATE;
import static vn.tiendo.plans.deadline.DeadlineType.COMPLETED_ON;
import static vn.tiendo.plans.deadline.DeadlineType.END_OF_PERIOD;
import static vn.tiendo.plans.deadline.DeadlineType.RECURRING;
import static vn.tiendo.plans.deadline.DeadlineType.RELATIVE;
import static vn.tiendo.plans.deadline.DeadlineType.WITHIN_PERIOD;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineFault.Reason;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

/// Finds what a deadline lacks and where it contradicts itself.
final class DeadlineFaults {

    private static final int EARLIEST = 1945;
    private static final int LATEST = 2200;
    private static final EnumSet<DeadlineType> DATED =
            EnumSet.of(BEFORE_DATE, BY_DATE, RECURRING, COMPLETED_ON, ANCHORED, RELATIVE);
    private static final EnumSet<DeadlineType> TIMED = EnumSet.of(BEFORE_DATE, BY_DATE, WITHIN_PERIOD, RECURRING);

    private final Deadline deadline;
    private final List<DeadlineFault> faults = new ArrayList<>();

    private DeadlineFaults(Deadline deadline) {
        this.deadline = deadline;
    }

    static List<DeadlineFault> of(Deadline deadline) {
        var search = new DeadlineFaults(deadline);
        search.missing();
        search.outOfPlace();
        search.days();
        if (deadline.recurrence() != null) {
            search.recurrence(deadline.recurrence());
        }
        return List.copyOf(search.faults);
    }

    private void add(boolean wrong, String field, Reason reason) {
        var fault = new DeadlineFault(field, reason);
        if (wrong && faults.stream().noneMatch(found -> found.field().equals(field))) {
            faults.add(fault);
        }
    }

    private void missing() {
        switch (deadline.type()) {
            case BEFORE_DATE, BY_DATE ->
                add(deadline.date() == null && !deadline.hasOccurrences() && !comesBackOnADay(), "date", MISSING);
            case COMPLETED_ON -> add(deadline.date() == null, "date", MISSING);
            case WITHIN_PERIOD -> {
                add(deadline.from() == null, "from", MISSING);
                add(deadline.to() == null, "to", MISSING);
            }
            case RECURRING -> add(deadline.recurrence() == null, "recurrence", MISSING);
            case ANCHORED, RELATIVE, END_OF_PERIOD, ONGOING -> {}
        }
    }

    private boolean comesBackOnADay() {
        return deadline.recurrence() != null
                && deadline.recurrence().freq() != Frequency.UNSPECIFIED
                && deadline.recurrence().namesADay();
    }

    private void outOfPlace() {
        var type = deadline.type();
        add(deadline.date() != null && !DATED.contains(type), "date", CONTRADICTS);
        add(deadline.from() != null && type != WITHIN_PERIOD, "from", CONTRADICTS);
        add(deadline.to() != null && type != WITHIN_PERIOD && type != END_OF_PERIOD, "to", CONTRADICTS);
        add(deadline.exclusive() != null && deadline.exclusive() != (type == BEFORE_DATE), "exclusive", CONTRADICTS);
        add(deadline.anchor() != null && type != ANCHORED, "anchor", CONTRADICTS);
        add(deadline.event() != null && type != RELATIVE, "event", CONTRADICTS);
        add(deadline.offset() != null && type != RELATIVE && type != ANCHORED, "offset", CONTRADICTS);
        add(deadline.time() != null && !TIMED.contains(type), "time", CONTRADICTS);
        add(deadline.hasOccurrences() && !TIMED.contains(type), "occurrences", CONTRADICTS);
        add(type == COMPLETED_ON && deadline.recurrence() != null, "recurrence", CONTRADICTS);
    }

    private void days() {
        add(isFarOff(deadline.date()), "date", IMPOSSIBLE);
        add(isFarOff(deadline.from()), "from", IMPOSSIBLE);
        add(isFarOff(deadline.to()), "to", IMPOSSIBLE);
        add(
                deadline.from() != null
                        && deadline.to() != null
                        && deadline.to().isBefore(deadline.from()),
                "to",
                CONTRADICTS);
        var named = deadline.namedOccurrences();
        add(named.stream().anyMatch(DeadlineFaults::isFarOff), "occurrences", IMPOSSIBLE);
        add(new HashSet<>(named).size() < named.size(), "occurrences", CONTRADICTS);
        if (deadline.anchor() != null) {
            try {
                MonthDay.parse("--" + deadline.anchor());
            } catch (DateTimeException noSuchDay) {
                add(true, "anchor", IMPOSSIBLE);
            }
        }
    }

    private static boolean isFarOff(@Nullable LocalDate day) {
        return day != null && (day.getYear() < EARLIEST || day.getYear() > LATEST);
    }

    private void recurrence(Recurrence recurrence) {
        var weekly = recurrence.freq() == Frequency.WEEKLY;
        add(recurrence.weekday() != null && !weekly, "recurrence.weekday", CONTRADICTS);
        add(recurrence.day() != null && weekly, "recurrence.day", CONTRADICTS);
        add(
                recurrence.isOnLastWorkingDay() && (weekly || recurrence.day() != null),
                "recurrence.lastWorkingDay",
                CONTRADICTS);
        add(
                recurrence.month() != null && (weekly || recurrence.freq() == Frequency.MONTHLY),
                "recurrence.month",
                CONTRADICTS);
        add(
                recurrence.month() != null
                        && recurrence.quarter() != null
                        && (recurrence.month() - 1) / 3 + 1 != recurrence.quarter(),
                "recurrence.quarter",
                CONTRADICTS);
        add(
                recurrence.month() != null
                        && recurrence.monthOfQuarter() != null
                        && (recurrence.month() - 1) % 3 + 1 != recurrence.monthOfQuarter(),
                "recurrence.monthOfQuarter",
                CONTRADICTS);
        add(recurrence.quarter() != null && recurrence.freq().months() < 12, "recurrence.quarter", CONTRADICTS);
        // the 29th of February comes back in leap years; a 30th never does
        add(
                recurrence.month() != null
                        && recurrence.day() != null
                        && recurrence.day() > Month.of(recurrence.month()).maxLength(),
                "recurrence.day",
                IMPOSSIBLE);
        if (deadline.date() != null && deadline.type() != RELATIVE) {
            agreesWith(deadline.date(), recurrence);
        }
    }

    private void agreesWith(LocalDate date, Recurrence recurrence) {
        add(
                recurrence.month() != null
                        && recurrence.freq().months() >= 12
                        && date.getMonthValue() != recurrence.month(),
                "recurrence.month",
                CONTRADICTS);
        add(
                recurrence.day() != null && date.getDayOfMonth() != Math.min(recurrence.day(), date.lengthOfMonth()),
                "recurrence.day",
                CONTRADICTS);
        add(
                recurrence.weekday() != null && date.getDayOfWeek().getValue() != recurrence.weekday(),
                "recurrence.weekday",
                CONTRADICTS);
    }
}
