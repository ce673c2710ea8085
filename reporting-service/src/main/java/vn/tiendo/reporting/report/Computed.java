package vn.tiendo.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Aggregation;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.Value;

/// A value that was reckoned, with what it was reckoned from.
///
/// @param of how many facts or units it is made of
/// @param ownPart what the reporting organisation itself adds to a sum of units
public record Computed(
        Value value, Origin from, long of, @Nullable BigDecimal ownPart, Instant at) {

    /// Takes parts away that do not make their whole: a unit, or a fact, counts in the whole and is not broken down.
    public static void leaveOutBrokenParts(Map<Cell, Computed> reckoned, TemplateDefinition template) {
        template.indicators().stream()
                .filter(indicator -> indicator.aggregation() == Aggregation.SUM)
                .filter(indicator -> !partsMakeTheWhole(reckoned, indicator))
                .forEach(indicator -> reckoned.keySet()
                        .removeIf(cell -> !cell.isWhole() && cell.code().equals(indicator.code())));
    }

    private static boolean partsMakeTheWhole(Map<Cell, Computed> reckoned, Indicator indicator) {
        var parts = reckoned.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isWhole() && entry.getKey().code().equals(indicator.code()))
                .map(entry -> entry.getValue().value().number())
                .reduce(BigDecimal.ZERO, (one, other) -> other == null ? one : one.add(other));
        var whole = reckoned.get(Cell.of(indicator.code()));
        var number = whole == null ? null : whole.value().number();
        return number == null || number.compareTo(parts) == 0;
    }
}
