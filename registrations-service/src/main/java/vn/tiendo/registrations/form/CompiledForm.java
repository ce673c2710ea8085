package vn.tiendo.registrations.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.registrations.form.FormDefinition.Field;

/// A version of a form, ready to judge content. It never changes, so that it is made once and kept.
public final class CompiledForm {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig SETTINGS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private final UUID id;
    private final FormDefinition definition;
    private final JsonSchema draft;
    private final JsonSchema submission;
    private final List<Field> fields;
    private final List<Field> bounded;

    CompiledForm(UUID id, FormDefinition definition) {
        this.id = id;
        this.definition = definition;
        this.draft = compile(FormSchema.ofDraft(definition));
        this.submission = compile(FormSchema.ofSubmission(definition));
        this.fields = definition.fields().toList();
        this.bounded = fields.stream()
                .filter(field -> field.type() == FieldType.DATE && (field.earliest() != null || field.latest() != null))
                .toList();
    }

    private static JsonSchema compile(ObjectNode schema) {
        var compiled = FACTORY.getSchema(schema, SETTINGS);
        compiled.initializeValidators();
        return compiled;
    }

    public UUID id() {
        return id;
    }

    FormDefinition definition() {
        return definition;
    }

    /// What cannot even be a draft: unknown fields, wrong kinds of values, too much.
    ///
    /// @param content as [FormContent#normal] leaves it
    /// @return one entry per fault, named from `content.` on; empty when there is none
    public List<FieldError> faults(ObjectNode content) {
        var faults = new ArrayList<>(errors(draft.validate(content)));
        faults.addAll(namedTwice(content));
        return faults;
    }

    /// What a member promises is followed up and assessed by its name.
    private List<FieldError> namedTwice(ObjectNode content) {
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (var field : fields) {
            var commitments = field.type() == FieldType.COMMITMENTS ? content.path(field.key()) : NOTHING;
            for (int i = 0; i < commitments.size(); i++) {
                var name = commitments.path(i).path("id");
                if (name.isTextual() && !seen.add(name.asText())) {
                    errors.add(error("%s[%d].id".formatted(field.key(), i), "twice", Map.of()));
                }
            }
        }
        return errors;
    }

    /// What is still wanting before it can be submitted.
    public List<FieldError> wanting(ObjectNode content) {
        var errors = new ArrayList<>(errors(submission.validate(content)));
        for (var field : bounded) {
            outOfBounds(field, content.get(field.key())).ifPresent(errors::add);
        }
        return errors;
    }

    /// The things promised, by their names: each commitment; where there is none, each text that was written; where
    /// nothing was written either, each answer that was chosen.
    public List<String> items(ObjectNode content) {
        var commitments = new ArrayList<String>();
        var texts = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (var field : fields) {
            var value = content.get(field.key());
            if (value == null) {
                continue;
            }
            answers.add(field.key());
            if (field.type() == FieldType.COMMITMENTS) {
                value.forEach(each -> commitments.add(each.path("id").asText()));
            } else if (field.type() == FieldType.TEXT) {
                texts.add(field.key());
            }
        }
        return Stream.of(commitments, texts, answers)
                .filter(items -> !items.isEmpty())
                .findFirst()
                .orElse(answers);
    }

    /// Names of the fields that this form knows, in their order.
    public List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    boolean isList(String key, FieldType type) {
        return fields.stream().anyMatch(field -> field.key().equals(key) && field.type() == type);
    }

    private static Optional<FieldError> outOfBounds(Field field, @Nullable JsonNode value) {
        if (value == null || !value.isTextual()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(value.asText());
            if (field.earliest() != null && day.isBefore(field.earliest())) {
                return Optional.of(error(field.key(), "too-early", Map.of("limit", field.earliest())));
            }
            if (field.latest() != null && day.isAfter(field.latest())) {
                return Optional.of(error(field.key(), "too-late", Map.of("limit", field.latest())));
            }
            return Optional.empty();
        } catch (DateTimeParseException tellsTheSchema) {
            return Optional.empty();
        }
    }

    private static List<FieldError> errors(Set<ValidationMessage> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return messages.stream()
                .flatMap(CompiledForm::error)
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    private static Stream<FieldError> error(ValidationMessage message) {
        var at = new StringBuilder();
        var path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            var step = path.getElement(i);
            if (step instanceof Integer index) {
                at.append('[').append(index).append(']');
            } else {
                at.append(i == 0 ? "" : ".").append(step);
            }
        }
        var property = message.getProperty();
        if (property != null) {
            at.append(at.isEmpty() ? "" : ".").append(property);
        }
        var arguments = message.getArguments();
        Map<String, ?> limit =
                arguments == null || arguments.length == 0 ? Map.of() : Map.of("limit", String.valueOf(arguments[0]));
        return Stream.of(error(at.toString(), word(message.getType()), limit));
    }

    private static FieldError error(String at, String word, Map<String, ?> arguments) {
        return new FieldError("content" + (at.isEmpty() ? "" : ".") + at, word, arguments);
    }

    private static String word(String keyword) {
        return switch (keyword) {
            case "required" -> "required";
            case "additionalProperties" -> "unknown-property";
            case "type" -> "wrong-type";
            case "enum" -> "not-an-option";
            case "format" -> "not-a-date";
            case "maxLength" -> "too-long";
            case "minLength" -> "too-short";
            case "maximum" -> "too-large";
            case "minimum" -> "too-small";
            case "maxItems" -> "too-many";
            case "minItems" -> "too-few";
            case "uniqueItems" -> "twice";
            default -> "unreadable";
        };
    }
}
