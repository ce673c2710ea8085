package vn.tiendo.reporting.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.table.Cells;
import vn.tiendo.kit.time.Days;

/// Values as text of a cell.
final class ExportCells {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private ExportCells() {}

    /// Numbers and days are ours and harmless; words may come from anybody.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "có" : "không";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Instant moment ->
                MOMENT.format(
                        moment.truncatedTo(ChronoUnit.SECONDS).atZone(Days.ZONE).toOffsetDateTime());
            case Object other -> Cells.defused(other.toString());
        };
    }
}
