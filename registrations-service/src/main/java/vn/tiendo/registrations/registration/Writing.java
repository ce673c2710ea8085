package vn.tiendo.registrations.registration;

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

    /// As it stands once it is in.
    Writing handedIn() {
        return new Writing(content, formVersionId, null, draftId);
    }
}
