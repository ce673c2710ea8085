package vn.tiendo.plans.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of the files of plans.
final class AttachmentApi {

    private AttachmentApi() {}

    /// @param mediaType found out from the bytes
    /// @param hash SHA-256 of the bytes, in hexadecimal; also the entity tag
    record DocumentView(
            UUID id, UUID planId, String fileName, String mediaType, String hash, long size, Instant attachedAt) {

        static DocumentView of(Attachment attachment) {
            return new DocumentView(
                    attachment.id(),
                    attachment.planId(),
                    attachment.fileName(),
                    attachment.type().mediaType(),
                    attachment.hash(),
                    attachment.size(),
                    attachment.attachedAt());
        }
    }

    record DocumentPage(List<DocumentView> items, @Nullable String nextCursor) {}
}
