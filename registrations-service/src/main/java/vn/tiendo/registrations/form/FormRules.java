package vn.tiendo.registrations.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.registrations.form.FormDefinition.Field;
import vn.tiendo.registrations.form.FormDefinition.Option;

/// What the parts of a form must not contradict one another in.
final class FormRules {

    private static final int MOST_FIELDS = 60;

    private FormRules() {}

    static List<FieldError> violatedBy(FormDefinition definition) {
        var errors = new ArrayList<FieldError>();
        var sections = new HashSet<String>();
        var fields = new HashSet<String>();
        for (int i = 0; i < definition.sections().size(); i++) {
            var section = definition.sections().get(i);
            var at = "sections[" + i + "]";
            if (!sections.add(section.key())) {
                errors.add(new FieldError(at + ".key", "twice"));
            }
            for (int j = 0; j < section.fields().size(); j++) {
                var field = section.fields().get(j);
                var of = at + ".fields[" + j + "]";
                if (!fields.add(field.key())) {
                    errors.add(new FieldError(of + ".key", "twice"));
                }
                check(field, of, errors);
            }
        }
        if (fields.size() > MOST_FIELDS) {
            errors.add(new FieldError("sections", "too-many", Map.of("limit", MOST_FIELDS)));
        }
        return errors;
    }

    private static void check(Field field, String at, List<FieldError> errors) {
        var choice = field.type() == FieldType.CHOICE || field.type() == FieldType.MULTI_CHOICE;
        var options = field.options() == null ? List.<Option>of() : field.options();
        if (choice && options.isEmpty()) {
            errors.add(new FieldError(at + ".options", "required"));
        }
        if (!choice && !options.isEmpty()) {
            errors.add(new FieldError(at + ".options", "not-of-this-type"));
        }
        if (options.stream().map(Option::value).distinct().count() != options.size()) {
            errors.add(new FieldError(at + ".options", "twice"));
        }
        crossed(field.minLength(), field.maxLength(), at + ".maxLength", errors);
        crossed(field.minimum(), field.maximum(), at + ".maximum", errors);
        crossed(field.minItems(), field.maxItems(), at + ".maxItems", errors);
        if (field.earliest() != null && field.latest() != null && field.latest().isBefore(field.earliest())) {
            errors.add(new FieldError(at + ".latest", "limits-crossed"));
        }
    }

    private static <T extends Comparable<T>> void crossed(
            @Nullable T least, @Nullable T most, String at, List<FieldError> errors) {
        if (least != null && most != null && most.compareTo(least) < 0) {
            errors.add(new FieldError(at, "limits-crossed"));
        }
    }
}
