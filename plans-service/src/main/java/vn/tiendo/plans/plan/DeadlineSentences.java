package vn.tiendo.plans.plan;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.tiendo.kit.problem.Sentences;
import vn.tiendo.plans.deadline.DeadlineFault;
import vn.tiendo.plans.deadline.Occurrence.Step;

/// Says in words what was done to a deadline, in Vietnamese unless the client prefers English.
final class DeadlineSentences {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Locale locale;
    private final DateTimeFormatter days;

    private DeadlineSentences(Locale locale) {
        this.locale = locale;
        this.days = DateTimeFormatter.ofPattern(locale.equals(VIETNAMESE) ? "dd/MM/yyyy" : "d MMMM yyyy", locale);
    }

    /// @param acceptable what the client reads, best first
    static DeadlineSentences in(List<Locale> acceptable) {
        return new DeadlineSentences(acceptable.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("vi") || language.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(VIETNAMESE));
    }

    Locale language() {
        return locale;
    }

    String of(Step step) {
        var facts = new HashMap<String, Object>(step.facts());
        if (step.day() != null) {
            facts.put("day", step.day().format(days));
        }
        facts.computeIfPresent("unit", (name, unit) -> sentence("deadline.unit." + unit, Map.of()));
        return sentence("deadline.rule." + step.rule(), facts);
    }

    String of(DeadlineFault fault) {
        return sentence("deadline.fault." + fault.reason(), Map.of());
    }

    String missing() {
        return sentence("deadline.fault.MISSING", Map.of());
    }

    String contradiction() {
        return sentence("deadline.fault.CONTRADICTS", Map.of());
    }

    private String sentence(String key, Map<String, ?> facts) {
        return Sentences.of(List.of(locale), key, facts);
    }
}
