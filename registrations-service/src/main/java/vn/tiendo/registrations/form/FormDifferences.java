package vn.tiendo.registrations.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.registrations.form.FormDefinition.Field;

/// What one version of a form asks for that another does not, field by field.
public final class FormDifferences {

    private FormDifferences() {}

    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// @param changed names of the properties of the field that differ; empty when it was added or removed
    public record FieldChange(String field, Change change, List<String> changed) {}

    /// In the order of the newer version, removed fields last.
    static List<FieldChange> between(FormDefinition older, FormDefinition newer) {
        var before = byKey(older);
        var after = byKey(newer);
        var changes = new ArrayList<FieldChange>();
        after.forEach((key, field) -> {
            var known = before.get(key);
            if (known == null) {
                changes.add(new FieldChange(key, Change.ADDED, List.of()));
            } else {
                var changed = changed(known, field);
                if (!changed.isEmpty()) {
                    changes.add(new FieldChange(key, Change.CHANGED, changed));
                }
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> changes.add(new FieldChange(key, Change.REMOVED, List.of())));
        return changes;
    }

    private static Map<String, Field> byKey(FormDefinition definition) {
        return definition
                .fields()
                .collect(
                        Collectors.toMap(Field::key, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }

    private static List<String> changed(Field before, Field after) {
        var properties = new LinkedHashMap<String, Function<Field, Object>>();
        properties.put("type", Field::type);
        properties.put("label", Field::label);
        properties.put("help", Field::help);
        properties.put("required", Field::required);
        properties.put("minLength", Field::minLength);
        properties.put("maxLength", Field::maxLength);
        properties.put("minimum", Field::minimum);
        properties.put("maximum", Field::maximum);
        properties.put("earliest", Field::earliest);
        properties.put("latest", Field::latest);
        properties.put("options", Field::options);
        properties.put("minItems", Field::minItems);
        properties.put("maxItems", Field::maxItems);
        return properties.entrySet().stream()
                .filter(property -> !Objects.equals(
                        property.getValue().apply(before), property.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
