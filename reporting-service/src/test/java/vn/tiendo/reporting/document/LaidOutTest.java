package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaidOutTest {

    @Test
    void the_rule_is_the_one_in_force_on_the_day_of_the_paper() {
        assertThat(ruleOn(Form.PARTY, "2018-04-03")).isEqualTo("36-HD/VPTW");
        assertThat(ruleOn(Form.PARTY, "2026-01-08")).isEqualTo("36-HD/VPTW");
        assertThat(ruleOn(Form.PARTY, "2026-01-09")).isEqualTo("399-QĐ/TW");
        assertThat(ruleOn(Form.STATE, "2026-01-09")).isEqualTo("30/2020/NĐ-CP");
    }

    @Test
    void a_paper_older_than_all_known_rules_follows_the_first_one() {
        assertThat(ruleOn(Form.PARTY, "2004-05-28")).isEqualTo("36-HD/VPTW");
        assertThat(ruleOn(Form.STATE, "2011-01-19")).isEqualTo("30/2020/NĐ-CP");
    }

    @Test
    void a_paper_without_a_day_follows_the_rule_of_the_day_on_which_it_is_drawn_up() {
        var paper = LaidOut.of(SamplePapers.blank(Form.PARTY, LocalDate.of(2026, 2, 1)));
        assertThat(paper.rule().code()).isEqualTo("399-QĐ/TW");
    }

    private static String ruleOn(Form form, String day) {
        return LayoutRules.inForce(form, LocalDate.parse(day)).code();
    }

    @Test
    void party_and_state_write_numbers_in_their_own_ways() {
        assertThat(LaidOut.of(SamplePapers.partyReport()).numberLine()).isEqualTo("Số 86-BC/TU");
        assertThat(LaidOut.of(SamplePapers.stateReport()).numberLine()).isEqualTo("Số: 112/BC-UBND");
    }

    @Test
    void only_small_days_and_the_first_two_months_have_a_nought_before_them() {
        assertThat(LaidOut.of(SamplePapers.partyReport()).placeAndDate()).isEqualTo("La Gi, ngày 02 tháng 5 năm 2024");
        assertThat(LaidOut.of(SamplePapers.stateReport()).placeAndDate()).isEqualTo("La Gi, ngày 09 tháng 02 năm 2024");
    }

    @Test
    void what_nobody_has_filled_in_is_blank_and_named() {
        var paper = LaidOut.of(SamplePapers.blank(Form.STATE, LocalDate.of(2024, 5, 2)));
        assertThat(paper.numberLine())
                .isEqualTo("Số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0");
        assertThat(paper.placeAndDate())
                .endsWith(
                        ", ngày\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0tháng\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0năm 2024");
        assertThat(paper.blanks()).containsExactly("number", "symbol", "place", "date", "post", "signer");
        assertThat(LaidOut.of(SamplePapers.partyReport()).blanks()).isEmpty();
    }

    @Test
    void capacities_are_abbreviated_as_each_form_has_it() {
        assertThat(LaidOut.of(SamplePapers.partyReport()).authorities()).containsExactly("T/M BAN THƯỜNG VỤ");
        assertThat(LaidOut.of(SamplePapers.stateReport()).authorities())
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH");
    }

    @Test
    void recipients_carry_their_purpose_and_end_with_a_full_stop() {
        assertThat(LaidOut.of(SamplePapers.partyReport()).recipients())
                .containsExactly(
                        "- Thường trực Tỉnh ủy (để báo cáo);",
                        "- Ban Tuyên giáo Tỉnh ủy (để báo cáo);",
                        "- Các chi bộ, đảng bộ cơ sở (để biết);",
                        "- Lưu Văn phòng Thị ủy.");
    }

    @Test
    void a_letter_has_no_type_and_says_what_it_is_about_below_its_number() {
        assertThat(LaidOut.of(SamplePapers.officialLetter(Form.STATE)).subject())
                .isEqualTo("V/v đôn đốc đăng ký học tập năm 2024");
        assertThat(LaidOut.of(SamplePapers.officialLetter(Form.PARTY)).subject())
                .isEqualTo("đôn đốc đăng ký học tập năm 2024");
        assertThat(LaidOut.of(SamplePapers.officialLetter(Form.STATE)).isLetter())
                .isTrue();
    }

    @Test
    void sections_are_numbered_and_lines_become_paragraphs() {
        var body = LaidOut.of(SamplePapers.partyReport()).body();
        assertThat(body)
                .contains(
                        new Block.Section("I. KẾT QUẢ THỰC HIỆN"),
                        new Block.Section("V. ĐỀ XUẤT, KIẾN NGHỊ"),
                        new Block.Paragraph("Tài liệu học tập về cơ sở có nơi còn chậm."));
    }

    @Test
    void numbers_are_written_the_vietnamese_way() {
        assertThat(LaidOut.number(new BigDecimal("1234567.5"))).isEqualTo("1.234.567,5");
        assertThat(LaidOut.number(new BigDecimal("-12"))).isEqualTo("-12");
        assertThat(LaidOut.number(new BigDecimal("0.9000"))).isEqualTo("0,9");
        assertThat(LaidOut.number(new BigDecimal("123456789012345.1234"))).isEqualTo("123.456.789.012.345,1234");
    }

    @Test
    void sections_count_in_roman_numbers() {
        assertThat(List.of(1, 4, 5, 9, 14, 40, 99))
                .extracting(LaidOut::roman)
                .containsExactly("I", "IV", "V", "IX", "XIV", "XL", "XCIX");
    }

    @Test
    void occurrences_are_put_into_words() {
        assertThat(Phrases.occurrence("2024")).isEqualTo("năm 2024");
        assertThat(Phrases.occurrence("2024-Q3")).isEqualTo("quý III năm 2024");
        assertThat(Phrases.occurrence("2024-03")).isEqualTo("tháng 3 năm 2024");
        assertThat(Phrases.occurrence("2024-W05")).isEqualTo("tuần 5 năm 2024");
        assertThat(Phrases.occurrence("2024-H2")).isEqualTo("6 tháng cuối năm 2024");
        assertThat(Phrases.occurrence("2021-2023")).isEqualTo("giai đoạn 2021 - 2023");
        assertThat(Phrases.occurrence("once")).isEmpty();
    }

    @Test
    void subjects_name_the_period() {
        assertThat(Phrases.subjectOf("PERIODIC_REPORT", "SIX_MONTH", "2024"))
                .isEqualTo("kết quả 6 tháng đầu năm 2024 thực hiện");
        assertThat(Phrases.subjectOf("PERIODIC_REPORT", "SIX_MONTH", "2024-05"))
                .isEqualTo("kết quả 6 tháng đầu năm 2024 thực hiện");
        assertThat(Phrases.subjectOf("PERIODIC_REPORT", "SECOND_HALF", "2024-H2"))
                .isEqualTo("kết quả 6 tháng cuối năm 2024 thực hiện");
        assertThat(Phrases.subjectOf("RESULT_REPORT", null, "once")).isEqualTo("kết quả thực hiện");
        assertThat(Phrases.subjectOf("PERIODIC_REPORT", "UNHEARD_OF", "2024-Q1"))
                .isEqualTo("định kỳ quý I năm 2024 kết quả thực hiện");
    }
}
