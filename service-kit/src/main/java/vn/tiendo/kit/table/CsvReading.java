package vn.tiendo.kit.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Reads CSV in UTF-8, with or without byte order mark, whose cells are parted by commas, semicolons or tabs.
final class CsvReading {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvReading() {}

    static Table read(byte[] file) {
        var text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw new TableProblem.UnreadableTable("CSV");
        }
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setTrailingData(false)
                .setLenientEof(false)
                .get();
        var table = new TableBuilder();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var row : parser) {
                table.add(Math.toIntExact(row.getRecordNumber()), row.toList(), null);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new TableProblem.UnreadableTable("CSV");
        }
        return table.build();
    }

    private static String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new TableProblem.NotUtf8();
        }
    }

    /// The one that parts the header most often; names of columns contain none of them.
    private static String delimiter(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(",", ";", "\t")
                .max(Comparator.comparingLong(delimiter -> header.chars()
                        .filter(each -> each == delimiter.charAt(0))
                        .count()))
                .orElseThrow();
    }
}
