package vn.tiendo.plans.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiendo.plans.assignment.DatedAssignments.DatedAssignment;
import vn.tiendo.plans.assignment.Standing;
import vn.tiendo.plans.feed.FeedPlans.FeedEntry;
import vn.tiendo.plans.obligation.ObligationKind;

/// Read back by another library than the one that writes.
class FeedTextTest {

    private static final UUID ID = UUID.fromString("018d0000-0000-7000-8000-000000000001");
    private static final LocalDate NINTH = LocalDate.of(2024, 4, 9);
    private static final Instant MIDNIGHT = Instant.parse("2024-04-09T17:00:00Z");
    private static final Instant CHANGED = Instant.parse("2024-03-01T02:03:04Z");

    private static String text(Standing standing, Instant until, int required, int recorded) {
        return new FeedText("Hạn việc; Đảng ủy, phường")
                .of(List.of(new FeedEntry(
                        new DatedAssignment(
                                ID,
                                7,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                ObligationKind.PERIODIC_REPORT,
                                "Các chi bộ, đảng bộ cơ sở; ban cán sự đảng",
                                "2024-H1",
                                NINTH,
                                until,
                                standing,
                                required,
                                recorded,
                                standing == Standing.DONE ? CHANGED : null,
                                CHANGED),
                        "168-KH/TU",
                        "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong toàn Đảng bộ",
                        "Đảng ủy phường Phước Hội")));
    }

    private static ICalendar read(String text) {
        var parsed = Biweekly.parse(text);
        var calendar = parsed.first();
        var complaints = new ArrayList<String>();
        calendar.validate(ICalVersion.V2_0)
                .forEach(entry -> entry.getWarnings().forEach(warning -> complaints.add(warning.getMessage())));
        // The reader takes "IN-PROGRESS" for the word; RFC 5545, section 3.8.1.11 says "IN-PROCESS".
        assertThat(complaints).allMatch(complaint -> complaint.contains("IN-PROCESS"));
        return calendar;
    }

    private static String day(java.util.Date date) {
        return date.toInstant()
                .atZone(TimeZone.getDefault().toZoneId())
                .toLocalDate()
                .toString();
    }

    @Test
    void a_due_day_is_a_whole_day_in_the_calendar() {
        var event = read(text(Standing.AWAITED, MIDNIGHT, 1, 0)).getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo("due-" + ID + "@tiendo");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(event.getDateStart().getValue())).isEqualTo("2024-04-09");
        assertThat(day(event.getDateEnd().getValue())).isEqualTo("2024-04-10");
        assertThat(event.getSummary().getValue())
                .isEqualTo("Hạn: Báo cáo định kỳ – 168-KH/TU – Đảng ủy phường Phước Hội");
        assertThat(event.getDescription().getValue())
                .contains("Đối tượng: Các chi bộ, đảng bộ cơ sở; ban cán sự đảng\nNgày cuối còn đúng hạn: 09/04/2024")
                .endsWith("Tình trạng: Chưa đến hạn");
        assertThat(event.getSequence().getValue()).isEqualTo(7);
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(CHANGED);
        assertThat(event.getTransparency().getValue()).isEqualTo("TRANSPARENT");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "AWAITED,1,0,NEEDS-ACTION,0,CONFIRMED",
        "AWAITED,4,1,IN-PROCESS,25,CONFIRMED",
        "OVERDUE,3,0,NEEDS-ACTION,0,CONFIRMED",
        "SUBMITTED,1,0,IN-PROCESS,90,CONFIRMED",
        "DONE,1,1,COMPLETED,100,CONFIRMED",
        "DONE_LATE,1,1,COMPLETED,100,CONFIRMED",
        "WAIVED,1,0,CANCELLED,0,CANCELLED",
        "TRANSFERRED,4,2,CANCELLED,50,CANCELLED"
    })
    void a_task_says_how_it_stands(
            Standing standing, int required, int recorded, String status, int percent, String eventStatus) {
        var calendar = read(text(standing, MIDNIGHT, required, recorded));
        var task = calendar.getTodos().getFirst();
        assertThat(task.getUid().getValue()).isEqualTo("todo-" + ID + "@tiendo");
        assertThat(day(task.getDateDue().getValue())).isEqualTo("2024-04-09");
        assertThat(task.getStatus().getValue()).isEqualTo(status);
        assertThat(task.getPercentComplete().getValue()).isEqualTo(percent);
        assertThat(completed(task)).isEqualTo(standing == Standing.DONE ? CHANGED : null);
        assertThat(calendar.getEvents().getFirst().getStatus().getValue()).isEqualTo(eventStatus);
    }

    private static @Nullable Instant completed(biweekly.component.VTodo task) {
        return task.getCompleted() == null
                ? null
                : task.getCompleted().getValue().toInstant();
    }

    @Test
    void a_named_hour_is_an_instant() {
        var due = read(text(Standing.AWAITED, Instant.parse("2024-04-09T10:00:00Z"), 1, 0))
                .getTodos()
                .getFirst()
                .getDateDue()
                .getValue();
        assertThat(due.hasTime()).isTrue();
        assertThat(due.toInstant()).isEqualTo(Instant.parse("2024-04-09T10:00:00Z"));
    }

    @Test
    void a_day_stays_the_day_wherever_the_reader_is() {
        var zone = TimeZone.getDefault();
        try {
            for (var place : List.of("Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(place));
                var calendar = read(text(Standing.AWAITED, MIDNIGHT, 1, 0));
                assertThat(day(calendar.getEvents().getFirst().getDateStart().getValue()))
                        .as(place)
                        .isEqualTo("2024-04-09");
                assertThat(day(calendar.getTodos().getFirst().getDateDue().getValue()))
                        .as(place)
                        .isEqualTo("2024-04-09");
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void lines_are_folded_between_characters_and_end_as_the_standard_says() {
        var text = text(Standing.AWAITED, MIDNIGHT, 1, 0);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line.getBytes(UTF_8).length).as(line).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(read(text).getExperimentalProperty("X-WR-CALNAME").getValue())
                .contains("Hạn việc");
    }

    @Test
    void the_same_state_gives_the_same_text() {
        var now = text(Standing.AWAITED, MIDNIGHT, 1, 0);
        assertThat(text(Standing.AWAITED, MIDNIGHT, 1, 0)).isEqualTo(now);
        assertThat(text(Standing.OVERDUE, MIDNIGHT, 1, 0)).isNotEqualTo(now);
    }

    @Test
    void an_empty_feed_is_a_valid_calendar() {
        var calendar =
                Biweekly.parse(new FeedText("Hạn việc của tôi").of(List.of())).first();
        assertThat(calendar.getEvents()).isEmpty();
        assertThat(calendar.getTodos()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ObligationKind.class)
    void every_kind_has_a_name(ObligationKind kind) {
        for (var language : List.of("vi", "en")) {
            assertThat(ResourceBundle.getBundle("messages", Locale.of(language)).getString("feed.kind." + kind))
                    .isNotBlank();
        }
    }
}
