package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {

    @Test
    void the_whole_paper_stands_on_the_sheet() {
        var texts =
                cells(SamplePapers.partyReport()).stream().map(Cell::getText).toList();
        assertThat(texts)
                .containsSubsequence(
                        "ĐẢNG BỘ TỈNH BÌNH THUẬN",
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "THỊ ỦY LA GI",
                        "*",
                        "Số 86-BC/TU",
                        "La Gi, ngày 02 tháng 5 năm 2024",
                        "BÁO CÁO",
                        "-----",
                        "Kính gửi: Ban Thường vụ Tỉnh ủy Bình Thuận",
                        "I. KẾT QUẢ THỰC HIỆN",
                        "Chỉ tiêu",
                        "Nơi nhận:",
                        "T/M BAN THƯỜNG VỤ",
                        "Nguyễn Văn Thuần");
    }

    @Test
    void figures_stay_numbers() {
        var numbers = cells(SamplePapers.partyReport()).stream()
                .filter(cell -> cell.getType() == CellType.NUMBER)
                .map(cell -> cell.asNumber().stripTrailingZeros().toPlainString())
                .toList();
        assertThat(numbers).containsExactly("2452", "2415", "98.5", "127");
    }

    @Test
    void nothing_is_a_formula_whatever_a_text_begins_with() {
        assertThat(cells(SamplePapers.saying("=HYPERLINK(\"http://localhost\")")))
                .noneMatch(cell -> cell.getType() == CellType.FORMULA)
                .anyMatch(cell -> cell.getText().equals("=HYPERLINK(\"http://localhost\")"));
    }

    @Test
    void a_long_text_goes_on_in_further_rows_and_loses_no_word() {
        var words = "tu dưỡng rèn luyện ".repeat(1_000).strip();
        var texts = cells(SamplePapers.saying(words)).stream()
                .map(Cell::getText)
                .filter(text -> text.startsWith("tu ") || text.contains("rèn"))
                .toList();
        assertThat(texts).hasSizeGreaterThan(5);
        assertThat(String.join(" ", texts)).isEqualTo(words);
    }

    private static List<Cell> cells(OfficialDocument document) {
        var xlsx = new XlsxWriter(LaidOut.of(document)).write();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                var rows = book.getFirstSheet().openStream()) {
            var cells = new ArrayList<Cell>();
            rows.forEach(row -> row.forEach(cell -> {
                if (cell != null
                        && cell.getType() != CellType.EMPTY
                        && !cell.getText().isEmpty()) {
                    cells.add(cell);
                }
            }));
            return cells;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
