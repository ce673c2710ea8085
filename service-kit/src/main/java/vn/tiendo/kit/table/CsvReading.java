package vn.tiendo.kit.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/// Reads CSV in UTF-8, with or without byte order mark, whose cells are parted by commas, semicolons or tabs.
final class CsvReading {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// Longer than any header.
    private static final int LOOKED_AHEAD = 65_536;

    private CsvReading() {}

    static void read(InputStream file, TableBuilder table) {
        try (var text = decoded(file)) {
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(false)
                    .setTrailingData(false)
                    .setLenientEof(false)
                    .get();
            for (var row : CSVParser.parse(text, format)) {
                var cells = row.toList();
                if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
                    throw new TableProblem.UnreadableTable("CSV");
                }
                table.add(Math.toIntExact(row.getRecordNumber()), cells, null);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            if (table.refusal() != null) {
                throw table.refusal();
            }
            throw isWrongEncoding(unreadable) ? new TableProblem.NotUtf8() : new TableProblem.UnreadableTable("CSV");
        }
    }

    private static boolean isWrongEncoding(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private static BufferedReader decoded(InputStream file) throws IOException {
        var text = new BufferedReader(
                new InputStreamReader(
                        file,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LOOKED_AHEAD);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /// The one that parts the header most often; names of columns contain none of them.
    private static String delimiter(Reader text) throws IOException {
        text.mark(LOOKED_AHEAD);
        var start = new char[LOOKED_AHEAD - 1];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; ) {
            length += read;
            read = text.read(start, length, start.length - length);
        }
        text.reset();
        var header = new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return Stream.of(",", ";", "\t")
                .max(Comparator.comparingLong(delimiter -> header.chars()
                        .filter(each -> each == delimiter.charAt(0))
                        .count()))
                .orElseThrow();
    }
}
