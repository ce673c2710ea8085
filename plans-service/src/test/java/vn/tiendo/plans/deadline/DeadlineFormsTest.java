package vn.tiendo.plans.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.deadline.DeadlineTexts.deadline;
import static vn.tiendo.plans.deadline.DeadlineTexts.shortly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Occurrence.Rule;

/// Every form of deadline, with days counted on a paper calendar.
class DeadlineFormsTest {

    private static final WorkingDays WEEKENDS = new WorkingDays(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one day, and its hour
            {'type':'BEFORE_DATE','date':'2024-03-01'} | 2024-01-01 | 2024-12-31 | 2024 2024-02-29
            {'type':'BEFORE_DATE','date':'2025-03-01'} | 2025-01-01 | 2025-12-31 | 2025 2025-02-28
            {'type':'BEFORE_DATE','date':'2024-04-10','time':'17:00'} | 2024-01-01 | 2024-12-31 | 2024 2024-04-10T17:00
            {'type':'BY_DATE','date':'2024-04-10','time':'11:30'} | 2024-01-01 | 2024-12-31 | 2024 2024-04-10T11:30
            {'type':'BY_DATE','date':'2024-04-10','time':'00:00'} | 2024-01-01 | 2024-12-31 | 2024 2024-04-09
            # days that come back
            {'type':'BEFORE_DATE','recurrence':{'freq':'MONTHLY','day':1}} | 2024-01-01 | 2024-04-30 | 2024-02 2024-01-31, 2024-03 2024-02-29, 2024-04 2024-03-31, 2024-05 2024-04-30
            {'type':'BY_DATE','recurrence':{'freq':'MONTHLY','day':31}} | 2023-01-15 | 2023-04-30 | 2023-01 2023-01-31, 2023-02 2023-02-28, 2023-03 2023-03-31, 2023-04 2023-04-30
            {'type':'RECURRING','recurrence':{'freq':'MONTHLY','lastWorkingDay':true}} | 2024-03-01 | 2024-06-30 | 2024-03 2024-03-29, 2024-04 2024-04-30, 2024-05 2024-05-31, 2024-06 2024-06-28
            {'type':'RECURRING','recurrence':{'freq':'WEEKLY','weekday':5}} | 2024-12-20 | 2025-01-05 | 2024-W51 2024-12-20, 2024-W52 2024-12-27, 2025-W01 2025-01-03
            {'type':'BEFORE_DATE','recurrence':{'freq':'WEEKLY','weekday':1}} | 2024-12-29 | 2025-01-05 | 2025-W01 2024-12-29, 2025-W02 2025-01-05
            {'type':'RECURRING','recurrence':{'freq':'QUARTERLY','monthOfQuarter':3,'day':25}} | 2024-01-01 | 2024-12-31 | 2024-Q1 2024-03-25, 2024-Q2 2024-06-25, 2024-Q3 2024-09-25, 2024-Q4 2024-12-25
            {'type':'BEFORE_DATE','date':'2024-02-10','recurrence':{'freq':'QUARTERLY'}} | 2024-01-01 | 2024-12-31 | 2024-Q1 2024-02-09, 2024-Q2 2024-05-09, 2024-Q3 2024-08-09, 2024-Q4 2024-11-09
            {'type':'BEFORE_DATE','recurrence':{'freq':'HALF_YEARLY','month':6,'day':15}} | 2024-01-01 | 2025-06-30 | 2024-H1 2024-06-14, 2024-H2 2024-12-14, 2025-H1 2025-06-14
            {'type':'BY_DATE','recurrence':{'freq':'YEARLY','month':2,'day':29}} | 2023-01-01 | 2025-12-31 | 2023 2023-02-28, 2024 2024-02-29, 2025 2025-02-28
            {'type':'BEFORE_DATE','recurrence':{'freq':'YEARLY','month':1,'day':1}} | 2024-01-01 | 2025-12-31 | 2025 2024-12-31, 2026 2025-12-31
            {'type':'BY_DATE','date':'2024-02-29','recurrence':{'freq':'EVERY_3_YEARS'}} | 2024-01-01 | 2030-12-31 | 2024 2024-02-29, 2027 2027-02-28, 2030 2030-02-28
            {'type':'BY_DATE','recurrence':{'freq':'EVERY_3_YEARS','month':12,'day':15}} | 2021-01-01 | 2026-12-31 | 2023 2023-12-15, 2026 2026-12-15
            # a day without the month that it needs is never guessed
            {'type':'BY_DATE','recurrence':{'freq':'QUARTERLY','day':25}} | 2024-01-01 | 2024-06-30 | 2024-Q1 ?2024-03-31, 2024-Q2 ?2024-06-30
            # days listed one by one
            {'type':'BEFORE_DATE','date':'2024-03-30','recurrence':{'freq':'YEARLY','month':3,'day':30},'occurrences':['2024-03-30','2025-03-30']} | 2024-01-01 | 2025-12-31 | 2024 2024-03-29, 2025 2025-03-29
            {'type':'BY_DATE','occurrences':['2024-12-20','2024-06-20']} | 2024-01-01 | 2024-12-31 | 2024-06 2024-06-20, 2024-12 2024-12-20
            {'type':'RECURRING','recurrence':{'freq':'UNSPECIFIED'},'occurrences':['2024-06-05','2024-06-20']} | 2024-01-01 | 2024-12-31 | 2024-06-05 2024-06-05, 2024-06-20 2024-06-20
            {'type':'WITHIN_PERIOD','from':'2024-01-01','to':'2024-03-31','recurrence':{'freq':'YEARLY','quarter':1},'occurrences':['2024-03-31','2025-03-31']} | 2024-01-01 | 2025-12-31 | 2024-Q1 2024-03-31, 2025-Q1 2025-03-31
            # periods
            {'type':'WITHIN_PERIOD','from':'2024-02-01','to':'2024-02-29'} | 2024-01-01 | 2024-12-31 | 2024-02 2024-02-29
            {'type':'WITHIN_PERIOD','from':'2024-02-01','to':'2024-02-29','recurrence':{'freq':'YEARLY'}} | 2024-01-01 | 2025-12-31 | 2024-02 2024-02-29, 2025-02 2025-02-28
            {'type':'WITHIN_PERIOD','from':'2024-01-01','to':'2024-06-30'} | 2024-01-01 | 2024-12-31 | 2024-H1 2024-06-30
            {'type':'WITHIN_PERIOD','from':'2023-01-01','to':'2025-12-31'} | 2024-01-01 | 2024-12-31 | 2023-2025 2025-12-31
            {'type':'WITHIN_PERIOD','from':'2024-01-25','to':'2024-02-05','recurrence':{'freq':'MONTHLY'}} | 2024-01-01 | 2024-03-31 | 2023-12 2024-01-05, 2024-01 2024-02-05, 2024-02 2024-03-05, 2024-03 2024-04-05
            {'type':'WITHIN_PERIOD','from':'2024-12-30','to':'2025-01-02','time':'12:00'} | 2024-01-01 | 2024-12-31 | 2024-2025 2025-01-02T12:00
            # what is never guessed
            {'type':'RECURRING','recurrence':{'freq':'WEEKLY'}} | 2024-01-01 | 2024-01-14 | 2024-W01 ?2024-01-07, 2024-W02 ?2024-01-14
            {'type':'RECURRING','recurrence':{'freq':'HALF_YEARLY'}} | 2024-01-01 | 2024-12-31 | 2024-H1 ?2024-06-30, 2024-H2 ?2024-12-31
            {'type':'RECURRING','recurrence':{'freq':'EVERY_3_YEARS'}} | 2021-01-01 | 2025-12-31 | 2021 ?2023-12-31
            {'type':'RECURRING','recurrence':{'freq':'UNSPECIFIED'}} | 2024-01-01 | 2024-12-31 | once -
            {'type':'END_OF_PERIOD','to':'2024-12-31','vague':true} | 2024-01-01 | 2024-12-31 | 2024 ?2024-12-31
            {'type':'END_OF_PERIOD','to':'2021-12-31','recurrence':{'freq':'YEARLY'}} | 2021-01-01 | 2023-12-31 | 2021 ?2021-12-31, 2022 ?2022-12-31, 2023 ?2023-12-31
            {'type':'END_OF_PERIOD','recurrence':{'freq':'QUARTERLY'}} | 2024-01-01 | 2024-06-30 | 2024-Q1 ?2024-03-31, 2024-Q2 ?2024-06-30
            {'type':'ANCHORED','anchor':'05-19','recurrence':{'freq':'YEARLY','month':5,'day':19}} | 2021-01-01 | 2022-12-31 | 2021 ?2021-05-19, 2022 ?2022-05-19
            {'type':'ANCHORED','anchor':'02-29'} | 2023-01-01 | 2023-12-31 | once ?2023-02-28
            {'type':'ANCHORED','date':'2024-05-19','offset':{'value':-10,'unit':'DAY'}} | 2024-01-01 | 2024-12-31 | once ?2024-05-09
            {'type':'RELATIVE','event':'STUDY_SESSION completed'} | 2024-01-01 | 2024-12-31 | once -
            {'type':'RELATIVE','event':'issue','date':'2024-04-12','offset':{'value':5,'unit':'WORKING_DAY'}} | 2024-01-01 | 2024-12-31 | once ?2024-04-19
            {'type':'ONGOING'} | 2024-01-01 | 2024-12-31 | once -
            {'type':'COMPLETED_ON','date':'2024-03-01'} | 2024-01-01 | 2024-12-31 | once done 2024-03-01
            """)
    void a_form_gives_its_days(String form, LocalDate from, LocalDate to, String expected) {
        var deadline = deadline(form);
        assertThat(deadline.faults()).isEmpty();
        assertThat(shortly(new Occurrences(from, to, false, RollOff.NONE, WEEKENDS).of(deadline)))
                .isEqualTo(expected);
    }

    @Test
    void a_plan_without_an_end_shows_its_first_year() {
        var reading = new Occurrences(LocalDate.of(2024, 10, 1), null, false, RollOff.NONE, WEEKENDS);
        assertThat(shortly(reading.of(deadline("{'type':'BEFORE_DATE','recurrence':{'freq':'MONTHLY','day':25}}"))))
                .isEqualTo("2024-10 2024-10-24, 2024-11 2024-11-24, 2024-12 2024-12-24");
    }

    /// Tết as announced: 8–14 February 2024, 25 January – 2 February 2025, 14–22 February 2026.
    @ParameterizedTest
    @CsvSource({
        "2024-02-08,2024-02-14,2024-02-07,2024-02-15",
        "2025-01-25,2025-02-02,2025-01-24,2025-02-03",
        "2026-02-14,2026-02-22,2026-02-13,2026-02-23"
    })
    void tet_rolls_back_to_the_day_before_it_or_on_to_the_day_behind_it(
            LocalDate from, LocalDate to, LocalDate before, LocalDate behind) {
        var off = new HashMap<LocalDate, Boolean>();
        from.datesUntil(to.plusDays(1)).forEach(day -> off.put(day, false));
        var calendar = new WorkingDays(off);
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            var by = deadline("{'type':'BY_DATE','date':'" + day + "'}");
            var year = LocalDate.of(from.getYear(), 1, 1);
            assertThat(new Occurrences(year, null, false, RollOff.PREVIOUS_WORKING_DAY, calendar)
                            .of(by)
                            .getFirst()
                            .lastDay())
                    .isEqualTo(before);
            assertThat(new Occurrences(year, null, false, RollOff.NEXT_WORKING_DAY, calendar)
                            .of(by)
                            .getFirst()
                            .lastDay())
                    .isEqualTo(behind);
        });
    }

    /// The same instant wherever the client stands: midnight in Hà Nội is 10 in the morning of the day before in Los
    /// Angeles, 19 hours in Paris in summer, and 2 in the morning in Tokyo.
    @ParameterizedTest
    @CsvSource({
        "2024-04-09T23:59:59+07:00,true",
        "2024-04-10T00:00:00+07:00,false",
        "2024-04-09T09:59:59-07:00,true",
        "2024-04-09T10:00:00-07:00,false",
        "2024-04-09T18:59:59+02:00,true",
        "2024-04-09T19:00:00+02:00,false",
        "2024-04-10T01:59:59+09:00,true",
        "2024-04-10T02:00:00+09:00,false"
    })
    void the_first_instant_that_is_too_late_is_the_same_in_every_zone(OffsetDateTime sent, boolean inTime) {
        var due = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NONE, WEEKENDS)
                .of(deadline("{'type':'BEFORE_DATE','date':'2024-04-10'}"))
                .getFirst()
                .dueAt()
                .orElseThrow();
        assertThat(sent.toInstant().isBefore(due)).isEqualTo(inTime);
    }

    @Test
    void an_hour_is_the_first_instant_that_is_too_late_even_after_rolling() {
        var sunday = deadline("{'type':'BEFORE_DATE','date':'2024-04-14','time':'16:30'}");
        var read = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NEXT_WORKING_DAY, WEEKENDS)
                .of(sunday)
                .getFirst();
        assertThat(read.dueAt()).contains(Instant.parse("2024-04-15T09:30:00Z"));
        assertThat(read.steps())
                .extracting(Occurrence.Step::rule)
                .containsExactly(Rule.NAMED_DAY, Rule.UNTIL_NAMED_HOUR, Rule.ROLLED_TO_NEXT_WORKING_DAY);
    }

    /// The document says 15 April; it holds for districts, communes are due 5 working days earlier, cells 10.
    @Test
    void lower_levels_are_ready_earlier() {
        var slack = new Slack(5, Slack.Unit.WORKING_DAYS, null, null);
        var reading = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NONE, WEEKENDS);
        var document = reading.of(deadline("{'type':'BEFORE_DATE','date':'2024-04-16'}"));
        assertThat(days(reading, document, slack, 0)).isEqualTo("2024-04-15");
        assertThat(days(reading, document, slack, 1)).isEqualTo("2024-04-15");
        assertThat(days(reading, document, slack, 2)).isEqualTo("2024-04-08");
        assertThat(days(reading, document, slack, 3)).isEqualTo("2024-04-01");
        var second = reading.at(document, slack, 2).getFirst();
        assertThat(second.steps().getLast())
                .isEqualTo(new Occurrence.Step(
                        Rule.SLACK_OF_LEVEL,
                        LocalDate.of(2024, 4, 8),
                        Map.of("tier", "2", "by", "5", "unit", "WORKING_DAYS")));
    }

    @Test
    void slack_may_start_at_any_level_and_a_level_may_have_a_day_of_its_own() {
        var named = new Slack.DayOfTier(4, null, LocalDate.of(2024, 3, 1));
        var slack = new Slack(3, Slack.Unit.DAYS, 3, List.of(named));
        var reading = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NEXT_WORKING_DAY, WEEKENDS);
        var document = reading.of(deadline("{'type':'BY_DATE','date':'2024-04-15'}"));
        assertThat(days(reading, document, slack, 2)).isEqualTo("2024-04-15");
        assertThat(days(reading, document, slack, 3)).isEqualTo("2024-04-12");
        assertThat(days(reading, document, slack, 4)).isEqualTo("2024-03-01");
        assertThat(days(reading, document, slack, 5)).isEqualTo("2024-04-05"); // 9 days is a Saturday
    }

    @Test
    void days_named_for_a_level_move_on_with_the_year() {
        var days = List.of(
                new Slack.DayOfTier(2, "2024-Q1", LocalDate.of(2024, 3, 1)),
                new Slack.DayOfTier(3, null, LocalDate.of(2024, 2, 29)));
        assertThat(new Slack(3, Slack.Unit.DAYS, null, days).inAnotherYear(1).days())
                .containsExactly(
                        new Slack.DayOfTier(2, "2025-Q1", LocalDate.of(2025, 3, 1)),
                        new Slack.DayOfTier(3, null, LocalDate.of(2025, 2, 28)));
    }

    @Test
    void slack_never_ends_before_the_period_opens() {
        var reading = new Occurrences(LocalDate.of(2024, 1, 1), null, false, RollOff.NONE, WEEKENDS);
        var march = reading.of(deadline("{'type':'WITHIN_PERIOD','from':'2024-03-01','to':'2024-03-31'}"));
        assertThat(days(reading, march, new Slack(20, Slack.Unit.DAYS, null, null), 3))
                .isEqualTo("2024-03-01");
    }

    /// "mỗi tháng một lần" and the like: every period of the plan owes again.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | 1 | 2024-11-15 | 2025-01-31 | 2024-11 ?2024-11-30, 2024-12 ?2024-12-31, 2025-01 ?2025-01-31
            none | 3 | 2024-01-01 | 2024-06-30 | 2024-Q1 ?2024-03-31, 2024-Q2 ?2024-06-30
            none | 6 | 2024-01-01 | 2024-12-31 | 2024-H1 ?2024-06-30, 2024-H2 ?2024-12-31
            none | 12 | 2024-01-01 | 2025-12-31 | 2024 ?2024-12-31, 2025 ?2025-12-31
            {'type':'RECURRING','recurrence':{'freq':'QUARTERLY'}} | 12 | 2024-01-01 | 2024-12-31 | 2024 ?2024-12-31
            {'type':'BEFORE_DATE','recurrence':{'freq':'MONTHLY','day':26}} | 1 | 2024-01-01 | 2024-03-31 | 2024-01 2024-01-25, 2024-02 2024-02-25, 2024-03 2024-03-25
            {'type':'WITHIN_PERIOD','from':'2024-01-01','to':'2024-12-31'} | 3 | 2024-01-01 | 2024-12-31 | 2024-Q1 2024-03-31, 2024-Q2 2024-06-30, 2024-Q3 2024-09-30, 2024-Q4 2024-12-31
            {'type':'BY_DATE','date':'2024-12-15'} | 12 | 2024-01-01 | 2025-12-31 | 2024 2024-12-15, 2025 ?2025-12-31
            {'type':'COMPLETED_ON','date':'2024-03-01'} | 12 | 2024-01-01 | 2024-12-31 | once done 2024-03-01
            """)
    void a_count_with_a_period_is_owed_once_per_period(
            String form, int months, LocalDate from, LocalDate to, String expected) {
        var reading = new Occurrences(from, to, false, RollOff.NONE, WEEKENDS);
        assertThat(shortly(reading.perPeriod(form == null ? null : deadline(form), months)))
                .isEqualTo(expected);
    }

    /// The 31st of March 2024 is a Sunday: rolled into April it still is the count of March.
    @Test
    void rolling_moves_no_count_into_another_period() {
        var reading = new Occurrences(
                LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30), false, RollOff.NEXT_WORKING_DAY, WEEKENDS);
        var quarterly = deadline("{'type':'BY_DATE','recurrence':{'freq':'QUARTERLY','monthOfQuarter':3,'day':31}}");
        assertThat(shortly(reading.perPeriod(quarterly, 3))).isEqualTo("2024-Q1 2024-04-01, 2024-Q2 2024-07-01");
    }

    private static String days(Occurrences reading, List<Occurrence> read, Slack slack, int tier) {
        return String.valueOf(reading.at(read, slack, tier).getFirst().lastDay());
    }
}
