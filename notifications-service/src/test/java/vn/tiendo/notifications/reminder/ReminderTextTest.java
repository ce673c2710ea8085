package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.notifications.reminder.ReminderText.Count;
import vn.tiendo.notifications.template.Purpose;
import vn.tiendo.notifications.template.Words;

class ReminderTextTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);

    @Test
    void it_says_how_many_days_are_really_left_and_names_the_last_on_time_day() {
        var words = words(Purpose.DEBTOR, matter("PERIODIC_REPORT", "135-KH/TU"), "vi", LocalDate.of(2024, 5, 1));
        assertThat(words.title()).isEqualTo("Còn 3 ngày: báo cáo định kỳ");
        assertThat(words.text())
                .isEqualTo("Đảng ủy phường Phước Hội còn 3 ngày để hoàn thành: Các chi bộ (2024), theo văn bản số"
                        + " 135-KH/TU. Ngày cuối còn đúng hạn: 04/05/2024.");
    }

    @Test
    void it_speaks_english_to_who_prefers_it() {
        var words = words(Purpose.SUPERIOR, matter("COLLECTIVE_PLAN", null), "en", LocalDate.of(2024, 5, 5));
        assertThat(words.title()).isEqualTo("1 day(s) overdue: the organisation's own plan");
        assertThat(words.text())
                .isEqualTo("The subordinate Đảng ủy phường Phước Hội is 1 day(s) overdue with: Các chi bộ (2024)."
                        + " The last on-time day was 04/05/2024.");
    }

    @Test
    void a_language_that_is_not_spoken_becomes_vietnamese_and_an_unknown_kind_a_task() {
        assertThat(words(Purpose.DEBTOR, matter("SOMETHING_NEW", null), "fr", DUE)
                        .title())
                .isEqualTo("Hôm nay là hạn cuối: nhiệm vụ được giao");
    }

    @Test
    void braces_in_a_subject_stay_what_they_are() {
        var matter = new Matter("{day}", "$1 {organisation}", "GENERIC_TASK", null, null);
        assertThat(words(Purpose.DEBTOR, matter, "vi", DUE).text()).contains("{day}: $1 {organisation}.");
    }

    @Test
    void a_superior_is_told_how_many_of_all_are_missing() {
        var values = ReminderText.values(
                Purpose.ROLL_UP,
                matter("PERIODIC_REPORT", null),
                new Count(12, 40),
                DUE,
                LocalDate.of(2024, 5, 7),
                "vi");
        var words = ReminderText.shipped(Purpose.ROLL_UP, values, "vi");
        assertThat(words.title()).isEqualTo("12/40 đơn vị trực thuộc quá hạn 3 ngày: báo cáo định kỳ");
        assertThat(words.text())
                .isEqualTo("Đảng ủy phường Phước Hội: 12 trên 40 đơn vị trực thuộc đã quá hạn 3 ngày: Các chi bộ"
                        + " (2024). Ngày cuối còn đúng hạn là 04/05/2024.");
    }

    @Test
    void the_thin_words_name_nobody_and_nothing() {
        var words = words(Purpose.DEBTOR, matter("PERIODIC_REPORT", "135-KH/TU"), "vi", LocalDate.of(2024, 5, 1));
        assertThat(words.thin()).isEqualTo("Còn 3 ngày đến hạn một việc được giao. Mời xem trong hệ thống.");
    }

    private static Words words(Purpose purpose, Matter matter, String language, LocalDate today) {
        return ReminderText.shipped(
                purpose, ReminderText.values(purpose, matter, null, DUE, today, language), language);
    }

    private static Matter matter(String kind, @Nullable String planNumber) {
        return new Matter("Đảng ủy phường Phước Hội", "Các chi bộ", kind, "2024", planNumber);
    }
}
