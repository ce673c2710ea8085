package vn.tiendo.kit.workingcalendar;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Keeps the calendar in services that do not own it; extend with an `@ApplicationScoped` class.
@Vetoed
public abstract class WorkingCalendarEvents implements EventHandler {

    @Inject
    WorkingCalendarRepository calendar;

    private record CalendarState(List<Day> days) {}

    private record Day(LocalDate date, String kind) {}

    @Override
    public String topic() {
        return "plans.calendar.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        event.as(CalendarState.class).days.forEach(day -> exceptions.put(day.date, day.kind.equals("WORKING_DAY")));
        calendar.replace(exceptions);
    }
}
