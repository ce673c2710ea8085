package vn.tiendo.plans.calendar;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.CalendarContent;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarProblem.CalendarDayTwice;
import vn.tiendo.plans.calendar.CalendarProblem.CalendarNotFound;
import vn.tiendo.plans.calendar.CalendarProblem.WorkedAnyway;

/// Keeps the calendar of the country; the whole of it is replaced at once.
@ApplicationScoped
public class CalendarService {

    @Inject
    CalendarRepository calendars;

    @Inject
    WorkingCalendarRepository workingDays;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    public WorkingDays workingDays() {
        return workingDays.workingDays();
    }

    WorkingCalendar get(String code) {
        return calendars.findByCode(code).orElseThrow(CalendarNotFound::new);
    }

    /// The administrator of the root keeps the calendar that everybody's deadlines follow.
    @Transactional
    WorkingCalendar put(String code, @Nullable String ifMatch, CalendarContent content, Actor actor) {
        var post = actor.posts().stream()
                .filter(held -> held.role() == ADMINISTRATOR
                        && held.path().indexOf('/') == held.path().length() - 1)
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired("administrator"));
        requireSound(content.days());
        var existing = calendars.findByCode(code);
        existing.ifPresent(calendar -> ETags.requireMatch(ifMatch, calendar.version()));
        var calendar = existing.orElseGet(() -> new WorkingCalendar(code));
        calendar.replace(content.days().stream()
                .map(day -> new CalendarDay(day.date(), day.kind(), day.name(), day.source()))
                .toList());
        calendars.persist(calendar);
        outbox.add(WorkingCalendar.STREAM, calendar, "changed");
        project(content.days());
        record(actor, post, calendar, content.days().size());
        return calendar;
    }

    private void record(Actor actor, HeldPost post, WorkingCalendar calendar, int days) {
        audit.record(actor, post, "change-calendar", "calendar", calendar.id(), null, java.util.Map.of("days", days));
    }

    private void project(List<Day> days) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        days.forEach(day -> exceptions.put(day.date(), day.kind() == CalendarDay.Kind.WORKING_DAY));
        workingDays.replace(exceptions);
    }

    private static void requireSound(List<Day> days) {
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            if (!seen.add(day.date())) {
                throw new CalendarDayTwice(day.date());
            }
            var weekend = day.date().getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.date().getDayOfWeek() == DayOfWeek.SUNDAY;
            if (day.kind() == CalendarDay.Kind.WORKING_DAY && !weekend) {
                throw new WorkedAnyway(day.date());
            }
        }
    }
}
