package vn.tiendo.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are read row by row say the same as those that are read at once, and are bounded likewise.
class RowStreamTest {

    private static final List<String> REQUIRED = List.of("code", "name");
    private static final List<String> OPTIONAL = List.of("validTo");

    @TempDir
    private Path folder;

    @Test
    void a_csv_gives_the_same_rows_as_in_memory() throws IOException {
        var text = "\uFEFFname;code\r\n"
                + IntStream.range(0, 19_999)
                        .mapToObj(i -> "\"Tổ chức; số " + i + "\";C" + i + "\r\n")
                        .collect(Collectors.joining());
        var file = write(text.getBytes(StandardCharsets.UTF_8));
        var expected = TableFormat.CSV.read(Files.readAllBytes(file)).arranged(REQUIRED, OPTIONAL);
        assertThat(rows(TableFormat.CSV, file, 20_000)).hasSize(19_999).isEqualTo(expected.rows());
    }

    @Test
    void a_sheet_gives_the_same_rows_as_in_memory() throws IOException {
        var file = folder.resolve("rows.xlsx");
        try (var out = Files.newOutputStream(file)) {
            sheet(out, 3_000);
        }
        var expected = TableFormat.XLSX.read(Files.readAllBytes(file)).arranged(REQUIRED, OPTIONAL);
        assertThat(rows(TableFormat.XLSX, file, 3_000)).hasSize(3_000).isEqualTo(expected.rows());
    }

    private static void sheet(OutputStream out, int rows) throws IOException {
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("1");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            for (int i = 1; i <= rows; i++) {
                sheet.value(i, 0, "C" + i);
                sheet.value(i, 1, "Tên " + i % 7);
            }
        }
    }

    @Test
    void more_rows_than_allowed_are_refused_in_either_form() throws IOException {
        var csv = write("code,name\nA,a\nB,b\nC,c\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows(TableFormat.CSV, csv, 3)).hasSize(3);
        refused(TableFormat.CSV, csv, 2, "too-many-rows");
        var file = folder.resolve("three.xlsx");
        try (var out = Files.newOutputStream(file)) {
            sheet(out, 3);
        }
        refused(TableFormat.XLSX, file, 2, "too-many-rows");
    }

    @Test
    void what_is_no_utf8_far_down_is_found_all_the_same() throws IOException {
        var text = ("code,name\n" + "A,b\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xC3;
        refused(TableFormat.CSV, write(text), 100_000, "table-not-utf8");
        refused(TableFormat.CSV, write("code,name\nA,b\0\n".getBytes(StandardCharsets.UTF_8)), 10, "unreadable-table");
        refused(TableFormat.XLSX, write("code,name\n".getBytes(StandardCharsets.UTF_8)), 10, "unreadable-table");
        refused(TableFormat.CSV, write(new byte[0]), 10, "empty-table");
    }

    @Test
    void a_refusal_of_whoever_takes_the_rows_is_no_fault_of_the_file() throws IOException {
        var file = folder.resolve("one.xlsx");
        try (var out = Files.newOutputStream(file)) {
            sheet(out, 1);
        }
        var refusal = new IllegalStateException("full");
        assertThatThrownBy(() -> TableFormat.XLSX.readRows(file, 10, REQUIRED, OPTIONAL, row -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("rows.csv"), bytes);
    }

    private static List<TableRow> rows(TableFormat format, Path file, int most) {
        var rows = new ArrayList<TableRow>();
        format.readRows(file, most, REQUIRED, OPTIONAL, rows::add);
        return rows;
    }

    private static void refused(TableFormat format, Path file, int most, String code) {
        assertThatThrownBy(() -> rows(format, file, most)).hasMessage(code);
    }
}
