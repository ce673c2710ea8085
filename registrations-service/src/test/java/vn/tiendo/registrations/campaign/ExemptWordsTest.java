package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.member.MemberStatus.ELDERLY;
import static vn.tiendo.registrations.member.MemberStatus.EXEMPT_FROM_ACTIVITY;
import static vn.tiendo.registrations.member.MemberStatus.RETIRED;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemptWordsTest {

    @Test
    void the_words_of_the_five_plans_are_understood() {
        assertThat(ExemptWords.statuses(
                        List.of("đảng viên được miễn sinh hoạt đảng", "đảng viên hưu trí", "đảng viên cao tuổi")))
                .containsExactlyInAnyOrder(EXEMPT_FROM_ACTIVITY, RETIRED, ELDERLY);
        assertThat(ExemptWords.statuses(List.of("Đảng viên được miễn công tác và sinh hoạt đảng (theo quy định)")))
                .containsExactly(EXEMPT_FROM_ACTIVITY);
        assertThat(ExemptWords.statuses(List.of("cán bộ, đảng viên đã nghỉ hưu")))
                .containsExactly(RETIRED);
    }

    @Test
    void letters_that_are_encoded_otherwise_are_the_same_words() {
        assertThat(ExemptWords.statuses(List.of(Normalizer.normalize("CAO TUỔI", Normalizer.Form.NFD))))
                .containsExactly(ELDERLY);
    }

    @Test
    void words_that_are_not_known_exempt_nobody_and_no_words_leave_the_customary_three() {
        assertThat(ExemptWords.statuses(List.of("người đang đi công tác"))).isEmpty();
        assertThat(ExemptWords.statuses(List.of())).hasSize(3);
    }
}
