package vn.tiendo.reporting.regime;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An expression over indicators that administrators write and the server reckons: four operations, comparisons, `&&`,
/// `||`, and ABS, IF, MIN, MAX, ROUND. Nothing that could take long, reach out or remember: no powers, factorials,
/// texts, dates or random numbers.
final class Formula {

    private static final ExpressionConfiguration SAFE = ExpressionConfiguration.builder()
            .mathContext(new MathContext(34, RoundingMode.HALF_UP))
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("ABS", new AbsFunction()),
                    Map.entry("IF", new IfFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("ROUND", new RoundFunction())))
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("-", new PrefixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("=", new InfixEqualsOperator()),
                    Map.entry("==", new InfixEqualsOperator()),
                    Map.entry("!=", new InfixNotEqualsOperator()),
                    Map.entry(">", new InfixGreaterOperator()),
                    Map.entry(">=", new InfixGreaterEqualsOperator()),
                    Map.entry("<", new InfixLessOperator()),
                    Map.entry("<=", new InfixLessEqualsOperator()),
                    Map.entry("&&", new InfixAndOperator()),
                    Map.entry("||", new InfixOrOperator()),
                    Map.entry("!", new PrefixNotOperator())))
            .build();

    private final Expression expression;
    private final Set<String> variables;

    private Formula(Expression expression, Set<String> variables) {
        this.expression = expression;
        this.variables = variables;
    }

    /// Nothing when the text is no expression of this language.
    static Optional<Formula> parse(String text) {
        try {
            var expression = new Expression(text, SAFE);
            expression.validate();
            return Optional.of(new Formula(
                    expression,
                    expression.getUsedVariables().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet())));
        } catch (ParseException notOfThisLanguage) {
            return Optional.empty();
        }
    }

    /// Whether an indicator may have this code: formulas take some words for constants.
    static boolean isFree(String code) {
        return parse(code).filter(formula -> formula.variables().contains(code)).isPresent();
    }

    /// The indicators that it is made of.
    Set<String> variables() {
        return variables;
    }

    /// Nothing when one of its values is missing, or when it has no number, as with a division by zero.
    Optional<BigDecimal> number(Map<String, BigDecimal> values, int scale) {
        return evaluate(values)
                .filter(EvaluationValue::isNumberValue)
                .map(result -> result.getNumberValue().setScale(scale, RoundingMode.HALF_UP));
    }

    /// Nothing when one of its values is missing, or when it says neither yes nor no.
    Optional<Boolean> holds(Map<String, BigDecimal> values) {
        return evaluate(values).filter(EvaluationValue::isBooleanValue).map(EvaluationValue::getBooleanValue);
    }

    private Optional<EvaluationValue> evaluate(Map<String, BigDecimal> values) {
        if (!values.keySet().containsAll(variables)) {
            return Optional.empty();
        }
        try {
            var copy = expression.copy();
            for (var name : variables) {
                copy.with(name, values.get(name));
            }
            return Optional.of(copy.evaluate());
        } catch (EvaluationException | ParseException undefined) {
            return Optional.empty();
        }
    }
}
