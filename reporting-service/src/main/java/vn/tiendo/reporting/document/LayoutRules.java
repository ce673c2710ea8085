package vn.tiendo.reporting.document;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The rules on documents that the renderer knows; a new rule is a new entry in the file, an old paper keeps its look.
final class LayoutRules {

    private static final List<LayoutRule> ALL = read();

    private LayoutRules() {}

    static List<LayoutRule> all() {
        return ALL;
    }

    /// Before the first rule that is known, the first one.
    static LayoutRule inForce(Form form, LocalDate day) {
        var ofForm = ALL.stream().filter(rule -> rule.form() == form).toList();
        return ofForm.stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .reduce((older, newer) -> newer)
                .orElseGet(ofForm::getFirst);
    }

    private static List<LayoutRule> read() {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        try (var file = Objects.requireNonNull(LayoutRules.class.getResourceAsStream("/document/layout-rules.json"))) {
            return json.readValue(file, new TypeReference<List<LayoutRule>>() {}).stream()
                    .sorted(Comparator.comparing(LayoutRule::validFrom))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
