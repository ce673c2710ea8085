package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void two_spellings_of_a_letter_are_one() {
        assertThat(Text.line("Ha\u0300 Ti\u0303nh")).isEqualTo("Hà Tĩnh");
        assertThat(Text.line("Đa\u0302\u0323ng u\u031By\u0309")).isEqualTo("Đậng ưỷ");
    }

    @Test
    void characters_that_cannot_be_seen_are_left_out() {
        assertThat(Text.line("a\u0000b\u0007c\u200Bd\u202Ee\uFEFFf\u00ADg\uFFFFh\uD800i"))
                .isEqualTo("abcdefghi");
    }

    @Test
    void a_mark_finds_its_letter_across_what_was_left_out() {
        assertThat(Text.line("a\u200B\u0301")).isEqualTo("á");
    }

    @Test
    void spaces_are_single_and_a_no_break_space_stays() {
        assertThat(Text.line("  a \t b\u3000c\u00A0d ")).isEqualTo("a b c\u00A0d");
    }

    @Test
    void each_line_that_says_something_is_a_paragraph() {
        assertThat(Text.paragraphs("một\r\n\n hai\u2028ba\u000Bbốn\n")).containsExactly("một", "hai", "ba", "bốn");
    }

    @Test
    void capitals_keep_their_marks() {
        assertThat(Text.upper("Thị ủy đặc khu Phú Quốc")).isEqualTo("THỊ ỦY ĐẶC KHU PHÚ QUỐC");
    }

    @Test
    void characters_beyond_the_first_plane_stay() {
        assertThat(Text.line("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
    }

    @Test
    void file_names_have_a_plain_and_a_whole_form() {
        assertThat(FileNames.attachment("Báo cáo: kết quả 1/2 “Đăng ký”\u202E", "pdf"))
                .isEqualTo(
                        "attachment; filename=\"Bao cao ket qua 1 2 Dang ky.pdf\"; "
                                + "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20k%E1%BA%BFt%20qu%E1%BA%A3%201%202%20%C4%90%C4%83ng%20k%C3%BD.pdf");
        assertThat(FileNames.attachment("//", "docx")).startsWith("attachment; filename=\"van-ban.docx\"");
        assertThat(FileNames.attachment("ế".repeat(500), "docx")).contains("filename=\"" + "e".repeat(120) + ".docx\"");
    }
}
