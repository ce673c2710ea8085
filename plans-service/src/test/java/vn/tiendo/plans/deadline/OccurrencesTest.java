package vn.tiendo.plans.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Recurrence.Frequency;

class OccurrencesTest {

    private static final WorkingDays WEEKENDS_ONLY = new WorkingDays(Map.of());

    @Test
    void before_a_day_ends_with_the_day_before() {
        var read = only(in2024(RollOff.NONE).of(before(LocalDate.of(2024, 4, 10))));
        assertThat(read.lastDay()).isEqualTo("2024-04-09");
        assertThat(read.dueAt()).contains(Instant.parse("2024-04-09T17:00:00Z"));
    }

    @Test
    void before_a_day_includes_it_when_the_issuer_reads_it_so() {
        var reading = new Occurrences(
                LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), true, RollOff.NONE, WEEKENDS_ONLY);
        assertThat(only(reading.of(before(LocalDate.of(2024, 4, 10)))).lastDay())
                .isEqualTo("2024-04-10");
    }

    @Test
    void by_a_day_includes_the_whole_day() {
        var by = deadline(DeadlineType.BY_DATE, LocalDate.of(2024, 4, 10), null, null, null);
        assertThat(only(in2024(RollOff.NONE).of(by)).dueAt()).contains(Instant.parse("2024-04-10T17:00:00Z"));
    }

    @Test
    void before_the_29th_of_february_is_the_28th_in_a_leap_year() {
        assertThat(only(in2024(RollOff.NONE).of(before(LocalDate.of(2024, 2, 29))))
                        .lastDay())
                .isEqualTo("2024-02-28");
    }

    @Test
    void before_new_year_is_the_last_day_of_the_old_one() {
        assertThat(only(in2024(RollOff.NONE).of(before(LocalDate.of(2025, 1, 1))))
                        .dueAt())
                .contains(Instant.parse("2024-12-31T17:00:00Z"));
    }

    /// "trước 15/4/2024" ends on Sunday the 14th; rolled off, with Monday the 15th (Civil Code 2015, article 148.5).
    @Test
    void a_sunday_rolls_to_monday() {
        var read = only(in2024(RollOff.NEXT_WORKING_DAY).of(before(LocalDate.of(2024, 4, 15))));
        assertThat(read.lastDay()).isEqualTo("2024-04-15");
        assertThat(read.dueAt()).contains(Instant.parse("2024-04-15T17:00:00Z"));
        assertThat(read.steps().getLast().rule()).isEqualTo(Occurrence.Rule.ROLLED_TO_NEXT_WORKING_DAY);
    }

    @Test
    void a_sunday_rolls_back_to_friday() {
        assertThat(only(in2024(RollOff.PREVIOUS_WORKING_DAY).of(before(LocalDate.of(2024, 4, 15))))
                        .lastDay())
                .isEqualTo("2024-04-12");
    }

    /// First and last day off of Tết as announced, and the working day behind it.
    @ParameterizedTest
    @CsvSource({
        "2024-02-08,2024-02-14,2024-02-15",
        "2025-01-27,2025-01-31,2025-02-03",
        "2026-02-16,2026-02-20,2026-02-23"
    })
    void tet_rolls_to_the_first_working_day_behind_it(LocalDate from, LocalDate to, LocalDate worked) {
        var off = new HashMap<LocalDate, Boolean>();
        from.datesUntil(to.plusDays(1)).forEach(day -> off.put(day, false));
        var reading = new Occurrences(
                LocalDate.of(from.getYear(), 1, 1), null, false, RollOff.NEXT_WORKING_DAY, new WorkingDays(off));
        from.datesUntil(to.plusDays(1))
                .forEach(day -> assertThat(
                                only(reading.of(before(day.plusDays(1)))).lastDay())
                        .isEqualTo(worked));
    }

    @Test
    void a_made_up_saturday_is_a_working_day() {
        var swapped = new WorkingDays(Map.of(LocalDate.of(2024, 5, 4), true, LocalDate.of(2024, 4, 29), false));
        var reading = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NEXT_WORKING_DAY, swapped);
        assertThat(only(reading.of(before(LocalDate.of(2024, 5, 5)))).lastDay()).isEqualTo("2024-05-04");
        assertThat(only(reading.of(before(LocalDate.of(2024, 4, 30)))).lastDay())
                .isEqualTo("2024-04-30");
    }

    @Test
    void within_a_quarter_opens_on_its_first_day_and_is_on_time_through_its_last() {
        var quarter =
                deadline(DeadlineType.WITHIN_PERIOD, null, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31), null);
        var read = only(in2024(RollOff.NONE).of(quarter));
        assertThat(read.label()).isEqualTo("2024-Q1");
        assertThat(read.windowFrom()).isEqualTo("2024-01-01");
        assertThat(read.lastDay()).isEqualTo("2024-03-31");
        assertThat(read.dueAt()).contains(Instant.parse("2024-03-31T17:00:00Z"));
    }

    /// "xong trước ngày 30/3 hằng năm" in a letter that governs 2024 and 2025.
    @Test
    void every_year_gives_one_occurrence_per_year_of_the_plan() {
        var reading = new Occurrences(
                LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31), false, RollOff.NONE, WEEKENDS_ONLY);
        var yearly = new Recurrence(Frequency.YEARLY, 3, 30, null, null, null, null);
        var read = reading.of(deadline(DeadlineType.BEFORE_DATE, LocalDate.of(2024, 3, 30), null, null, yearly));
        assertThat(read).extracting(Occurrence::label).containsExactly("2024", "2025");
        assertThat(read)
                .extracting(Occurrence::lastDay)
                .containsExactly(LocalDate.of(2024, 3, 29), LocalDate.of(2025, 3, 29));
    }

    @Test
    void the_31st_of_every_month_is_clamped_to_the_months_end() {
        var monthly = new Recurrence(Frequency.MONTHLY, null, 31, null, null, null, null);
        var read = in2024(RollOff.NONE).of(deadline(DeadlineType.RECURRING, null, null, null, monthly));
        assertThat(read).hasSize(12);
        assertThat(read.get(1).lastDay()).isEqualTo("2024-02-29");
        assertThat(read.get(3).lastDay()).isEqualTo("2024-04-30");
        assertThat(read.get(3).label()).isEqualTo("2024-04");
    }

    @Test
    void every_month_without_a_day_is_one_occurrence_a_month_and_never_guessed() {
        var monthly = new Recurrence(Frequency.MONTHLY, null, null, null, null, null, null);
        var read = in2024(RollOff.NONE).of(deadline(DeadlineType.RECURRING, null, null, null, monthly));
        assertThat(read).hasSize(12).allMatch(occurrence -> occurrence.lastDay() == null);
        assertThat(read.getFirst().windowTo()).isEqualTo("2024-01-31");
    }

    @Test
    void every_three_years_falls_once_into_a_year() {
        var rare = new Recurrence(Frequency.EVERY_3_YEARS, null, null, null, null, null, null);
        assertThat(in2024(RollOff.NONE).of(deadline(DeadlineType.RECURRING, null, null, null, rare)))
                .extracting(Occurrence::label)
                .containsExactly("2024");
    }

    @Test
    void the_end_of_the_year_is_proposed_and_not_set() {
        var read = only(in2024(RollOff.NONE)
                .of(deadline(DeadlineType.END_OF_PERIOD, null, null, LocalDate.of(2024, 12, 31), null)));
        assertThat(read.dueAt()).isEmpty();
        assertThat(read.proposedDay()).isEqualTo("2024-12-31");
    }

    @Test
    void what_was_done_in_the_past_has_no_due_instant() {
        var read = only(in2024(RollOff.NONE)
                .of(deadline(DeadlineType.COMPLETED_ON, LocalDate.of(2024, 3, 1), null, null, null)));
        assertThat(read.dueAt()).isEmpty();
        assertThat(read.doneOn()).isEqualTo("2024-03-01");
    }

    /// "05/5 … 10/11" are days of their own, never the ends of the periods reported on.
    @Test
    void a_yearly_report_day_is_never_computed_from_the_end_of_its_period() {
        var may = new Recurrence(Frequency.YEARLY, 5, 5, null, null, null, null);
        var read =
                in2024(RollOff.NONE).of(deadline(DeadlineType.BEFORE_DATE, LocalDate.of(2024, 5, 5), null, null, may));
        assertThat(only(read).lastDay()).isEqualTo("2024-05-04");
    }

    private static Occurrences in2024(RollOff rollOff) {
        return new Occurrences(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), false, rollOff, WEEKENDS_ONLY);
    }

    private static Deadline before(LocalDate day) {
        return deadline(DeadlineType.BEFORE_DATE, day, null, null, null);
    }

    static Deadline deadline(
            DeadlineType type,
            @Nullable LocalDate date,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Recurrence recurrence) {
        return new Deadline(
                type,
                "as worded",
                date,
                from,
                to,
                null,
                recurrence,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Occurrence only(List<Occurrence> occurrences) {
        assertThat(occurrences).hasSize(1);
        return occurrences.getFirst();
    }
}
