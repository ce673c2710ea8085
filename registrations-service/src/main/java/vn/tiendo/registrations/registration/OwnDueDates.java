package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;

/// Whoever comes to owe when others owe already has five working days, however near the date of the unit is.
@ApplicationScoped
class OwnDueDates {

    private static final int WORKING_DAYS = 5;

    @Inject
    WorkingCalendarRepository calendar;

    /// @return null when the unit's date leaves more time, or there is none
    @Nullable
    Instant fromNow(@Nullable Instant ofUnit, Instant now) {
        if (ofUnit == null) {
            return null;
        }
        var own = Days.endOf(calendar.workingDays().plus(Days.dayOf(now), WORKING_DAYS));
        return own.isAfter(ofUnit) ? own : null;
    }
}
