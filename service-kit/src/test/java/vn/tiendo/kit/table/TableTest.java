package vn.tiendo.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final List<String> REQUIRED = List.of("code", "name");
    private static final List<String> OPTIONAL = List.of("validTo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name,validTo\nA,\"Tỉnh ủy, một\",\nB,Hai,2024-01-31\n",
                "\uFEFFcode;name;validTo\r\nA;Tỉnh ủy, một;\r\nB;Hai;2024-01-31",
                "code\tname\tvalidTo\nA\tTỉnh ủy, một\t\nB\tHai\t2024-01-31\n",
                "\n Name , CODE,validto\n\"Tỉnh ủy, một\",A,\n\n Hai ,B,2024-01-31\n"
            })
    void the_same_table_however_it_is_parted_and_ordered(String text) {
        var table = csv(text).arranged(REQUIRED, OPTIONAL);
        assertThat(table.columns()).containsExactly("code", "name", "validTo");
        assertThat(table.rows())
                .extracting(TableRow::cells)
                .containsExactly(List.of("A", "Tỉnh ủy, một", ""), List.of("B", "Hai", "2024-01-31"));
        assertThat(table.rows()).extracting(TableRow::fault).containsOnlyNulls();
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_does() {
        var table = csv("code,name\nA,\"zwei\nZeilen\"\n\nB,Hai\n");
        assertThat(table.rows()).extracting(TableRow::number).containsExactly(2, 4);
    }

    @Test
    void a_column_that_is_absent_twice_there_or_unknown_is_named() {
        refused("code,validTo\nA,\n", "missing-column", "name");
        refused("code,name,Code\nA,b,c\n", "column-twice", "Code");
        refused("code,name,note\nA,b,c\n", "unknown-column", "note");
        refused("{\"code\": 1}\n{}", "unknown-column", "{\"code\": 1}");
        assertThat(csv("code,name,reasonCode,reason\nA,b,c,d\n")
                        .arranged(REQUIRED, OPTIONAL)
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly("A", "b", "");
    }

    @Test
    void what_is_no_table_is_refused() {
        assertThatThrownBy(() -> csv("")).isInstanceOf(TableProblem.EmptyTable.class);
        assertThatThrownBy(() -> csv("code,name\n\n ,\n")).isInstanceOf(TableProblem.EmptyTable.class);
        assertThatThrownBy(() -> csv("code,name\nA,\"open")).isInstanceOf(TableProblem.UnreadableTable.class);
        assertThatThrownBy(() -> csv("code,name\nA,b\0c")).isInstanceOf(TableProblem.UnreadableTable.class);
        assertThatThrownBy(() -> TableFormat.CSV.read("code,name\nA,Tỉnh".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(TableProblem.NotUtf8.class);
        assertThatThrownBy(() -> TableFormat.XLSX.read("code,name\nA,b".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TableProblem.UnreadableTable.class);
        assertThatThrownBy(() -> TableFormat.XLSX.read(new byte[0])).isInstanceOf(TableProblem.UnreadableTable.class);
        assertThatThrownBy(() -> TableFormat.XLSX.read(zip("word/document.xml", new byte[100])))
                .isInstanceOf(TableProblem.UnreadableTable.class);
    }

    @Test
    void twenty_thousand_rows_are_read_and_one_more_is_refused() {
        var text = new StringBuilder("code,name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append('A').append(i).append(",b\n");
        }
        assertThat(csv(text.toString()).rows()).hasSize(20_000);
        text.append("A,b\n");
        assertThatThrownBy(() -> csv(text.toString())).isInstanceOf(TableProblem.TooManyRows.class);
    }

    @Test
    void a_small_file_that_unfolds_to_an_enormous_one_is_refused_before_it_is_read() throws IOException {
        var bomb = zip("xl/worksheets/sheet1.xml", new byte[130 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> TableFormat.XLSX.read(bomb)).isInstanceOf(TableProblem.TableTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZZZZ1", "&#90;ZZZZZ1", "zzzzzz1"})
    void a_cell_beyond_the_last_column_of_a_sheet_is_refused(String address) throws IOException {
        for (var part : List.of("xl/worksheets/sheet1.xml", "xl/other.bin")) {
            var sheet =
                    "\uFEFF<?xml version=\"1.0\"?><worksheet><sheetData><row r='1'><c r='%s'/></row></sheetData></worksheet>"
                            .formatted(address);
            var file = zip(part, sheet.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> TableFormat.XLSX.read(file)).isInstanceOf(TableProblem.TableTooLarge.class);
        }
    }

    @Test
    void a_row_with_more_cells_than_columns_has_a_fault() {
        var rows = csv("code,name\nA,b,,\nB,c,d\n").rows();
        assertThat(rows).extracting(TableRow::fault).containsExactly(null, "too-many-cells");
    }

    @Test
    void a_sheet_gives_texts_numbers_and_days_and_marks_formulas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Sheet 1");
            sheet.value(1, 0, "code");
            sheet.value(1, 1, "name");
            sheet.value(1, 2, "validTo");
            sheet.value(2, 0, "A");
            sheet.value(2, 1, "Tỉnh ủy");
            sheet.value(2, 2, LocalDate.of(2024, 2, 29));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
            sheet.value(4, 0, 70);
            sheet.value(4, 1, "Hai");
            sheet.value(5, 0, "C");
            sheet.formula(5, 1, "1+1");
            sheet.value(6, 0, "D");
            sheet.value(6, 1, "Ba");
            sheet.value(6, 9, "beyond");
        }
        var rows = TableFormat.XLSX
                .read(bytes.toByteArray())
                .arranged(REQUIRED, OPTIONAL)
                .rows();
        assertThat(rows)
                .containsExactly(
                        new TableRow(3, List.of("A", "Tỉnh ủy", "2024-02-29"), null),
                        new TableRow(5, List.of("70", "Hai", ""), null),
                        new TableRow(6, List.of("C", "=1+1", ""), "formula-in-row"),
                        new TableRow(7, List.of("D", "Ba", ""), "too-many-cells"));
    }

    private static void refused(String text, String code, String word) {
        assertThatThrownBy(() -> csv(text).arranged(REQUIRED, OPTIONAL))
                .isInstanceOfSatisfying(TableProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.arguments().values().toString()).isEqualTo("[" + word + "]");
                });
    }

    private static Table csv(String text) {
        return TableFormat.CSV.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
