package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class QuietHoursTest {

    private static final WorkingDays WEEK = new WorkingDays(Map.of());
    private static final QuietHours WORKING_DAYS = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), true);

    @Test
    void by_what_is_shipped_the_night_is_quiet_and_no_day_is() {
        var quiet = QuietHours.SHIPPED;
        assertThat(quiet.nextPermitted(at("2024-05-04T08:00"), WEEK)).isEqualTo(at("2024-05-04T08:00"));
        assertThat(quiet.nextPermitted(at("2024-05-04T20:59:59"), WEEK)).isEqualTo(at("2024-05-04T20:59:59"));
        assertThat(quiet.nextPermitted(at("2024-05-04T21:00"), WEEK)).isEqualTo(at("2024-05-05T07:00"));
        assertThat(quiet.nextPermitted(at("2024-05-05T03:00"), WEEK)).isEqualTo(at("2024-05-05T07:00"));
        assertThat(quiet.nextPermitted(at("2024-05-05T07:00"), WEEK)).isEqualTo(at("2024-05-05T07:00"));
    }

    @Test
    void quiet_hours_at_noon_end_on_the_same_day() {
        var noon = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 30), false);
        assertThat(noon.nextPermitted(at("2024-05-04T12:00"), WEEK)).isEqualTo(at("2024-05-04T13:30"));
        assertThat(noon.nextPermitted(at("2024-05-04T23:00"), WEEK)).isEqualTo(at("2024-05-04T23:00"));
    }

    @Test
    void no_hour_is_quiet_when_they_end_where_they_begin() {
        var none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);
        assertThat(none.nextPermitted(at("2024-05-04T03:00"), WEEK)).isEqualTo(at("2024-05-04T03:00"));
    }

    @Test
    void the_weekend_is_quiet_unless_it_is_made_up_for() {
        assertThat(WORKING_DAYS.nextPermitted(at("2024-05-03T21:30"), WEEK)).isEqualTo(at("2024-05-06T07:00"));
        var madeUp = new WorkingDays(Map.of(LocalDate.of(2024, 5, 4), true));
        assertThat(WORKING_DAYS.nextPermitted(at("2024-05-03T21:30"), madeUp)).isEqualTo(at("2024-05-04T07:00"));
    }

    /// Days off from Saturday 25 January to Sunday 2 February 2025.
    @Test
    void over_tet_2025_what_comes_on_the_last_evening_waits_for_the_first_morning() {
        var tet = holiday(LocalDate.of(2025, 1, 27), LocalDate.of(2025, 1, 31));
        assertThat(WORKING_DAYS.nextPermitted(at("2025-01-24T21:00"), tet)).isEqualTo(at("2025-02-03T07:00"));
        assertThat(WORKING_DAYS.nextPermitted(at("2025-01-29T09:00"), tet)).isEqualTo(at("2025-02-03T07:00"));
        assertThat(QuietHours.SHIPPED.nextPermitted(at("2025-01-29T09:00"), tet))
                .isEqualTo(at("2025-01-29T09:00"));
    }

    /// Days off from Saturday 14 to Sunday 22 February 2026.
    @Test
    void over_tet_2026_too() {
        var tet = holiday(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 20));
        assertThat(WORKING_DAYS.nextPermitted(at("2026-02-13T20:59"), tet)).isEqualTo(at("2026-02-13T20:59"));
        assertThat(WORKING_DAYS.nextPermitted(at("2026-02-13T21:00"), tet)).isEqualTo(at("2026-02-23T07:00"));
        assertThat(WORKING_DAYS.nextPermitted(at("2026-02-22T23:59"), tet)).isEqualTo(at("2026-02-23T07:00"));
    }

    @Test
    void a_holiday_that_never_ends_holds_nothing_back() {
        var wrong = holiday(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        assertThat(WORKING_DAYS.nextPermitted(at("2025-03-05T22:00"), wrong)).isEqualTo(at("2025-03-06T07:00"));
    }

    static WorkingDays holiday(LocalDate first, LocalDate last) {
        var days = new HashMap<LocalDate, Boolean>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, false));
        return new WorkingDays(days);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Days.ZONE).toInstant();
    }
}
