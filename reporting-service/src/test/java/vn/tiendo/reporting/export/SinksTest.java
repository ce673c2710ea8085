package vn.tiendo.reporting.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SinksTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void csv_has_a_byte_order_mark_and_quotes_by_the_book() throws IOException {
        var csv = csv(List.of("Đơn vị", "a\"b,c", "hai\ndòng"));
        assertThat(csv).isEqualTo("\uFEFFMã\r\nĐơn vị,\"a\"\"b,c\",\"hai\ndòng\"\r\n");
    }

    @Test
    void csv_writes_days_numbers_and_gaps_plainly() throws IOException {
        assertThat(csv(Arrays.asList(
                        LocalDate.of(2024, 5, 2),
                        Instant.parse("2024-05-04T17:00:00Z"),
                        new BigDecimal("-1.50"),
                        12L,
                        null,
                        true)))
                .endsWith("\r\n2024-05-02,2024-05-05T00:00:00+07:00,-1.50,12,,có\r\n");
    }

    @Test
    void no_cell_of_a_csv_file_runs_as_a_formula() throws IOException {
        assertThat(csv(List.of("=1+1", "+84", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "a=1")))
                .isEqualTo("\uFEFFMã\r\n'=1+1,'+84,'-x,'@SUM(A1),'\t=1,\"'\r=1\",'＝1+1,''=1,a=1\r\n");
    }

    @Test
    void excel_reads_words_numbers_and_days_back() throws IOException {
        var out = new ByteArrayOutputStream();
        var sink = ExportFormat.XLSX.open(out, "Danh sách", List.of("Mã", "Số", "Ngày", "Lúc", "Gì"));
        sink.add(Arrays.asList(
                "Chi bộ ế", 12.5, LocalDate.of(2024, 5, 2), Instant.parse("2024-05-04T17:00:00Z"), "=HYPERLINK(1)"));
        sink.add(Arrays.asList("a\u0001b", null, null, null, null));
        sink.finish();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheet("Danh sách");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Ngày");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Chi bộ ế");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(12.5);
            assertThat(row.getCell(2).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2024, 5, 2).atStartOfDay());
            assertThat(row.getCell(3).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2024, 5, 5).atStartOfDay());
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("'=HYPERLINK(1)");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                    .startsWith("a")
                    .endsWith("b");
        }
    }

    /// What lives after 100,000 rows is what lived after 10,000, and the bytes have left long before the end.
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_hundred_thousand_rows_take_no_more_memory_than_a_few(ExportFormat format) throws IOException {
        var out = new Counting();
        var sink = format.open(out, "Danh sách", List.of("Số", "Đơn vị", "Ngày"));
        long early = 0;
        long late = 0;
        long written = 0;
        for (int i = 1; i <= 100_000; i++) {
            sink.add(List.of(i, "Chi bộ số " + i + " thuộc Đảng ủy phường Phước Hội", LocalDate.of(2024, 5, 2)));
            if (i == 10_000) {
                early = live();
                written = out.count;
            }
            if (i == 100_000) {
                late = live();
            }
        }
        assertThat(written).isPositive();
        assertThat(out.count).isGreaterThan(5 * written);
        assertThat(late - early).isLessThan(3L * MEGABYTE);
        sink.finish();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }

    private static String csv(List<?> row) throws IOException {
        var out = new ByteArrayOutputStream();
        var sink = ExportFormat.CSV.open(out, "x", List.of("Mã"));
        sink.add(row);
        sink.finish();
        return out.toString(UTF_8);
    }
}
