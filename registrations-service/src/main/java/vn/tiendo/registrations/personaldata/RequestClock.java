package vn.tiendo.registrations.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.ExecutionDays;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.Terms;

/// By when a request has to be answered and executed; each is the first instant that is too late.
///
/// The day of receipt is not counted, and a last day that is no working day rolls to the next one (Civil Code 2015,
/// articles 147 and 148).
final class RequestClock {

    private final Terms terms;
    private final WorkingDays calendar;

    RequestClock(Terms terms, WorkingDays calendar) {
        this.terms = terms;
        this.calendar = calendar;
    }

    /// Terms in force on a day; before the first day known, the first.
    static Terms inForceOn(LocalDate day, Map<String, Terms> terms) {
        var byDay = new TreeMap<LocalDate, Terms>();
        terms.forEach((from, each) -> byDay.put(LocalDate.parse(from), each));
        var found = byDay.floorEntry(day);
        return (found == null ? byDay.firstEntry() : found).getValue();
    }

    String source() {
        return terms.source();
    }

    Instant answerDue(Instant received) {
        return Days.endOf(calendar.plus(Days.dayOf(received), terms.answerWorkingDays()));
    }

    Instant executionDue(RequestKind kind, Instant received, boolean withProcessor, boolean extended) {
        var days = days(kind, withProcessor ? terms.executionDaysWithProcessor() : terms.executionDays());
        var more = extended ? terms.extensionDays() : 0;
        return Days.endOf(calendar.onOrAfter(Days.dayOf(received).plusDays((long) days + more)));
    }

    private static int days(RequestKind kind, ExecutionDays days) {
        return switch (kind) {
            case ACCESS -> days.access();
            case CORRECTION -> days.correction();
            case ERASURE -> days.erasure();
            case RESTRICTION -> days.restriction();
            case WITHDRAWAL -> days.withdrawal();
            case OBJECTION -> days.objection();
        };
    }
}
