package vn.tiendo.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.reporting.regime.TemplateFixtures.broken;
import static vn.tiendo.reporting.regime.TemplateFixtures.choice;
import static vn.tiendo.reporting.regime.TemplateFixtures.formula;
import static vn.tiendo.reporting.regime.TemplateFixtures.number;
import static vn.tiendo.reporting.regime.TemplateFixtures.ranged;
import static vn.tiendo.reporting.regime.TemplateFixtures.required;
import static vn.tiendo.reporting.regime.TemplateFixtures.rule;
import static vn.tiendo.reporting.regime.TemplateFixtures.table;
import static vn.tiendo.reporting.regime.TemplateFixtures.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.regime.TemplateDefinition.RuleKind;

class DraftCheckTest {

    private static final Set<SectionCode> WRITTEN = Set.of(SectionCode.RESULTS);

    private static Map<Cell, Value> figures(Object... codesAndNumbers) {
        var values = new TreeMap<Cell, Value>();
        for (int i = 0; i < codesAndNumbers.length; i += 2) {
            values.put(Cell.of((String) codesAndNumbers[i]), Value.of((Integer) codesAndNumbers[i + 1]));
        }
        return values;
    }

    private static List<String> found(TemplateDefinition template, Map<Cell, Value> values, Map<Cell, Value> last) {
        return new DraftCheck(template)
                .findings(values, WRITTEN, last).stream()
                        .map(finding -> finding.severity() + " " + finding.code() + " " + finding.field())
                        .toList();
    }

    @Test
    void what_is_required_is_missed() {
        var template = template(List.of(), required("owed"));
        assertThat(found(template, Map.of(), Map.of())).containsExactly("ERROR figure-required owed");
        assertThat(new DraftCheck(template).findings(figures("owed", 1), Set.of(), Map.of()))
                .extracting(Finding::code)
                .containsExactly("section-required");
        assertThat(found(template, figures("owed", 0), Map.of())).isEmpty();
    }

    @Test
    void ranges_hold_at_their_ends() {
        var template = template(ranged("owed", 0, 10));
        assertThat(found(template, figures("owed", 0), Map.of())).isEmpty();
        assertThat(found(template, figures("owed", 10), Map.of())).isEmpty();
        assertThat(found(template, figures("owed", -1), Map.of())).containsExactly("ERROR figure-too-small owed");
        assertThat(found(template, figures("owed", 11), Map.of())).containsExactly("ERROR figure-too-large owed");
    }

    @Test
    void this_equals_the_sum_of_those_unless_one_is_missing() {
        var template = template(
                List.of(rule(RuleKind.EQUALS_SUM, "all", List.of("men", "women"), null)),
                number("all", IndicatorType.INTEGER),
                number("men", IndicatorType.INTEGER),
                number("women", IndicatorType.INTEGER));
        assertThat(found(template, figures("all", 5, "men", 2, "women", 3), Map.of()))
                .isEmpty();
        assertThat(found(template, figures("all", 6, "men", 2, "women", 3), Map.of()))
                .containsExactly("ERROR rule-broken all");
        assertThat(found(template, figures("all", 6, "men", 2), Map.of())).isEmpty();
    }

    @Test
    void expressions_tie_figures_together() {
        var template = template(
                List.of(rule(RuleKind.EXPRESSION, null, List.of(), "done <= owed")),
                number("owed", IndicatorType.INTEGER),
                number("done", IndicatorType.INTEGER));
        assertThat(found(template, figures("owed", 5, "done", 5), Map.of())).isEmpty();
        assertThat(found(template, figures("owed", 5, "done", 6), Map.of())).containsExactly("ERROR rule-broken rule");
        assertThat(found(template, figures("done", 6), Map.of())).isEmpty();
    }

    @Test
    void the_last_period_is_compared() {
        var template = template(
                List.of(rule(RuleKind.COMPARED_WITH_LAST, "owed", List.of(), null)),
                number("owed", IndicatorType.INTEGER));
        assertThat(found(template, figures("owed", 150), figures("owed", 100))).isEmpty();
        assertThat(found(template, figures("owed", 151), figures("owed", 100)))
                .containsExactly("ERROR differs-from-last owed");
        assertThat(found(template, figures("owed", 49), figures("owed", 100)))
                .containsExactly("ERROR differs-from-last owed");
        assertThat(found(template, figures("owed", 151), Map.of())).isEmpty();
        assertThat(found(template, figures("owed", 1), figures("owed", 0)))
                .containsExactly("ERROR differs-from-last owed");
    }

    @Test
    void values_fit_their_type() {
        var check = new DraftCheck(template(
                number("whole", IndicatorType.INTEGER),
                number("share", IndicatorType.PERCENT),
                choice("grade", "GOOD", "BAD"),
                table("models"),
                broken("people", "MEN", "WOMEN")));
        assertThat(misfit(check, "whole", Value.of(new BigDecimal("1.5")))).contains("whole-number-needed");
        assertThat(misfit(check, "whole", Value.of(new BigDecimal("2.000")))).isEmpty();
        assertThat(misfit(check, "whole", new Value(null, "two", null))).contains("whole-number-needed");
        assertThat(misfit(check, "share", new Value(null, "x", null))).contains("number-needed");
        assertThat(misfit(check, "share", Value.of(new BigDecimal("33.33")))).isEmpty();
        assertThat(misfit(check, "grade", new Value(null, "UGLY", null))).contains("choice-needed");
        assertThat(misfit(check, "grade", new Value(null, "GOOD", null))).isEmpty();
        assertThat(misfit(check, "models", new Value(null, null, List.of(List.of("a", "1")))))
                .isEmpty();
        assertThat(misfit(check, "models", new Value(null, null, List.of(List.of("a")))))
                .contains("wrong-number-of-columns");
        assertThat(misfit(check, "models", new Value(null, null, List.of(List.of("a", "b")))))
                .contains("number-needed");
        assertThat(check.misfit(new Cell("people", "CHILDREN"), Value.of(1))).contains("unknown-breakdown");
        assertThat(check.misfit(new Cell("people", "MEN"), Value.of(1))).isEmpty();
        assertThat(misfit(check, "of_another_template", new Value(null, "anything", null)))
                .isEmpty();
    }

    private static Optional<String> misfit(DraftCheck check, String code, Value value) {
        return check.misfit(Cell.of(code), value);
    }

    @Property
    void parts_make_the_whole_or_are_named(
            @ForAll @IntRange(max = 1_000) int men,
            @ForAll @IntRange(max = 1_000) int women,
            @ForAll @IntRange(max = 3) int off) {
        var values = new TreeMap<Cell, Value>();
        values.put(Cell.of("people"), Value.of(men + women + off));
        values.put(new Cell("people", "MEN"), Value.of(men));
        values.put(new Cell("people", "WOMEN"), Value.of(women));
        assertThat(found(template(broken("people", "MEN", "WOMEN")), values, Map.of()))
                .isEqualTo(off == 0 ? List.of() : List.of("ERROR breakdown-differs people"));
    }

    @Test
    void formulas_follow_one_another_and_what_cannot_be_reckoned_is_said() {
        var template = template(
                formula("twice", IndicatorType.DECIMAL, "share * 2"),
                formula("share", IndicatorType.PERCENT, "done / owed * 100"),
                number("owed", IndicatorType.INTEGER),
                number("done", IndicatorType.INTEGER));
        var reckoned = new DraftCheck(template).reckon(figures("owed", 3, "done", 1));
        assertThat(reckoned.get(Cell.of("share"))).contains(new BigDecimal("33.33"));
        assertThat(reckoned.get(Cell.of("twice"))).contains(new BigDecimal("66.6600"));
        assertThat(new DraftCheck(template)
                        .reckon(figures("owed", 0, "done", 0))
                        .get(Cell.of("share")))
                .isEmpty();
        assertThat(found(template, figures("owed", 0, "done", 0), Map.of()))
                .containsExactly("WARNING formula-undefined share");
        assertThat(found(template, Map.of(), Map.of())).isEmpty();
    }

    @Test
    void figures_of_another_template_are_kept_and_named() {
        assertThat(found(template(required("owed")), figures("owed", 1, "gone", 2), Map.of()))
                .containsExactly("WARNING not-in-template gone");
    }

    @Property
    void judging_never_fails_whatever_stands_in_the_cells(
            @ForAll @Size(max = 6) List<@IntRange(min = -5, max = 5) Integer> numbers, @ForAll String text) {
        var template = template(
                List.of(rule(RuleKind.EXPRESSION, null, List.of(), "a / b > c")),
                number("a", IndicatorType.INTEGER),
                number("b", IndicatorType.DECIMAL),
                formula("c", IndicatorType.PERCENT, "a / b"),
                choice("d", "X"),
                table("e"));
        var values = new TreeMap<Cell, Value>();
        var codes = List.of("a", "b", "c", "d", "e", "f");
        for (int i = 0; i < numbers.size(); i++) {
            values.put(Cell.of(codes.get(i)), i % 2 == 0 ? Value.of(numbers.get(i)) : new Value(null, text, null));
        }
        new DraftCheck(template).reckon(values);
        assertThat(new DraftCheck(template).findings(values, WRITTEN, values)).isNotNull();
    }
}
