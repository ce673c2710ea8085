package vn.tiendo.registrations.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Objects;
import vn.tiendo.registrations.form.FormDefinition.Field;

/// The JSON Schema (2020-12) of the content that a form describes.
final class FormSchema {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final int LONGEST = 10_000;
    private static final int LONGEST_COMMITMENT = 2_000;
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_NUMBER = 15;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormSchema() {}

    /// What a draft must keep to: the kinds of values and their upper limits. It may lack anything.
    static ObjectNode ofDraft(FormDefinition definition) {
        return schema(definition, false);
    }

    /// What is submitted must be complete too.
    static ObjectNode ofSubmission(FormDefinition definition) {
        return schema(definition, true);
    }

    private static ObjectNode schema(FormDefinition definition, boolean complete) {
        var schema = JSON.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        definition.fields().forEach(field -> properties.set(field.key(), property(field, complete)));
        if (complete) {
            var required = schema.putArray("required");
            definition.fields().filter(Field::required).map(Field::key).forEach(required::add);
        }
        return schema;
    }

    private static ObjectNode property(Field field, boolean complete) {
        var property = switch (field.type()) {
            case TEXT -> text(field, complete);
            case NUMBER -> number(field, complete);
            case DATE -> date();
            case CHOICE -> choice(field);
            case MULTI_CHOICE -> list(field, complete, choice(field)).put("uniqueItems", true);
            case COMMITMENTS -> list(field, complete, commitment(field, complete));
        };
        property.put("title", field.label().vi());
        var help = field.help();
        if (help != null) {
            property.put("description", help.vi());
        }
        return property;
    }

    private static ObjectNode text(Field field, boolean complete) {
        var text = typed("string").put("maxLength", Objects.requireNonNullElse(field.maxLength(), LONGEST));
        if (complete && field.minLength() != null) {
            text.put("minLength", field.minLength());
        }
        return text;
    }

    private static ObjectNode number(Field field, boolean complete) {
        var bound = BigDecimal.TEN.pow(LONGEST_NUMBER);
        var number = typed("number")
                .put("maximum", Objects.requireNonNullElse(field.maximum(), bound))
                .put("minimum", bound.negate());
        if (complete && field.minimum() != null) {
            number.put("minimum", field.minimum());
        }
        return number;
    }

    /// The bounds of a date are no words of JSON Schema; [CompiledForm] compares them.
    private static ObjectNode date() {
        return typed("string").put("format", "date");
    }

    private static ObjectNode choice(Field field) {
        var choice = typed("string");
        var values = choice.putArray("enum");
        Objects.requireNonNull(field.options(), "a choice has options").forEach(option -> values.add(option.value()));
        return choice;
    }

    private static ObjectNode list(Field field, boolean complete, ObjectNode item) {
        var list = typed("array").put("maxItems", Objects.requireNonNullElse(field.maxItems(), MOST_ITEMS));
        if (complete && (field.required() || field.minItems() != null)) {
            list.put("minItems", Objects.requireNonNullElse(field.minItems(), 1));
        }
        list.set("items", item);
        return list;
    }

    private static ObjectNode commitment(Field field, boolean complete) {
        var commitment = typed("object").put("additionalProperties", false);
        var properties = commitment.putObject("properties");
        properties.set("id", typed("string").put("pattern", "^[A-Za-z0-9-]{1,36}$"));
        properties.set(
                "text",
                typed("string").put("maxLength", Objects.requireNonNullElse(field.maxLength(), LONGEST_COMMITMENT)));
        properties.set("measure", typed("string").put("maxLength", LONGEST_COMMITMENT));
        properties.set("dueOn", date());
        if (complete) {
            commitment.putArray("required").add("text");
        }
        return commitment;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
