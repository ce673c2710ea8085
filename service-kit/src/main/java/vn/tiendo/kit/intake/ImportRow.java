package vn.tiendo.kit.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.CellMissing;
import vn.tiendo.kit.intake.ImportProblem.CellNotUnderstood;

/// One row of an import, its cells by column.
///
/// @param fault why it cannot be taken at its word, as the code of a sentence
public record ImportRow(
        int number, Map<String, String> cells, @Nullable String fault) {

    /// As offices write days: 2024-07-01 or 1/7/2024, the day first.
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    /// Empty when nothing stands there.
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /// @throws CellMissing when nothing stands there
    public String required(String column) {
        var text = cell(column);
        if (text.isEmpty()) {
            throw new CellMissing(column);
        }
        return text;
    }

    /// @throws CellMissing when nothing stands there
    /// @throws CellNotUnderstood when it is no day
    public LocalDate day(String column) {
        var text = required(column);
        for (var format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        throw new CellNotUnderstood(column);
    }

    public @Nullable LocalDate optionalDay(String column) {
        return cell(column).isEmpty() ? null : day(column);
    }

    /// @throws CellNotUnderstood when it names none of the constants
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        try {
            return Enum.valueOf(type, required(column));
        } catch (IllegalArgumentException unknown) {
            throw new CellNotUnderstood(column);
        }
    }
}
