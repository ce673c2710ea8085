package vn.tiendo.registrations.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.tiendo.registrations.form.FormFixtures.definition;
import static vn.tiendo.registrations.form.FormFixtures.field;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.registrations.form.FormDifferences.Change;
import vn.tiendo.registrations.form.FormDifferences.FieldChange;

class FormRulesTest {

    @Test
    void a_form_that_contradicts_itself_says_where() {
        var definition = definition(
                field("a", "TEXT", "\"minLength\":5,\"maxLength\":4"),
                field("a", "TEXT", "\"options\":[{\"value\":\"x\",\"label\":{\"vi\":\"X\"}}]"),
                field("c", "CHOICE", ""),
                field("d", "DATE", "\"earliest\":\"2024-02-01\",\"latest\":\"2024-01-31\""),
                field(
                        "e",
                        "CHOICE",
                        "\"options\":[{\"value\":\"x\",\"label\":{\"vi\":\"X\"}},{\"value\":\"x \",\"label\":{\"vi\":\"X\"}}]"));
        assertThat(FormRules.violatedBy(definition))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple("sections[0].fields[0].maxLength", "limits-crossed"),
                        tuple("sections[0].fields[1].key", "twice"),
                        tuple("sections[0].fields[1].options", "not-of-this-type"),
                        tuple("sections[0].fields[2].options", "required"),
                        tuple("sections[0].fields[3].latest", "limits-crossed"),
                        tuple("sections[0].fields[4].options", "twice"));
    }

    @Test
    void differences_are_told_field_by_field() {
        var older = definition(field("a", "TEXT", "\"maxLength\":10"), field("b", "TEXT", ""), field("c", "DATE", ""));
        var newer = definition(
                field("c", "DATE", ""),
                field("a", "TEXT", "\"maxLength\":20,\"required\":true"),
                field("d", "NUMBER", ""));
        assertThat(FormDifferences.between(older, newer))
                .containsExactly(
                        new FieldChange("a", Change.CHANGED, List.of("required", "maxLength")),
                        new FieldChange("d", Change.ADDED, List.of()),
                        new FieldChange("b", Change.REMOVED, List.of()));
        assertThat(FormDifferences.between(older, older)).isEmpty();
    }

    @Test
    void the_schema_speaks_draft_2020_12_and_closes_the_object() {
        var schema = FormSchema.ofSubmission(definition(field("a", "TEXT", "\"required\":true,\"maxLength\":10")));
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/properties/a/maxLength").asInt()).isEqualTo(10);
        assertThat(schema.path("required").get(0).asText()).isEqualTo("a");
        assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
    }
}
