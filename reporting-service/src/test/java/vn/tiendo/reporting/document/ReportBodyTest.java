package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;
import vn.tiendo.reporting.document.Block.Words;
import vn.tiendo.reporting.report.ReportStatus;
import vn.tiendo.reporting.report.WrittenReport;
import vn.tiendo.reporting.report.WrittenReport.Listed;
import vn.tiendo.reporting.report.WrittenReport.Measured;
import vn.tiendo.reporting.report.WrittenReport.Passage;

class ReportBodyTest {

    private static List<Block> body(List<Passage> passages, List<Measured> figures, List<Listed> tables) {
        var id = UUID.randomUUID();
        var report = new WrittenReport(
                id,
                id,
                id,
                "a/",
                "PERIODIC_REPORT",
                "SIX_MONTH",
                "2024",
                ReportStatus.DRAFT,
                null,
                null,
                null,
                null,
                null,
                false,
                passages,
                figures,
                tables);
        return new ReportBody(report, "Thị ủy", "kết quả năm 2024").blocks(null);
    }

    @Test
    void units_that_speak_of_the_same_stand_below_each_other_in_one_section() {
        assertThat(body(
                        List.of(
                                new Passage("Kết quả", null, "Chung."),
                                new Passage("Kết quả", "Phường A", "Riêng A."),
                                new Passage("Kết quả", "Phường B", "Riêng B."),
                                new Passage("Đề xuất", null, "Không.")),
                        List.of(),
                        List.of()))
                .containsExactly(
                        new Section("Kết quả"),
                        new Paragraph("Chung."),
                        new Attributed("Phường A", "Riêng A."),
                        new Attributed("Phường B", "Riêng B."),
                        new Section("Đề xuất"),
                        new Paragraph("Không."),
                        new Paragraph("Trên đây là báo cáo kết quả năm 2024 của Thị ủy./."));
    }

    @Test
    void figures_are_numbers_words_or_blank() {
        var grid = (Grid) body(
                        List.of(),
                        List.of(
                                new Measured("Đã đăng ký", "người", new BigDecimal("36"), null),
                                new Measured("Mức độ", null, null, "Tốt"),
                                new Measured("Chưa có", "buổi", null, null)),
                        List.of())
                .get(1);
        assertThat(grid.rows())
                .containsExactly(
                        List.of(
                                new Words("1"),
                                new Words("Đã đăng ký"),
                                new Words("người"),
                                new Amount(new BigDecimal("36"))),
                        List.of(new Words("2"), new Words("Mức độ"), new Words(""), new Words("Tốt")),
                        List.of(new Words("3"), new Words("Chưa có"), new Words("buổi"), new Words("")));
    }

    @Test
    void a_figure_that_is_a_table_follows_with_its_name() {
        var blocks = body(
                List.of(),
                List.of(),
                List.of(new Listed("Danh sách miễn", List.of("Đơn vị", "Lý do"), List.of(List.of("Chi bộ 1", "Ốm")))));
        var grid = (Grid) blocks.get(1);
        assertThat(grid.caption()).isEqualTo("Danh sách miễn");
        assertThat(grid.rows()).containsExactly(List.of(new Words("Chi bộ 1"), new Words("Ốm")));
    }

    @Test
    void a_report_without_a_word_has_no_closing_words_either() {
        assertThat(body(List.of(), List.of(), List.of())).isEmpty();
    }
}
