package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.registration.HistoryApi.FieldDifference;
import vn.tiendo.registrations.registration.HistoryApi.Kind;
import vn.tiendo.registrations.registration.TextDifferences.Item;

/// What differs between two versions of a content, field by field and word by word, as a person reads it.
final class ContentDifferences {

    private ContentDifferences() {}

    /// @param order names of the fields as the form has them; fields of an older form come last
    static List<FieldDifference> between(ObjectNode older, ObjectNode newer, List<String> order) {
        var names = new LinkedHashSet<>(order);
        older.fieldNames().forEachRemaining(names::add);
        newer.fieldNames().forEachRemaining(names::add);
        var texts = new TextDifferences();
        var differences = new ArrayList<FieldDifference>();
        for (var name : names) {
            var before = older.get(name);
            var after = newer.get(name);
            if (before == null ? after != null : !before.equals(after)) {
                var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
                var pieces = before != null && before.isArray() && after != null && after.isArray()
                        ? texts.ofItems(items(before), items(after))
                        : texts.ofTexts(inWords(before), inWords(after));
                differences.add(new FieldDifference(name, kind, pieces));
            }
        }
        return differences;
    }

    private static List<Item> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> new Item(item.hasNonNull("id") ? item.get("id").asText() : null, inWords(item) + '\n'))
                .toList();
    }

    /// One line per item of a list; the name of a commitment is nothing to read.
    private static String inWords(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (value.isArray()) {
            var lines = new StringBuilder();
            value.forEach(item -> lines.append(inWords(item)).append('\n'));
            return lines.toString();
        }
        if (value.isObject()) {
            var parts = new ArrayList<String>();
            for (var part : List.of("text", "measure", "dueOn")) {
                if (value.hasNonNull(part)) {
                    parts.add(value.get(part).asText());
                }
            }
            return String.join("; ", parts);
        }
        return value.asText();
    }
}
