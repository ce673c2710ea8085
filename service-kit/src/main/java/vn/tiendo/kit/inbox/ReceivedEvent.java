package vn.tiendo.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/// An event as it came from a topic, checked for its envelope only.
///
/// @param key id of the aggregate
/// @param sequence version of the aggregate after the change
/// @param epoch outranks the sequence
/// @param occurredAt business time at the producer
/// @param deleted a tombstone: the owner has erased the thing, and there is no data
public record ReceivedEvent(
        String topic,
        String key,
        UUID id,
        String type,
        long sequence,
        int epoch,
        Instant occurredAt,
        boolean deleted,
        JsonNode data,
        ObjectReader reader) {

    /// The data as the consumer's own record of the fields that it reads; unknown fields are ignored.
    ///
    /// @throws MalformedEvent when the data does not fit
    public <T> T as(Class<T> fields) {
        try {
            T read = reader.forType(fields).readValue(data);
            if (read == null) {
                throw new MalformedEvent("no-data");
            }
            return read;
        } catch (IOException unreadable) {
            throw new MalformedEvent("unreadable-data");
        }
    }

    /// The record cannot be understood; another try would not help.
    public static final class MalformedEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        /// @param reason a code, never words from the record
        public MalformedEvent(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
