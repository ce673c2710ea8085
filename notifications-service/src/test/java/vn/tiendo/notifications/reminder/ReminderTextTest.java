package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.notifications.inbox.Notification.About;
import vn.tiendo.notifications.reminder.ReminderRepository.Due;

class ReminderTextTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);

    @Test
    void it_says_how_many_days_are_really_left_and_names_the_last_on_time_day() {
        var text = ReminderText.of(due("PERIODIC_REPORT", "135-KH/TU"), false, "vi", LocalDate.of(2024, 5, 1));
        assertThat(text.title()).isEqualTo("Còn 3 ngày: báo cáo định kỳ");
        assertThat(text.text())
                .isEqualTo("Đảng ủy phường Phước Hội còn 3 ngày để hoàn thành: Các chi bộ (2024), theo văn bản số"
                        + " 135-KH/TU. Ngày cuối còn đúng hạn: 04/05/2024.");
    }

    @Test
    void it_speaks_english_to_who_prefers_it() {
        var text = ReminderText.of(due("COLLECTIVE_PLAN", null), true, "en", LocalDate.of(2024, 5, 5));
        assertThat(text.title()).isEqualTo("1 day(s) overdue: the organisation's own plan");
        assertThat(text.text())
                .isEqualTo("The subordinate Đảng ủy phường Phước Hội is 1 day(s) overdue with: Các chi bộ (2024)."
                        + " The last on-time day was 04/05/2024.");
    }

    @Test
    void a_language_that_is_not_spoken_becomes_vietnamese_and_an_unknown_kind_a_task() {
        assertThat(ReminderText.of(due("SOMETHING_NEW", null), false, "fr", DUE).title())
                .isEqualTo("Hôm nay là hạn cuối: nhiệm vụ được giao");
    }

    @Test
    void braces_in_a_subject_stay_what_they_are() {
        var due = new Due(about(), true, false, 0, "{day}", "$1 {organisation}", "GENERIC_TASK", null, null);
        assertThat(ReminderText.of(due, false, "vi", DUE).text()).contains("{day}: $1 {organisation}.");
    }

    private static Due due(String kind, @Nullable String planNumber) {
        return new Due(about(), true, false, 0, "Đảng ủy phường Phước Hội", "Các chi bộ", kind, "2024", planNumber);
    }

    private static About about() {
        var id = new UUID(0, 1);
        return new About(id, id, "ASSIGNMENT", id, id, null, id, -3, DUE);
    }
}
