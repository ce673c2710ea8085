package vn.tiendo.kit.web;

import java.nio.charset.StandardCharsets;
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
