package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.preference.QuietHoursTest.at;
import static vn.tiendo.notifications.preference.QuietHoursTest.holiday;
import static vn.tiendo.notifications.preference.WorkingHours.OFFICE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class WorkingHoursTest {

    private static final WorkingDays WEEK = new WorkingDays(Map.of());

    @Test
    void noon_the_night_and_the_weekend_do_not_count() {
        // a Friday
        assertThat(after("2024-05-03T08:00", 2, WEEK)).isEqualTo(at("2024-05-03T10:00"));
        assertThat(after("2024-05-03T10:30", 2, WEEK)).isEqualTo(at("2024-05-03T14:30"));
        assertThat(after("2024-05-03T16:30", 2, WEEK)).isEqualTo(at("2024-05-06T08:30"));
        assertThat(after("2024-05-04T10:00", 8, WEEK)).isEqualTo(at("2024-05-06T17:30"));
        assertThat(after("2024-05-03T08:00", 16, WEEK)).isEqualTo(at("2024-05-07T08:00"));
    }

    @Test
    void tet_does_not_count() {
        var tet = holiday(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 20));
        assertThat(after("2026-02-13T16:30", 2, tet)).isEqualTo(at("2026-02-23T08:30"));
    }

    @Test
    void a_calendar_without_a_working_day_does_not_search_for_ever() {
        var wrong = holiday(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(after("2025-03-05T08:00", 4, wrong)).isEqualTo(at("2025-07-03T08:00"));
    }

    private static Instant after(String start, int hours, WorkingDays calendar) {
        return OFFICE.after(at(start), Duration.ofHours(hours), calendar);
    }
}
