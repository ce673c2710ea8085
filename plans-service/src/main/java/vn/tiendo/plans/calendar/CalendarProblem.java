package vn.tiendo.plans.calendar;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about the working calendar.
abstract sealed class CalendarProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private CalendarProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class CalendarNotFound extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        CalendarNotFound() {
            super(Kind.NOT_FOUND, "calendar-not-found", Map.of());
        }
    }

    static final class CalendarDayTwice extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        CalendarDayTwice(LocalDate day) {
            super(Kind.RULE, "calendar-day-twice", Map.of("day", day));
        }
    }

    /// Only a day that the week's rule rests on can be made up for.
    static final class WorkedAnyway extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        WorkedAnyway(LocalDate day) {
            super(Kind.RULE, "worked-anyway", Map.of("day", day));
        }
    }

    /// No day is off, or worked for, on nobody's decision.
    static final class DecisionMissing extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        DecisionMissing(LocalDate day) {
            super(Kind.RULE, "decision-missing", Map.of("day", day));
        }
    }

    /// Replacing one year touches no other.
    static final class DayOutsideYear extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        DayOutsideYear(LocalDate day, int year) {
            super(Kind.RULE, "day-outside-year", Map.of("day", day, "year", Integer.toString(year)));
        }
    }

    /// Deadlines that roll must find a working day.
    static final class NeverWorking extends CalendarProblem {
        private static final long serialVersionUID = 1L;

        NeverWorking(LocalDate day) {
            super(Kind.RULE, "never-working", Map.of("day", day));
        }
    }
}
