package vn.tiendo.plans.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The calendar once more, counted day by day from Wednesday, 1 January 2020, without any library: what the deadline
/// code answers is checked against it.
final class Almanac {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /// Every day from 2019 to 2052.
    static final List<Day> DAYS = count();

    /// @param number days since 1 January 1970
    /// @param weekday 1 is Monday
    /// @param last how many days its month has
    record Day(int number, int year, int month, int day, int weekday, int last) {

        LocalDate date() {
            return LocalDate.ofEpochDay(number);
        }

        /// Midnight at the end of the day in Viet Nam, in seconds since 1970: seven hours before midnight in Greenwich.
        long tooLate() {
            return (number + 1) * 86_400L - 7 * 3_600;
        }
    }

    private Almanac() {}

    private static List<Day> count() {
        var days = new ArrayList<Day>();
        int number = 17_897; // 1 January 2019
        int weekday = 2; // a Tuesday
        for (int year = 2019; year <= 2052; year++) {
            for (int month = 1; month <= 12; month++) {
                int last = month == 2 && year % 4 == 0 ? 29 : LENGTHS[month - 1]; // no century falls between
                for (int day = 1; day <= last; day++) {
                    days.add(new Day(number, year, month, day, weekday, last));
                    number++;
                    weekday = weekday % 7 + 1;
                }
            }
        }
        return List.copyOf(days);
    }

    static Day of(LocalDate date) {
        return DAYS.get((int) date.toEpochDay() - DAYS.getFirst().number());
    }

    static Day plus(Day day, int more) {
        return DAYS.get(day.number() + more - DAYS.getFirst().number());
    }

    static List<LocalDate> between(LocalDate from, LocalDate to, Predicate<Day> wanted) {
        return DAYS.stream()
                .filter(day -> day.number() >= from.toEpochDay() && day.number() <= to.toEpochDay())
                .filter(wanted)
                .map(Day::date)
                .toList();
    }

    static boolean works(Day day, Map<LocalDate, Boolean> exceptions) {
        var exception = exceptions.get(day.date());
        return exception == null ? day.weekday() <= 5 : exception;
    }
}
