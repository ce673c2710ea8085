package vn.tiendo.reporting.regime;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.TemplateDefinition.Named;
import vn.tiendo.reporting.regime.TemplateDefinition.Rule;
import vn.tiendo.reporting.regime.TemplateDefinition.RuleKind;
import vn.tiendo.reporting.regime.TemplateDefinition.Section;

final class TemplateFixtures {

    private TemplateFixtures() {}

    static Indicator number(String code, IndicatorType type) {
        return indicator(code, type, type == IndicatorType.PERCENT ? Aggregation.NONE : Aggregation.SUM, null, false);
    }

    static Indicator required(String code) {
        return indicator(code, IndicatorType.INTEGER, Aggregation.SUM, null, true);
    }

    static Indicator formula(String code, IndicatorType type, String formula) {
        return indicator(code, type, Aggregation.NONE, formula, false);
    }

    static Indicator indicator(
            String code, IndicatorType type, Aggregation aggregation, @Nullable String formula, boolean required) {
        return new Indicator(
                code,
                code,
                code,
                type,
                null,
                formula,
                aggregation,
                null,
                null,
                required,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// With what only some indicators have, and nothing else.
    private static Indicator indicator(
            String code,
            IndicatorType type,
            Aggregation aggregation,
            @Nullable String weight,
            List<String> parts,
            List<String> choices,
            List<Column> columns) {
        return new Indicator(
                code,
                code,
                code,
                type,
                null,
                null,
                aggregation,
                weight,
                null,
                false,
                null,
                null,
                named(parts),
                named(choices),
                columns);
    }

    private static List<Named> named(List<String> codes) {
        return codes.stream().map(code -> new Named(code, code, code)).toList();
    }

    static Indicator ranged(String code, int min, int max) {
        return new Indicator(
                code,
                code,
                code,
                IndicatorType.INTEGER,
                null,
                null,
                Aggregation.SUM,
                null,
                null,
                false,
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max),
                List.of(),
                List.of(),
                List.of());
    }

    static Indicator broken(String code, String... parts) {
        return indicator(code, IndicatorType.INTEGER, Aggregation.SUM, null, List.of(parts), List.of(), List.of());
    }

    static Indicator choice(String code, String... choices) {
        return indicator(code, IndicatorType.CHOICE, Aggregation.NONE, null, List.of(), List.of(choices), List.of());
    }

    static Column column(
            String code, IndicatorType type, boolean key, @Nullable Aggregation rule, @Nullable String weight) {
        return new Column(code, code, code, type, key, rule, weight);
    }

    /// A table whose rows are added up.
    static Indicator addedUp(String code, Column... columns) {
        return indicator(code, IndicatorType.TABLE, Aggregation.SUM, null, List.of(), List.of(), List.of(columns));
    }

    static Indicator table(String code) {
        return indicator(
                code,
                IndicatorType.TABLE,
                Aggregation.NONE,
                null,
                List.of(),
                List.of(),
                List.of(
                        column("name", IndicatorType.TEXT, true, null, null),
                        column("people", IndicatorType.INTEGER, false, null, null)));
    }

    static Indicator weighted(String code, String weight) {
        return indicator(code, IndicatorType.PERCENT, Aggregation.WEIGHTED, weight, List.of(), List.of(), List.of());
    }

    static Rule rule(RuleKind kind, @Nullable String indicator, List<String> parts, @Nullable String expression) {
        return new Rule(
                "rule",
                kind,
                indicator,
                parts,
                expression,
                kind == RuleKind.COMPARED_WITH_LAST ? BigDecimal.valueOf(50) : null,
                Severity.ERROR,
                "Quy tắc",
                "Rule");
    }

    static TemplateDefinition template(Indicator... indicators) {
        return new TemplateDefinition(List.of(indicators), List.of(), List.of());
    }

    static TemplateDefinition template(List<Rule> rules, Indicator... indicators) {
        return new TemplateDefinition(
                List.of(indicators), List.of(new Section(SectionCode.RESULTS, "Kết quả", "Results", true)), rules);
    }
}
