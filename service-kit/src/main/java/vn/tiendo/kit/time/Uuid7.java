package vn.tiendo.kit.time;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// Makes version 7 UUIDs (RFC 9562): they sort by the moment they were made, in milliseconds, so indexes grow at one
/// end.
public final class Uuid7 {

    private Uuid7() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
