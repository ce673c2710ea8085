package vn.tiendo.plans.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;
import vn.tiendo.plans.calendar.CalendarProblem.CalendarDayTwice;
import vn.tiendo.plans.calendar.CalendarProblem.DayOutsideYear;
import vn.tiendo.plans.calendar.CalendarProblem.DecisionMissing;
import vn.tiendo.plans.calendar.CalendarProblem.NeverWorking;
import vn.tiendo.plans.calendar.CalendarProblem.WorkedAnyway;

/// What the days of a calendar must fulfil, whoever sets them.
final class CalendarRules {

    private CalendarRules() {}

    static void requireSound(List<Day> days, @Nullable Integer year) {
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            if (!seen.add(day.date())) {
                throw new CalendarDayTwice(day.date());
            }
            if (year != null && day.date().getYear() != year) {
                throw new DayOutsideYear(day.date(), year);
            }
            if (day.kind() == DayKind.WORKING_DAY && !isWeekend(day.date())) {
                throw new WorkedAnyway(day.date());
            }
            if (day.decision() == null && (day.source() == null || day.source().isBlank())) {
                throw new DecisionMissing(day.date());
            }
        }
    }

    /// A run of days off in which a deadline would roll for ever is a mistake, and would stop all that rolls.
    static void requireEnd(CalendarLayers layers, List<DayChange> changes) {
        for (var working : layers.all()) {
            for (var change : changes) {
                requireEnd(working, change.date());
            }
        }
    }

    private static void requireEnd(WorkingDays working, LocalDate day) {
        try {
            working.onOrAfter(day);
            working.onOrBefore(day);
        } catch (IllegalStateException endless) {
            throw new NeverWorking(day);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
