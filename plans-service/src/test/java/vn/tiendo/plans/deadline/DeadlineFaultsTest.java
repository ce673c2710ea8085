package vn.tiendo.plans.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.deadline.DeadlineTexts.deadline;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'BEFORE_DATE'} | date MISSING
            {'type':'BY_DATE','recurrence':{'freq':'MONTHLY'}} | date MISSING
            {'type':'BY_DATE','recurrence':{'freq':'UNSPECIFIED','day':3}} | date MISSING
            {'type':'COMPLETED_ON'} | date MISSING
            {'type':'WITHIN_PERIOD'} | from MISSING, to MISSING
            {'type':'RECURRING'} | recurrence MISSING
            {'type':'WITHIN_PERIOD','from':'2024-04-01','to':'2024-03-31'} | to CONTRADICTS
            {'type':'WITHIN_PERIOD','date':'2024-04-01','from':'2024-03-01','to':'2024-03-31'} | date CONTRADICTS
            {'type':'BEFORE_DATE','date':'2024-04-01','from':'2024-03-01','to':'2024-03-31'} | from CONTRADICTS, to CONTRADICTS
            {'type':'BEFORE_DATE','date':'2024-04-01','exclusive':false} | exclusive CONTRADICTS
            {'type':'BY_DATE','date':'2024-04-01','exclusive':true} | exclusive CONTRADICTS
            {'type':'BY_DATE','date':'2024-04-01','event':'x'} | event CONTRADICTS
            {'type':'BY_DATE','date':'2024-04-01','anchor':'05-19'} | anchor CONTRADICTS
            {'type':'BY_DATE','date':'2024-04-01','offset':{'value':1,'unit':'DAY'}} | offset CONTRADICTS
            {'type':'ONGOING','time':'17:00'} | time CONTRADICTS
            {'type':'ONGOING','date':'2024-04-01'} | date CONTRADICTS
            {'type':'ONGOING','occurrences':['2024-04-01']} | occurrences CONTRADICTS
            {'type':'BY_DATE','occurrences':['2024-04-01','2024-04-01']} | occurrences CONTRADICTS
            {'type':'ANCHORED','anchor':'02-30'} | anchor IMPOSSIBLE
            {'type':'ANCHORED','anchor':'5/19'} | anchor IMPOSSIBLE
            {'type':'BY_DATE','date':'0204-04-10'} | date IMPOSSIBLE
            {'type':'BY_DATE','recurrence':{'freq':'YEARLY','month':2,'day':30}} | recurrence.day IMPOSSIBLE
            {'type':'BY_DATE','recurrence':{'freq':'YEARLY','month':4,'day':31}} | recurrence.day IMPOSSIBLE
            {'type':'BY_DATE','date':'2024-03-30','recurrence':{'freq':'YEARLY','month':4,'day':30}} | recurrence.month CONTRADICTS
            {'type':'BY_DATE','date':'2024-03-30','recurrence':{'freq':'MONTHLY','day':29}} | recurrence.day CONTRADICTS
            {'type':'BY_DATE','date':'2024-03-30','recurrence':{'freq':'WEEKLY','weekday':1}} | recurrence.weekday CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'WEEKLY','day':3}} | recurrence.day CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'MONTHLY','weekday':3}} | recurrence.weekday CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'MONTHLY','month':3,'day':1}} | recurrence.month CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'QUARTERLY','quarter':3}} | recurrence.quarter CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'YEARLY','quarter':3,'month':3}} | recurrence.quarter CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'QUARTERLY','month':3,'monthOfQuarter':1,'day':1}} | recurrence.monthOfQuarter CONTRADICTS
            {'type':'RECURRING','recurrence':{'freq':'MONTHLY','day':1,'lastWorkingDay':true}} | recurrence.lastWorkingDay CONTRADICTS
            {'type':'COMPLETED_ON','date':'2024-03-01','recurrence':{'freq':'YEARLY'}} | recurrence CONTRADICTS
            """)
    void what_is_missing_or_contradicts_is_named(String form, String faults) {
        assertThat(deadline(form).faults().stream()
                        .map(fault -> fault.field() + " " + fault.reason())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'BY_DATE','date':'2024-02-29','recurrence':{'freq':'MONTHLY','day':31}}
            {'type':'BEFORE_DATE','date':'2024-02-29','recurrence':{'freq':'YEARLY','month':2,'day':29}}
            {'type':'BEFORE_DATE','exclusive':true,'date':'2024-04-10','yearInherited':true}
            {'type':'WITHIN_PERIOD','from':'2024-03-31','to':'2024-03-31','exclusive':false}
            """)
    void what_agrees_has_no_faults(String form) {
        assertThat(deadline(form).faults()).isEmpty();
    }
}
