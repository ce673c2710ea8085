package vn.tiendo.plans.deadline;

import java.time.LocalDate;
import vn.tiendo.kit.workingcalendar.WorkingDays;

/// What happens when the last on-time day is no working day; a policy of the plan.
public enum RollOff {
    NONE,
    /// A term that ends on a day off ends at the end of the next working day (Civil Code 2015, article 148.5).
    NEXT_WORKING_DAY,
    PREVIOUS_WORKING_DAY;

    LocalDate apply(LocalDate lastDay, WorkingDays calendar) {
        return switch (this) {
            case NONE -> lastDay;
            case NEXT_WORKING_DAY -> calendar.onOrAfter(lastDay);
            case PREVIOUS_WORKING_DAY -> calendar.onOrBefore(lastDay);
        };
    }
}
