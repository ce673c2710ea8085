package vn.tiendo.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import vn.tiendo.kit.problem.KitProblem;

/// Where a page ended: the sort key of its last item and, for equal keys, its id.
///
/// @param key the sort key as text; empty when the list is ordered by id alone
public record Cursor(String key, UUID id) {

    /// The text that clients hand back; opaque to them.
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /// The sort key of a list that is ordered by time.
    ///
    /// @throws KitProblem.InvalidCursor when it comes from another list
    public Instant moment() {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }

    /// @throws KitProblem.InvalidCursor when the text was not made by [#encode]
    public static Cursor decode(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var bar = plain.indexOf('|');
            if (bar != 36 || plain.chars().anyMatch(Character::isISOControl)) {
                throw new KitProblem.InvalidCursor();
            }
            return new Cursor(plain.substring(bar + 1), UUID.fromString(plain.substring(0, bar)));
        } catch (IllegalArgumentException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }
}
