package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.registration.HistoryApi.FieldDifference;
import vn.tiendo.registrations.registration.HistoryApi.Kind;
import vn.tiendo.registrations.registration.HistoryApi.Part;
import vn.tiendo.registrations.registration.HistoryApi.Piece;

/// What differs between two versions of a content, field by field and word by word, as a person reads it.
final class ContentDifferences {

    /// Words with the white space behind them, so that the pieces put together are the text again.
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private ContentDifferences() {}

    /// @param order names of the fields as the form has them; fields of an older form come last
    static List<FieldDifference> between(ObjectNode older, ObjectNode newer, List<String> order) {
        var names = new LinkedHashSet<>(order);
        older.fieldNames().forEachRemaining(names::add);
        newer.fieldNames().forEachRemaining(names::add);
        var differences = new ArrayList<FieldDifference>();
        for (var name : names) {
            var before = older.get(name);
            var after = newer.get(name);
            if (before == null ? after != null : !before.equals(after)) {
                var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
                differences.add(new FieldDifference(name, kind, pieces(words(before), words(after))));
            }
        }
        return differences;
    }

    private static List<Piece> pieces(List<String> before, List<String> after) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(pieces, Part.SAME, before.subList(at, delta.getSource().getPosition()));
            add(pieces, Part.REMOVED, delta.getSource().getLines());
            add(pieces, Part.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Part.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Part part, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(part, String.join("", words)));
        }
    }

    private static List<String> words(@Nullable JsonNode value) {
        if (value == null) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(inWords(value));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /// One line per item of a list; the name of a commitment is nothing to read.
    private static String inWords(JsonNode value) {
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
