package vn.tiendo.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sentences of the message bundles for what is no problem of its own: row outcomes, steps of an explanation.
public final class Sentences {

    private Sentences() {}

    /// @param acceptable languages that the client asks for, best first; Vietnamese unless it prefers English
    /// @param key a key of the bundles
    /// @param arguments values of the placeholders by name
    /// @return the sentence, or the key itself where the bundles have none
    public static String of(List<Locale> acceptable, String key, Map<String, ?> arguments) {
        return Messages.find(Messages.preferred(acceptable), key, arguments).orElse(key);
    }
}
