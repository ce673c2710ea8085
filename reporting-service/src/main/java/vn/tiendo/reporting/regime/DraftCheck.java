package vn.tiendo.reporting.regime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.TemplateDefinition.Rule;

/// Judges figures and sections by a template: what a value may be, what formulas reckon, what rules find.
public final class DraftCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TemplateDefinition template;

    public DraftCheck(TemplateDefinition template) {
        this.template = template;
    }

    /// Why a value cannot stand in a cell, as a code; nothing when it can. Cells of other templates hold anything: what
    /// was written before a template changed is kept.
    public Optional<String> misfit(Cell cell, Value value) {
        var found = template.indicator(cell.code());
        if (found.isEmpty() || value.isNothing()) {
            return Optional.empty();
        }
        var indicator = found.get();
        if (!indicator.hasBreakdown(cell.breakdown())) {
            return Optional.of("unknown-breakdown");
        }
        return switch (indicator.type()) {
            case INTEGER -> wholeNumber(value);
            case DECIMAL, PERCENT -> value.number() == null ? Optional.of("number-needed") : Optional.empty();
            case TEXT -> value.text() == null ? Optional.of("text-needed") : Optional.empty();
            case CHOICE -> choice(indicator, value);
            case TABLE -> table(indicator, value);
        };
    }

    private static Optional<String> wholeNumber(Value value) {
        return value.number() == null || value.number().scale() > 0
                ? Optional.of("whole-number-needed")
                : Optional.empty();
    }

    private static Optional<String> choice(Indicator indicator, Value value) {
        var known = indicator.choices().stream().anyMatch(one -> one.code().equals(value.text()));
        return known ? Optional.empty() : Optional.of("choice-needed");
    }

    private static Optional<String> table(Indicator indicator, Value value) {
        if (value.rows() == null) {
            return Optional.of("table-needed");
        }
        var columns = indicator.columns();
        for (var row : value.rows()) {
            if (row.size() != columns.size()) {
                return Optional.of("wrong-number-of-columns");
            }
            for (int i = 0; i < row.size(); i++) {
                if (columns.get(i).type().isNumber() && !row.get(i).isBlank() && !isNumber(row.get(i))) {
                    return Optional.of("number-needed");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.length() <= 20 && text.matches("-?\\d{1,15}([.]\\d{1,4})?");
    }

    /// What the formulas of the template make of these values; empty for what cannot be reckoned.
    public SortedMap<Cell, Optional<BigDecimal>> reckon(Map<Cell, Value> values) {
        var numbers = numbersOf(values);
        var reckoned = new TreeMap<Cell, Optional<BigDecimal>>();
        for (var indicator : template.inOrderOfFormulas()) {
            var result = Formula.parse(Objects.requireNonNull(indicator.formula()))
                    .flatMap(formula -> formula.number(numbers, indicator.type().scale()));
            result.ifPresentOrElse(
                    number -> numbers.put(indicator.code(), number), () -> numbers.remove(indicator.code()));
            reckoned.put(Cell.of(indicator.code()), result);
        }
        return reckoned;
    }

    /// Everything that the writer should know, in the order of the template.
    ///
    /// @param last the figures of the period before, empty when there is none
    public List<Finding> findings(Map<Cell, Value> values, Set<SectionCode> written, Map<Cell, Value> last) {
        var findings = new ArrayList<Finding>();
        for (var section : template.sections()) {
            if (section.required() && !written.contains(section.section())) {
                findings.add(Finding.error("section-required", section.section().field(), named(section.nameVi())));
            }
        }
        template.indicators().forEach(indicator -> judge(indicator, values, findings));
        for (var cell : values.keySet()) {
            if (template.indicator(cell.code()).isEmpty()) {
                findings.add(Finding.warning("not-in-template", cell.field(), Map.of()));
            }
        }
        template.rules().forEach(rule -> judge(rule, numbersOf(values), numbersOf(last), findings));
        return List.copyOf(findings);
    }

    private void judge(Indicator indicator, Map<Cell, Value> values, List<Finding> findings) {
        var whole = values.getOrDefault(Cell.of(indicator.code()), Value.NOTHING);
        if (whole.isNothing()) {
            if (indicator.required()) {
                findings.add(Finding.error("figure-required", indicator.code(), named(indicator.nameVi())));
            } else if (isUndefined(indicator, numbersOf(values))) {
                findings.add(Finding.warning("formula-undefined", indicator.code(), named(indicator.nameVi())));
            }
        }
        var parts = BigDecimal.ZERO;
        var broken = false;
        for (var entry : values.entrySet()) {
            var cell = entry.getKey();
            if (!cell.code().equals(indicator.code())) {
                continue;
            }
            misfit(cell, entry.getValue())
                    .ifPresent(why -> findings.add(Finding.error(why, cell.field(), named(indicator.nameVi()))));
            var number = entry.getValue().number();
            if (number != null) {
                withinRange(indicator, cell, number, findings);
                if (!cell.isWhole()) {
                    broken = true;
                    parts = parts.add(number);
                }
            }
        }
        if (broken
                && whole.number() != null
                && indicator.aggregation() == Aggregation.SUM
                && parts.compareTo(whole.number()) != 0) {
            findings.add(Finding.error(
                    "breakdown-differs",
                    indicator.code(),
                    Map.of(
                            "name", indicator.nameVi(),
                            "sum", parts.toPlainString(),
                            "value", whole.number().toPlainString())));
        }
    }

    /// Its formula has all it needs, and still gives no number.
    private static boolean isUndefined(Indicator indicator, Map<String, BigDecimal> numbers) {
        return indicator.formula() != null
                && Formula.parse(indicator.formula())
                        .filter(formula -> numbers.keySet().containsAll(formula.variables()))
                        .isPresent();
    }

    private static void withinRange(Indicator indicator, Cell cell, BigDecimal number, List<Finding> findings) {
        if (indicator.min() != null && number.compareTo(indicator.min()) < 0) {
            findings.add(Finding.error(
                    "figure-too-small",
                    cell.field(),
                    Map.of("name", indicator.nameVi(), "limit", indicator.min().toPlainString())));
        }
        if (indicator.max() != null && number.compareTo(indicator.max()) > 0) {
            findings.add(Finding.error(
                    "figure-too-large",
                    cell.field(),
                    Map.of("name", indicator.nameVi(), "limit", indicator.max().toPlainString())));
        }
    }

    private static void judge(
            Rule rule, Map<String, BigDecimal> numbers, Map<String, BigDecimal> last, List<Finding> findings) {
        var holds = switch (rule.kind()) {
            case EQUALS_SUM -> equalsSum(rule, numbers);
            case EXPRESSION ->
                Formula.parse(Objects.requireNonNull(rule.expression()))
                        .flatMap(formula -> formula.holds(numbers))
                        .orElse(true);
            case COMPARED_WITH_LAST -> isCloseToLast(rule, numbers, last);
        };
        if (!holds) {
            findings.add(new Finding(
                    rule.severity(),
                    rule.kind() == TemplateDefinition.RuleKind.COMPARED_WITH_LAST ? "differs-from-last" : "rule-broken",
                    rule.subject(),
                    Map.of("rule", rule.code(), "name", rule.nameVi())));
        }
    }

    private static boolean equalsSum(Rule rule, Map<String, BigDecimal> numbers) {
        var whole = numbers.get(rule.subject());
        if (whole == null || !numbers.keySet().containsAll(rule.parts())) {
            return true;
        }
        var sum = rule.parts().stream().map(numbers::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(whole) == 0;
    }

    private static boolean isCloseToLast(Rule rule, Map<String, BigDecimal> numbers, Map<String, BigDecimal> last) {
        var now = numbers.get(rule.subject());
        var before = last.get(rule.subject());
        if (now == null || before == null) {
            return true;
        }
        if (before.signum() == 0) {
            return now.signum() == 0;
        }
        var change = now.subtract(before).abs().multiply(HUNDRED).divide(before.abs(), 4, RoundingMode.HALF_UP);
        return change.compareTo(Objects.requireNonNull(rule.maxChangePercent())) <= 0;
    }

    private static Map<String, BigDecimal> numbersOf(Map<Cell, Value> values) {
        var numbers = new HashMap<String, BigDecimal>();
        values.forEach((cell, value) -> {
            if (cell.isWhole() && value.number() != null) {
                numbers.put(cell.code(), value.number());
            }
        });
        return numbers;
    }

    private static Map<String, String> named(String name) {
        return Map.of("name", name);
    }
}
