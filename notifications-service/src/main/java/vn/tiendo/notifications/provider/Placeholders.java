package vn.tiendo.notifications.provider;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parameters that stand in a text, in braces.
final class Placeholders {

    static final Pattern NAMED = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]{0,39})\\}");

    private Placeholders() {}

    static Set<String> in(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
