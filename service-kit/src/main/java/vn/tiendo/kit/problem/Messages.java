package vn.tiendo.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences for problem codes, Vietnamese unless the client prefers English.
///
/// Each service has `messages_vi.properties` and `messages_en.properties` with `<code>` (the detail) and
/// `<code>.title`;
/// the kit has its own pair for what all services share.
final class Messages {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);
    private static final List<String> BUNDLES = List.of("messages", "kit_messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    static Locale preferred(List<Locale> acceptable) {
        return acceptable.stream()
                .flatMap(wanted ->
                        SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(VIETNAMESE);
    }

    static Optional<String> find(Locale locale, String key, Map<String, ?> arguments) {
        return BUNDLES.stream()
                .flatMap(bundle -> lookUp(bundle, locale, key).stream())
                .findFirst()
                .map(pattern -> fill(pattern, arguments));
    }

    private static Optional<String> lookUp(String bundle, Locale locale, String key) {
        try {
            var found = ResourceBundle.getBundle(
                    bundle, locale, Thread.currentThread().getContextClassLoader(), EXACT);
            return found.containsKey(key) ? Optional.of(found.getString(key)) : Optional.empty();
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }

    private static String fill(String pattern, Map<String, ?> arguments) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(
                        arguments.containsKey(found.group(1)) ? String.valueOf(arguments.get(found.group(1))) : "–"));
    }
}
