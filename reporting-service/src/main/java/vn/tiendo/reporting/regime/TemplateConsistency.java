package vn.tiendo.reporting.regime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.TemplateDefinition.Rule;

/// What must hold inside a template before anybody can use it.
final class TemplateConsistency {

    private final TemplateDefinition template;
    private final List<FieldError> errors = new ArrayList<>();

    private TemplateConsistency(TemplateDefinition template) {
        this.template = template;
    }

    /// @return field and code of everything that is wrong
    static List<FieldError> errorsOf(TemplateDefinition template) {
        var check = new TemplateConsistency(template);
        check.unique(
                "indicators",
                template.indicators().stream().map(Indicator::code).toList());
        check.unique("rules", template.rules().stream().map(Rule::code).toList());
        check.unique(
                "sections",
                template.sections().stream().map(one -> one.section().field()).toList());
        template.indicators().forEach(check::indicator);
        template.rules().forEach(check::rule);
        if (check.errors.isEmpty() && !template.isFreeOfCircles()) {
            check.errors.add(new FieldError("indicators", "formula-in-a-circle"));
        }
        return List.copyOf(check.errors);
    }

    private void unique(String field, Collection<String> codes) {
        var seen = new HashSet<String>();
        codes.stream()
                .filter(code -> !seen.add(code))
                .forEach(code -> errors.add(new FieldError(field + "." + code, "given-twice")));
    }

    private void indicator(Indicator one) {
        var field = "indicators." + one.code();
        unique(
                field + ".breakdowns",
                one.breakdowns().stream().map(each -> each.code()).toList());
        unique(
                field + ".choices",
                one.choices().stream().map(each -> each.code()).toList());
        unique(
                field + ".columns",
                one.columns().stream().map(each -> each.code()).toList());
        require(Formula.isFree(one.code()), field, "reserved-code");
        require((one.type() == IndicatorType.CHOICE) != one.choices().isEmpty(), field, "choices-do-not-fit");
        require((one.type() == IndicatorType.TABLE) != one.columns().isEmpty(), field, "columns-do-not-fit");
        require(one.breakdowns().isEmpty() || one.type().isNumber(), field, "breakdowns-do-not-fit");
        require(one.fact() == null || one.type() == IndicatorType.INTEGER, field, "fact-does-not-fit");
        require(one.fact() == null || one.formula() == null, field, "fact-or-formula");
        require(one.min() == null || one.max() == null || one.min().compareTo(one.max()) <= 0, field, "empty-range");
        aggregation(one, field);
        if (one.formula() != null) {
            require(one.type().isNumber(), field, "formula-does-not-fit");
            expression(one.formula(), field + ".formula");
        }
    }

    private void aggregation(Indicator one, String field) {
        var fits = switch (one.aggregation()) {
            case SUM -> one.type().isAddable() || one.type() == IndicatorType.TABLE;
            case WEIGHTED -> one.type().isAveraged();
            case LATEST, NONE -> true;
        };
        require(fits, field, "aggregation-does-not-fit");
        require((one.aggregation() == Aggregation.WEIGHTED) == (one.weightedBy() != null), field, "weight-needed");
        if (one.weightedBy() != null) {
            numbers(Set.of(one.weightedBy()), field + ".weightedBy");
        }
        if (one.type() == IndicatorType.TABLE && one.aggregation() == Aggregation.SUM) {
            require(one.columns().stream().anyMatch(Column::key), field, "key-column-needed");
            one.columns().forEach(column -> column(one, column, field + ".columns." + column.code()));
        }
    }

    private void column(Indicator table, Column one, String field) {
        var fits = switch (one.rule()) {
            case SUM -> !one.key() && one.type().isAddable();
            case WEIGHTED -> !one.key() && one.type().isAveraged();
            case LATEST -> !one.key();
            case NONE -> true;
        };
        require(fits, field, "aggregation-does-not-fit");
        require((one.rule() == Aggregation.WEIGHTED) == (one.weightedBy() != null), field, "weight-needed");
        var weight = one.weightedBy();
        require(
                weight == null
                        || table.columns().stream()
                                .anyMatch(other -> other.code().equals(weight)
                                        && other != one
                                        && other.type().isNumber()),
                field,
                "unknown-column");
    }

    private void rule(Rule rule) {
        var field = "rules." + rule.code();
        switch (rule.kind()) {
            case EQUALS_SUM -> {
                require(rule.indicator() != null && !rule.parts().isEmpty(), field, "indicator-and-parts-needed");
                numbers(rule.parts(), field + ".parts");
            }
            case EXPRESSION -> {
                if (rule.expression() == null) {
                    errors.add(new FieldError(field, "expression-needed"));
                } else {
                    expression(rule.expression(), field + ".expression");
                }
            }
            case COMPARED_WITH_LAST ->
                require(
                        rule.indicator() != null && rule.maxChangePercent() != null,
                        field,
                        "indicator-and-limit-needed");
        }
        if (rule.indicator() != null) {
            numbers(Set.of(rule.indicator()), field + ".indicator");
        }
    }

    private void expression(String text, String field) {
        Formula.parse(text)
                .ifPresentOrElse(
                        formula -> numbers(formula.variables(), field),
                        () -> errors.add(new FieldError(field, "unreadable-expression")));
    }

    private void numbers(Collection<String> codes, String field) {
        for (var code : codes) {
            var known = template.indicator(code).filter(one -> one.type().isNumber());
            require(known.isPresent(), field, "unknown-indicator");
        }
    }

    private void require(boolean holds, String field, String code) {
        if (!holds) {
            errors.add(new FieldError(field, code));
        }
    }
}
