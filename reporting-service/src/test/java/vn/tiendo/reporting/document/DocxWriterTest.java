package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.docx4j.openpackaging.parts.WordprocessingML.HeaderPart;
import org.docx4j.wml.P;
import org.junit.jupiter.api.Test;

class DocxWriterTest {

    private static final byte[] PARTY = new DocxWriter(LaidOut.of(SamplePapers.partyReport())).write();
    private static final byte[] STATE = new DocxWriter(LaidOut.of(SamplePapers.stateReport())).write();

    @Test
    void a_party_paper_says_what_the_rule_wants_paragraph_by_paragraph() {
        assertThat(ReadDocx.paragraphs(PARTY))
                .containsSubsequence(
                        "ĐẢNG BỘ TỈNH BÌNH THUẬN",
                        "THỊ ỦY LA GI",
                        "*",
                        "Số 86-BC/TU",
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "La Gi, ngày 02 tháng 5 năm 2024",
                        "BÁO CÁO",
                        "kết quả 6 tháng đầu năm 2024 thực hiện Chuyên đề năm 2024 về thực hành dân chủ và tăng cường"
                                + " pháp chế, bảo đảm kỷ cương xã hội",
                        "-----",
                        "Kính gửi: Ban Thường vụ Tỉnh ủy Bình Thuận",
                        "I. KẾT QUẢ THỰC HIỆN",
                        "Đảng ủy phường Phước Hội: đã tổ chức 4 buổi sinh hoạt chuyên đề cho 312 đảng viên; có 3 mô"
                                + " hình mới được nhân rộng.",
                        "Biểu 1. Số liệu đăng ký và sinh hoạt chuyên đề",
                        "Tỷ lệ đăng ký",
                        "%",
                        "98,5",
                        "II. KHÓ KHĂN, HẠN CHẾ",
                        "Nơi nhận:",
                        "- Lưu Văn phòng Thị ủy.",
                        "T/M BAN THƯỜNG VỤ",
                        "PHÓ BÍ THƯ",
                        "Nguyễn Văn Thuần");
    }

    @Test
    void a_state_paper_has_the_national_title_and_its_motto() {
        assertThat(ReadDocx.paragraphs(STATE))
                .containsSubsequence(
                        "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN",
                        "ỦY BAN NHÂN DÂN THỊ XÃ LA GI",
                        "Số: 112/BC-UBND",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "La Gi, ngày 09 tháng 02 năm 2024",
                        "Kính gửi:",
                        "- Ủy ban nhân dân tỉnh;",
                        "- Sở Nội vụ.",
                        "TM. ỦY BAN NHÂN DÂN",
                        "KT. CHỦ TỊCH",
                        "PHÓ CHỦ TỊCH")
                .doesNotContain("ĐẢNG CỘNG SẢN VIỆT NAM", "*", "-----");
    }

    @Test
    void the_paper_is_a4_with_the_margins_of_the_rule_and_a_first_page_of_its_own() {
        var section = ReadDocx.open(PARTY).getDocumentModel().getSections().getFirst();
        var page = section.getSectPr();
        assertThat(page.getPgSz().getW()).isEqualTo(11_906);
        assertThat(page.getPgSz().getH()).isEqualTo(16_838);
        assertThat(page.getPgMar().getTop()).isEqualTo(1134); // 20 mm
        assertThat(page.getPgMar().getBottom()).isEqualTo(1134);
        assertThat(page.getPgMar().getLeft()).isEqualTo(1701); // 30 mm
        assertThat(page.getPgMar().getRight()).isEqualTo(850); // 15 mm
        assertThat(page.getTitlePg().isVal()).isTrue();
    }

    @Test
    void pages_but_the_first_carry_their_number() {
        var headers =
                ReadDocx.open(PARTY).getDocumentModel().getSections().getFirst().getHeaderFooterPolicy();
        assertThat(xml(headers.getDefaultHeader())).contains("PAGE");
        assertThat(xml(headers.getFirstHeader())).doesNotContain("PAGE");
    }

    private static String xml(HeaderPart header) {
        return header.getXML();
    }

    @Test
    void it_is_set_in_times_and_in_vietnamese() {
        var styles = ReadDocx.open(PARTY).getMainDocumentPart().getStyleDefinitionsPart();
        var usual = styles.getJaxbElement().getDocDefaults().getRPrDefault().getRPr();
        assertThat(usual.getRFonts().getAscii()).isEqualTo("Times New Roman");
        assertThat(usual.getLang().getVal()).isEqualTo("vi-VN");
    }

    @Test
    void tables_repeat_their_head_and_rows_stay_whole() {
        var tables = ReadDocx.tables(PARTY);
        assertThat(tables).hasSize(3);
        assertThat(ReadDocx.text(tables.get(1))).startsWith("TTChỉ tiêuĐơn vị tínhSố liệu");
        assertThat(part(PARTY, "word/document.xml")).contains("tblHeader", "cantSplit");
    }

    @Test
    void no_table_is_the_last_thing_in_the_file() {
        assertThat(ReadDocx.open(PARTY).getMainDocumentPart().getContent().getLast())
                .isInstanceOf(P.class);
    }

    /// A plain reading without any library for Word.
    @Test
    void every_part_is_well_formed() throws Exception {
        for (var name :
                new String[] {"word/document.xml", "word/styles.xml", "[Content_Types].xml", "docProps/core.xml"}) {
            var xml = part(PARTY, name).getBytes(StandardCharsets.UTF_8);
            assertThat(DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml))
                            .getDocumentElement())
                    .isNotNull();
        }
        assertThat(part(PARTY, "docProps/core.xml")).contains("Báo cáo kết quả 6 tháng đầu năm 2024", "vi-VN");
    }

    @Test
    void markup_and_unseen_characters_do_not_break_the_file() {
        var docx = new DocxWriter(LaidOut.of(SamplePapers.saying("<w:p>\u0000 & \u000B\u0001]]> \uFFFE xong"))).write();
        assertThat(ReadDocx.paragraphs(docx)).contains("<w:p> &", "]]> xong");
    }

    @Test
    void the_widths_of_letters_are_those_of_times() {
        assertThat(Lettering.REGULAR.width("ĐẢNG", 1000))
                .isEqualTo(722 + 722 + 722 + 722, org.assertj.core.api.Assertions.within(4.0));
        assertThat(Lettering.values())
                .allMatch(lettering -> lettering.has('ỷ') && lettering.has('Ặ') && lettering.has('\u20AB'));
    }

    private static String part(byte[] docx, String name) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        throw new AssertionError("No part " + name);
    }
}
