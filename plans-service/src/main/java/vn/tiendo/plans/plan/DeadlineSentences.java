package vn.tiendo.plans.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineFault;
import vn.tiendo.plans.deadline.Occurrence.Step;

/// Says in words what was done to a deadline, in Vietnamese unless the client prefers English.
final class DeadlineSentences {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;
    private final DateTimeFormatter days;

    private DeadlineSentences(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "messages", locale, Thread.currentThread().getContextClassLoader(), EXACT);
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
        var known = step.facts();
        var unit = known.get("unit");
        return filled(
                words.getString("deadline.rule." + step.rule()),
                step.day(),
                unit == null ? known : with(known, "unit", words.getString("deadline.unit." + unit)));
    }

    String of(DeadlineFault fault) {
        return words.getString("deadline.fault." + fault.reason());
    }

    String missing() {
        return words.getString("deadline.fault.MISSING");
    }

    String contradiction() {
        return words.getString("deadline.fault.CONTRADICTS");
    }

    private static Map<String, String> with(Map<String, String> known, String name, String value) {
        var all = new HashMap<>(known);
        all.put(name, value);
        return all;
    }

    private String filled(String sentence, @Nullable LocalDate day, Map<String, String> facts) {
        return PLACEHOLDER
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("day") && day != null
                                ? day.format(days)
                                : facts.getOrDefault(found.group(1), "–")));
    }
}
