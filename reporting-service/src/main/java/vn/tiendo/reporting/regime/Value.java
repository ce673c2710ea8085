package vn.tiendo.reporting.regime;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in a cell: a number, a text (or the code of a choice), or the rows of a table; or nothing.
public record Value(
        @Nullable BigDecimal number,
        @Nullable String text,
        @Nullable List<List<String>> rows) {

    public static final Value NOTHING = new Value(null, null, null);

    public Value {
        number = number == null ? null : plain(number);
        rows = rows == null ? null : rows.stream().map(List::copyOf).toList();
    }

    public static Value of(BigDecimal number) {
        return new Value(number, null, null);
    }

    public static Value of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    public boolean isNothing() {
        return number == null && text == null && rows == null;
    }

    /// One way to write a number, so that equal numbers are equal.
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
