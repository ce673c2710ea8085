package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.preference.QuietHoursTest.at;
import static vn.tiendo.notifications.preference.WorkingHours.OFFICE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;

class WorkingHoursPropertiesTest {

    private static final WorkingDays WEEK = new WorkingDays(Map.of());

    @Property
    void hours_add_up_and_end_on_working_days(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 40) int one,
            @ForAll @IntRange(min = 1, max = 40) int other) {
        var first = OFFICE.after(start, Duration.ofHours(one), WEEK);
        var both = OFFICE.after(first, Duration.ofHours(other), WEEK);
        assertThat(both).isEqualTo(OFFICE.after(start, Duration.ofHours(one + other), WEEK));
        assertThat(first).isAfterOrEqualTo(start.plus(Duration.ofHours(one)));
        assertThat(WEEK.isWorking(Days.dayOf(first))).isTrue();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 60 * 24 * 30)
                .map(minutes -> at("2025-03-01T00:00").plus(Duration.ofMinutes(minutes)));
    }
}
