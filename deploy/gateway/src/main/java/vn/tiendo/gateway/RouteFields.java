package vn.tiendo.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One mapping of a route file, read field by field. What nobody asked for is refused by [#refuseOthers()]: a field
/// that a cluster obeys and this gateway ignores would make the two differ silently.
final class RouteFields {

    private final String file;
    private final String path;
    private final Map<?, ?> values;
    private final Set<String> asked = new HashSet<>();

    RouteFields(String file, String path, @Nullable Object value) {
        this.file = file;
        this.path = path;
        if (!(value instanceof Map<?, ?> mapping)) {
            throw refuse("", "must be a mapping");
        }
        this.values = mapping;
    }

    String text(String field) {
        if (!(ask(field) instanceof String text) || text.isBlank()) {
            throw refuse(field, "must be a text");
        }
        return text;
    }

    /// Fields that may take one value only, because nothing else is implemented here.
    void expect(String field, Object only) {
        var value = ask(field);
        if (!only.equals(value)) {
            throw refuse(field, "is %s, but only %s is implemented by this gateway".formatted(value, only));
        }
    }

    int number(String field) {
        if (!(ask(field) instanceof Integer number)) {
            throw refuse(field, "must be a number");
        }
        return number;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    RouteFields mapping(String field) {
        return new RouteFields(file, pathOf(field), ask(field));
    }

    List<RouteFields> mappings(String field) {
        if (!(ask(field) instanceof List<?> list) || list.isEmpty()) {
            throw refuse(field, "must be a list with at least one entry");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new RouteFields(file, "%s[%d]".formatted(pathOf(field), i), list.get(i)))
                .toList();
    }

    RouteFields only(String field) {
        var entries = mappings(field);
        if (entries.size() > 1) {
            throw refuse(
                    field, "has %d entries, but only one is implemented by this gateway".formatted(entries.size()));
        }
        return entries.getFirst();
    }

    /// Labels and the like: without effect on routing, in a cluster as here.
    void ignore(String field) {
        asked.add(field);
    }

    void refuseOthers() {
        for (var field : values.keySet()) {
            if (!asked.contains(String.valueOf(field))) {
                throw refuse(String.valueOf(field), "is not implemented by this gateway");
            }
        }
    }

    InvalidRouteFile refuse(String field, String reason) {
        return new InvalidRouteFile(file, pathOf(field), reason);
    }

    private @Nullable Object ask(String field) {
        asked.add(field);
        return values.get(field);
    }

    private String pathOf(String field) {
        if (path.isEmpty()) {
            return field.isEmpty() ? "the document" : field;
        }
        return field.isEmpty() ? path : path + "." + field;
    }
}
