package vn.tiendo.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.reporting.regime.TemplateFixtures.addedUp;
import static vn.tiendo.reporting.regime.TemplateFixtures.choice;
import static vn.tiendo.reporting.regime.TemplateFixtures.column;
import static vn.tiendo.reporting.regime.TemplateFixtures.formula;
import static vn.tiendo.reporting.regime.TemplateFixtures.indicator;
import static vn.tiendo.reporting.regime.TemplateFixtures.number;
import static vn.tiendo.reporting.regime.TemplateFixtures.rule;
import static vn.tiendo.reporting.regime.TemplateFixtures.template;
import static vn.tiendo.reporting.regime.TemplateFixtures.weighted;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.reporting.regime.TemplateDefinition.RuleKind;

class TemplateTest {

    private static List<String> wrong(TemplateDefinition template) {
        return TemplateConsistency.errorsOf(template).stream()
                .map(error -> error.field() + " " + error.message())
                .toList();
    }

    @Test
    void what_holds_together_is_accepted() {
        assertThat(wrong(template(
                        List.of(rule(RuleKind.EXPRESSION, null, List.of(), "done <= owed")),
                        number("owed", IndicatorType.INTEGER),
                        number("done", IndicatorType.INTEGER),
                        weighted("share", "owed"),
                        formula("rate", IndicatorType.PERCENT, "done / owed * 100"),
                        choice("grade", "GOOD"))))
                .isEmpty();
    }

    @Test
    void the_columns_of_a_table_that_is_added_up_have_a_key_and_rules_that_fit() {
        var name = column("name", IndicatorType.TEXT, true, null, null);
        var people = column("people", IndicatorType.INTEGER, false, null, null);
        var share = column("share", IndicatorType.PERCENT, false, Aggregation.WEIGHTED, "people");
        assertThat(wrong(template(addedUp("t", name, people, share)))).isEmpty();
        assertThat(wrong(template(addedUp("t", people)))).containsExactly("indicators.t key-column-needed");
        assertThat(wrong(template(
                        addedUp("t", name, column("share", IndicatorType.PERCENT, false, Aggregation.SUM, null)))))
                .containsExactly("indicators.t.columns.share aggregation-does-not-fit");
        assertThat(wrong(template(
                        addedUp("t", name, column("share", IndicatorType.PERCENT, false, Aggregation.WEIGHTED, null)))))
                .containsExactly("indicators.t.columns.share weight-needed");
        assertThat(wrong(template(addedUp(
                        "t", name, column("share", IndicatorType.PERCENT, false, Aggregation.WEIGHTED, "name")))))
                .containsExactly("indicators.t.columns.share unknown-column");
    }

    @Test
    void each_thing_that_does_not_hold_together_is_named() {
        assertThat(wrong(template(number("a", IndicatorType.INTEGER), number("a", IndicatorType.INTEGER))))
                .containsExactly("indicators.a given-twice");
        assertThat(wrong(template(formula("a", IndicatorType.DECIMAL, "b + 1"))))
                .containsExactly("indicators.a.formula unknown-indicator");
        assertThat(wrong(template(formula("a", IndicatorType.DECIMAL, "1 +"))))
                .containsExactly("indicators.a.formula unreadable-expression");
        assertThat(wrong(template(formula("a", IndicatorType.DECIMAL, "b"), formula("b", IndicatorType.DECIMAL, "a"))))
                .containsExactly("indicators formula-in-a-circle");
        assertThat(wrong(template(formula("a", IndicatorType.DECIMAL, "a + 1"))))
                .containsExactly("indicators formula-in-a-circle");
        assertThat(wrong(template(number("pi", IndicatorType.INTEGER)))).containsExactly("indicators.pi reserved-code");
        assertThat(wrong(template(choice("a")))).containsExactly("indicators.a choices-do-not-fit");
        assertThat(wrong(template(indicator("a", IndicatorType.PERCENT, Aggregation.SUM, null, false))))
                .containsExactly("indicators.a aggregation-does-not-fit");
        assertThat(wrong(template(indicator("a", IndicatorType.PERCENT, Aggregation.WEIGHTED, null, false))))
                .containsExactly("indicators.a weight-needed");
        assertThat(wrong(template(weighted("a", "b")))).containsExactly("indicators.a.weightedBy unknown-indicator");
        assertThat(wrong(template(List.of(rule(RuleKind.EQUALS_SUM, null, List.of(), null)))))
                .containsExactly("rules.rule indicator-and-parts-needed");
        assertThat(wrong(template(List.of(rule(RuleKind.EXPRESSION, null, List.of(), null)))))
                .containsExactly("rules.rule expression-needed");
    }

    @Test
    void the_templates_that_come_with_the_system_hold_together() throws IOException {
        var script = Files.readString(Path.of("src/main/resources/db/migration/V0023__ship_report_templates.sql"));
        var shipped = Pattern.compile("\\('(\\w+)', '(\\{.*?\\})'\\)[,;]", Pattern.DOTALL)
                .matcher(script);
        var names = new ArrayList<String>();
        while (shipped.find()) {
            names.add(shipped.group(1));
            var template = new ObjectMapper().readValue(shipped.group(2).replace("''", "'"), TemplateDefinition.class);
            assertThat(TemplateConsistency.errorsOf(template))
                    .as(shipped.group(1))
                    .isEqualTo(List.<FieldError>of());
            assertThat(template.sections())
                    .extracting(section -> section.section().field())
                    .contains("results");
        }
        assertThat(names).containsExactly("result", "periodic", "annual", "review", "exempt", "incident");
    }
}
