package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import vn.tiendo.kit.workingcalendar.WorkingCalendarEvents;

/// Keeps the working calendar.
@ApplicationScoped
public class CalendarEvents extends WorkingCalendarEvents {}
