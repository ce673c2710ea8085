package vn.tiendo.reporting.report;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.kit.test.TestClock;

/// Which days a report covers, whatever the words of its deadline made of the label of its occurrence.
@QuarkusTest
class ReportPeriodTest {

    private final ReportScene scene = new ReportScene();

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private String owed(String kind, String form, String occurrence, @Nullable String opensOn, @Nullable String dueAt) {
        var more = opensOn == null ? "" : ",\"opensOn\":\"" + opensOn + "\"";
        return scene.owed("DUE", scene.town.id(), null, more)
                .replace("PERIODIC_REPORT", kind)
                .replace("SIX_MONTH", form)
                .replace("\"occurrence\":\"2024\"", "\"occurrence\":\"" + occurrence + "\"")
                .replace("\"DUE\"", dueAt == null ? "null" : "\"" + dueAt + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "SIX_MONTH, 2024, SIX_MONTH, 2024-01-01, 2024-05-04",
        "SIX_MONTH, 2024-05, SIX_MONTH, 2024-01-01, 2024-05-04", // "trong tháng 5/2024"
        "SIX_MONTH, 2024-H1, SIX_MONTH, 2024-01-01, 2024-06-30",
        "SIX_MONTH, 2024-H2, SECOND_HALF, 2024-06-15, 2024-12-14",
    })
    void halves_of_a_year(String form, String occurrence, String known, String from, String to) {
        TestClock.setTo(LocalDateTime.of(2024, 12, 20, 9, 0));
        scene.tell(0, owed("PERIODIC_REPORT", form, occurrence, null, "2024-12-30T17:00:00Z"));
        covers(known, from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, , 2024-02-28T17:00:00Z, 2021-01-01, 2023-12-31", // "trước ngày 29/2/2024"
        "2024, 2024-01-01, 2024-12-31T17:00:00Z, 2021-01-01, 2023-12-31", // "trong năm 2024"
        "2024-04, 2024-04-01, 2024-04-30T17:00:00Z, 2021-01-01, 2023-12-31", // "trong tháng 4 năm 2024"
        "2021, 2021-01-01, , 2021-01-01, 2023-12-31", // "định kỳ 3 năm"
        "2021-2023, 2021-01-01, 2023-12-31T17:00:00Z, 2021-01-01, 2023-12-31",
    })
    void three_years(String occurrence, @Nullable String opensOn, @Nullable String dueAt, String from, String to) {
        TestClock.setTo(LocalDateTime.of(2024, 2, 1, 9, 0));
        scene.tell(0, owed("INTERIM_REVIEW_REPORT", "THREE_YEAR", occurrence, opensOn, dueAt));
        covers("THREE_YEAR", from, to);
    }

    @Test
    void several_years_that_no_window_knows_of_are_their_own_days() {
        TestClock.setTo(LocalDateTime.of(2026, 2, 1, 9, 0));
        scene.tell(0, owed("FINAL_REVIEW_REPORT", "TERM", "2021-2025", "2021-01-01", "2025-12-31T17:00:00Z"));
        covers("TERM", "2021-01-01", "2025-12-31");
    }

    private void covers(String form, String from, String to) {
        scene.write(scene.wardOfficer, scene.awaitReport(), "{\"results\":\"x\"}")
                .then()
                .statusCode(200)
                .body("form", is(form))
                .body("dataFrom", is(from))
                .body("dataTo", is(to));
    }
}
