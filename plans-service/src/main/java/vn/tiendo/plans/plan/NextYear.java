package vn.tiendo.plans.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.deadline.Recurrence;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.Question.Matter;

/// Moves what a plan says on into another year. Pure: words stay as they are, only dates move.
final class NextYear {

    private NextYear() {}

    /// The plan itself: its number and date are those of a document that is yet to be issued.
    static PlanContent of(PlanContent content, int year) {
        var years = year - content.year();
        return content.inYear(year, shifted(content.periodFrom(), years), shifted(content.periodTo(), years));
    }

    static ObligationContent of(ObligationContent content, int from, int to, List<Question> questions) {
        var deadline = content.deadline();
        if (deadline == null) {
            return content;
        }
        if (deadline.type() == DeadlineType.COMPLETED_ON) {
            questions.add(new Question(content.code(), Matter.DATE_TO_CONFIRM, null, null));
        }
        if (deadline.date() == null
                && deadline.from() == null
                && deadline.to() == null
                && deadline.occurrences() == null) {
            return content;
        }
        var moved = inAnotherYear(deadline, to - from);
        if (movesWithinMonth(deadline, moved)) {
            questions.add(new Question(content.code(), Matter.DAY_MOVED_IN_MONTH, null, null));
        }
        if (deadline.raw() != null && deadline.raw().contains(Integer.toString(from))) {
            questions.add(new Question(content.code(), Matter.WORDS_NAME_ANOTHER_YEAR, null, null));
        }
        return content.dated(
                moved, content.slack() == null ? null : content.slack().inAnotherYear(to - from), from);
    }

    static Deadline inAnotherYear(Deadline deadline, int years) {
        return new Deadline(
                deadline.type(),
                deadline.raw(),
                isWeekly(deadline) ? weekdayShifted(deadline.date(), years) : shifted(deadline.date(), years),
                shifted(deadline.from(), years),
                endShifted(deadline.from(), deadline.to(), years),
                deadline.exclusive(),
                deadline.recurrence(),
                deadline.anchor(),
                deadline.alternative(),
                deadline.event(),
                deadline.duration(),
                deadline.yearInherited(),
                deadline.vague(),
                deadline.time(),
                deadline.offset(),
                deadline.occurrences() == null
                        ? null
                        : deadline.occurrences().stream()
                                .map(day -> day.plusYears(years))
                                .distinct()
                                .toList());
    }

    private static boolean isWeekly(Deadline deadline) {
        return deadline.recurrence() != null && deadline.recurrence().freq() == Recurrence.Frequency.WEEKLY;
    }

    /// The nearest day of the same weekday.
    private static @Nullable LocalDate weekdayShifted(@Nullable LocalDate day, int years) {
        return day == null ? null : day.plusYears(years).with(TemporalAdjusters.nextOrSame(day.getDayOfWeek()));
    }

    /// 29 February becomes the 28th where there is none.
    private static @Nullable LocalDate shifted(@Nullable LocalDate day, int years) {
        return day == null ? null : day.plusYears(years);
    }

    /// A period of whole months ends with its last month in the other year too, leap year or not.
    private static @Nullable LocalDate endShifted(@Nullable LocalDate from, @Nullable LocalDate to, int years) {
        if (to == null) {
            return null;
        }
        var wholeMonths = from != null
                && from.getDayOfMonth() == 1
                && to.equals(YearMonth.from(to).atEndOfMonth());
        var moved = to.plusYears(years);
        return wholeMonths ? YearMonth.from(moved).atEndOfMonth() : moved;
    }

    private static boolean movesWithinMonth(Deadline before, Deadline after) {
        return !isWeekly(before)
                && before.date() != null
                && after.date() != null
                && before.date().getDayOfMonth() != after.date().getDayOfMonth();
    }
}
