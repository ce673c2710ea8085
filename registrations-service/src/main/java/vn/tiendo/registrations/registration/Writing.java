package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The text of a registration, as JSON in the shape of the form version that it was written on.
///
/// @param savedAt when it was saved without being in; absent once it is in
/// @param draftId named by the client that made the draft, so that it may send it twice
@Embeddable
record Writing(
        @Nullable String content,
        @Nullable UUID formVersionId,
        @Nullable Instant savedAt,
        @Nullable UUID draftId) {

    static final Writing NOTHING = new Writing(null, null, null, null);

    /// Whether a client sends its draft again. Commitments that it leaves without a name were given one meanwhile.
    ///
    /// @param sent as [vn.tiendo.registrations.form.FormContent#normal] leaves it
    /// @param form the one that the client has written on; that of the registration when absent
    boolean isSentAgain(UUID draft, ObjectNode sent, @Nullable UUID form) {
        if (!draft.equals(draftId) || (form != null && !form.equals(formVersionId))) {
            return false;
        }
        var kept = ContentJson.read(content);
        var again = ContentJson.read(ContentJson.write(sent));
        for (var field : again.properties()) {
            if (field.getValue() instanceof ArrayNode items) {
                for (int i = 0; i < items.size(); i++) {
                    var name = kept.path(field.getKey()).path(i).path("id");
                    if (items.get(i) instanceof ObjectNode item && !item.has("id") && !name.isMissingNode()) {
                        item.set("id", name);
                    }
                }
            }
        }
        return again.equals(kept);
    }

    /// As it stands once it is in.
    Writing handedIn() {
        return new Writing(content, formVersionId, null, draftId);
    }
}
