package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfWriterTest {

    private static final byte[] PARTY = PdfWriter.write(LaidOut.of(SamplePapers.partyReport()));
    private static final byte[] STATE = PdfWriter.write(LaidOut.of(SamplePapers.stateReport()));

    @Test
    void a_party_paper_says_what_the_rule_wants_word_for_word() {
        assertThat(ReadPdf.pages(PARTY).getFirst())
                .contains(
                        "ĐẢNG BỘ TỈNH BÌNH THUẬN",
                        "THỊ ỦY LA GI",
                        "*",
                        "Số 86-BC/TU",
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "La Gi, ngày 02 tháng 5 năm 2024",
                        "BÁO CÁO",
                        "-----",
                        "Kính gửi: Ban Thường vụ Tỉnh ủy Bình Thuận",
                        "I. KẾT QUẢ THỰC HIỆN",
                        "Đảng ủy phường Phước Hội: đã tổ chức 4 buổi sinh hoạt chuyên đề cho 312 đảng viên; có 3 mô"
                                + " hình mới được nhân rộng.")
                .doesNotContain("CỘNG HÒA");
        assertThat(ReadPdf.pages(PARTY).getLast())
                .contains(
                        "Nơi nhận:", "- Lưu Văn phòng Thị ủy.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn Thuần");
    }

    @Test
    void a_state_paper_has_the_national_title_and_its_motto() {
        assertThat(ReadPdf.pages(STATE).getFirst())
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "ỦY BAN NHÂN DÂN THỊ XÃ LA GI",
                        "Số: 112/BC-UBND",
                        "La Gi, ngày 09 tháng 02 năm 2024",
                        "Kính gửi:",
                        "- Ủy ban nhân dân tỉnh;",
                        "- Sở Nội vụ.")
                .doesNotContain("ĐẢNG CỘNG SẢN VIỆT NAM");
        assertThat(String.join(" ", ReadPdf.pages(STATE)))
                .contains("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
    }

    @Test
    void an_official_letter_has_its_subject_below_the_number() {
        var letter = ReadPdf.pages(PdfWriter.write(LaidOut.of(SamplePapers.officialLetter(Form.STATE))));
        assertThat(letter).hasSize(1);
        assertThat(letter.getFirst())
                .contains("V/v đôn đốc đăng ký học tập năm 2024")
                .doesNotContain("BÁO CÁO");
    }

    @Test
    void pages_are_numbered_from_the_second_on() {
        var pages = ReadPdf.pages(PARTY);
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).startsWith("ĐẢNG BỘ");
        assertThat(pages.getLast()).startsWith("2 ");
    }

    @Test
    void the_number_stands_in_the_middle_of_the_upper_margin() {
        var ink = ReadPdf.page(PARTY, 1, image -> inkWithin(image, 0, 75).summaryStatistics());
        assertThat(ink.getCount()).isPositive();
        var centreOfTextMillimetres = 30 + (210 - 30 - 15) / 2.0;
        assertThat((ink.getMin() + ink.getMax()) / 2.0 / 100 * 25.4)
                .isBetween(centreOfTextMillimetres - 2, centreOfTextMillimetres + 2);
        var onTheFirst = ReadPdf.page(PARTY, 0, image -> inkWithin(image, 0, 75).summaryStatistics());
        assertThat(onTheFirst.getCount()).isZero();
    }

    @Test
    void nothing_stands_in_the_margins() {
        for (int page = 0; page < 2; page++) {
            var columns = ReadPdf.page(
                    PARTY, page, image -> inkWithin(image, 0, image.getHeight()).summaryStatistics());
            assertThat(columns.getMin() / 100.0 * 25.4).isGreaterThan(29.5);
            assertThat(columns.getMax() / 100.0 * 25.4).isLessThan(210 - 14.5);
        }
    }

    /// Columns of the dark points between two rows of a picture with 100 points to the inch.
    private static IntStream inkWithin(BufferedImage image, int from, int to) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(from, to).anyMatch(y -> (image.getRGB(x, y) & 0xFF) < 128));
    }

    @Test
    void all_letters_are_embedded_and_look_like_times() {
        assertThat(ReadPdf.fonts(PARTY)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).contains("LiberationSerif");
        });
    }

    @Test
    void it_is_tagged_titled_and_in_vietnamese() {
        ReadPdf.open(PARTY, document -> {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("vi-VN");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Báo cáo kết quả 6 tháng đầu năm 2024");
            return document;
        });
    }

    @Test
    void a_page_is_a4() {
        ReadPdf.open(PARTY, document -> {
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth() / 72 * 25.4).isBetween(209.8, 210.2);
            assertThat(box.getHeight() / 72 * 25.4).isBetween(296.8, 297.2);
            return document;
        });
    }

    @Test
    void the_head_of_a_long_table_stands_on_every_page() {
        var pages = ReadPdf.pages(PdfWriter.write(LaidOut.of(SamplePapers.withRows(200))));
        assertThat(pages).hasSizeGreaterThan(3);
        for (int page = 0; page < pages.size() - 1; page++) {
            assertThat(pages.get(page)).contains("Đơn vị cơ sở Số đăng ký");
        }
        assertThat(String.join(" ", pages)).contains("Chi bộ số 1 1", "Chi bộ số 200 200");
    }

    @Test
    void markup_in_a_text_is_text() {
        var said = "<b>x</b> & <script>alert(1)</script> &amp; <img src='http://localhost/x'/>";
        assertThat(String.join(" ", ReadPdf.pages(PdfWriter.write(LaidOut.of(SamplePapers.saying(said))))))
                .contains(said);
    }

    @Test
    void a_character_that_the_letters_lack_leaves_a_box_and_the_rest_stays() {
        var pages = ReadPdf.pages(PdfWriter.write(LaidOut.of(SamplePapers.saying("Tốt \uD83D\uDE00 và 学 rồi"))));
        assertThat(String.join(" ", pages)).containsPattern("Tốt \u25A1+ và \u25A1 rồi");
    }

    @Test
    void a_word_without_spaces_does_not_run_off_the_page() {
        var pdf = PdfWriter.write(LaidOut.of(SamplePapers.saying("ế".repeat(3_000))));
        ReadPdf.open(pdf, document -> {
            var stripper = new PDFTextStripper();
            assertThat(stripper.getText(document).chars().filter(c -> c == 'ế').count())
                    .isEqualTo(3_000);
            return document;
        });
        var columns = ReadPdf.page(
                pdf, 0, image -> inkWithin(image, 0, image.getHeight()).summaryStatistics());
        assertThat(columns.getMax() / 100.0 * 25.4).isLessThan(210 - 14.5);
    }
}
