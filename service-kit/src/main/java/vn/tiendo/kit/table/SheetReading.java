package vn.tiendo.kit.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first sheet of an XLSX file, row by row; a small file that unfolds to an enormous one is refused before.
final class SheetReading {

    private static final long MOST_UNFOLDED = 128L * 1024 * 1024;
    private static final long MOST_UNFOLDED_ON_DISK = 1024L * 1024 * 1024;
    private static final long MOST_SHARED = 96L * 1024 * 1024;
    private static final String SHARED_TEXTS = "sharedStrings.xml";
    private static final int ENTRIES = 1_000;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private SheetReading() {}

    static void read(byte[] file, TableBuilder table) {
        requireBounded(
                () -> ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get(),
                MOST_UNFOLDED);
        read(() -> new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS), table);
    }

    static void read(Path file, TableBuilder table) {
        requireBounded(() -> ZipFile.builder().setPath(file).get(), MOST_UNFOLDED_ON_DISK);
        read(() -> new ReadableWorkbook(file.toFile(), WITH_FORMATS), table);
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open() throws IOException;
    }

    private static void read(Opening<ReadableWorkbook> opening, TableBuilder table) {
        try (var workbook = opening.open();
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> add(row, table));
        } catch (IOException | UncheckedIOException | ExcelReaderException unreadable) {
            throw refusalOr(table, new TableProblem.UnreadableTable("XLSX"));
        } catch (TableProblem refused) {
            throw refused;
        } catch (RuntimeException damaged) { // the library has no word of its own for parts that contradict each other
            throw refusalOr(table, new TableProblem.UnreadableTable("XLSX"));
        }
    }

    private static RuntimeException refusalOr(TableBuilder table, RuntimeException otherwise) {
        var refusal = table.refusal();
        return refusal == null ? otherwise : refusal;
    }

    /// Unfolds everything once without keeping it: what headers of a ZIP say of sizes is no promise. The list of shared
    /// texts is kept in memory while the sheet is read, so it has a bound of its own.
    private static void requireBounded(Opening<ZipFile> opening, long most) {
        try (var zip = opening.open()) {
            long unfolded = 0;
            int entries = 0;
            for (var all = zip.getEntries(); all.hasMoreElements(); ) {
                if (++entries > ENTRIES) {
                    throw new TableProblem.TableTooLarge();
                }
                var next = all.nextElement();
                var room = next.getName().endsWith(SHARED_TEXTS)
                        ? Math.min(MOST_SHARED, most - unfolded)
                        : most - unfolded;
                try (var entry = zip.getInputStream(next)) {
                    unfolded += unfold(next.getName(), entry, room);
                }
            }
        } catch (ZipException | IllegalArgumentException noZip) {
            throw new TableProblem.UnreadableTable("XLSX");
        } catch (IOException damaged) {
            throw new TableProblem.UnreadableTable("XLSX");
        }
    }

    private static long unfold(String name, InputStream entry, long room) throws IOException {
        var counted = new FilterInputStream(entry) {
            private long bytes;

            @Override
            public int read() throws IOException {
                var buffer = new byte[1];
                return read(buffer, 0, 1) < 0 ? -1 : buffer[0] & 0xFF;
            }

            @Override
            public int read(byte[] some, int from, int length) throws IOException {
                int read = super.read(some, from, length);
                bytes += Math.max(0, read);
                if (bytes > room) {
                    throw new TableProblem.TableTooLarge();
                }
                return read;
            }
        };
        var part = new BufferedInputStream(counted);
        CellAddresses.requireWithinSheet(name, part);
        part.transferTo(OutputStream.nullOutputStream());
        return counted.bytes;
    }

    private static void add(Row row, TableBuilder table) {
        var cells = new ArrayList<String>();
        String fault = null;
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            var found = cell == null ? null : faultOf(cell);
            fault = found == null ? fault : found;
            cells.add(cell == null ? "" : text(cell));
        }
        table.add(row.getRowNum(), cells, fault);
    }

    private static @Nullable String faultOf(Cell cell) {
        return switch (cell.getType()) {
            case FORMULA -> TableRow.FORMULA;
            case ERROR -> TableRow.CELL_IN_ERROR;
            case NUMBER, STRING, BOOLEAN, EMPTY -> null;
        };
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA) {
            return "=" + cell.getFormula();
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? day(cell) : cell.asNumber().toPlainString();
        }
        var text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : text;
    }

    private static String day(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// By the number of a built-in format, else by the letters of the format outside of quotes and brackets.
    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22)) {
            return true;
        }
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var letters = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.contains("y") || letters.contains("d") && letters.contains("m");
    }
}
