package vn.tiendo.plans.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/// A day that differs from the week's rule, and the decision that says so.
@Embeddable
public class CalendarDay {

    enum Kind {
        /// A day off although the week's rule would work.
        HOLIDAY,
        /// A Saturday or Sunday that makes up for another day.
        WORKING_DAY
    }

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String source;

    protected CalendarDay() {}

    CalendarDay(LocalDate day, Kind kind, String name, String source) {
        this.day = day;
        this.kind = kind;
        this.name = name;
        this.source = source;
    }

    LocalDate day() {
        return day;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String source() {
        return source;
    }
}
