package vn.tiendo.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;

/// Reads the envelope (CloudEvents 1.0, binary mode) of a record; unknown fields of the data are no fault.
@ApplicationScoped
public class EventReader {

    private final ObjectReader reader;

    @Inject
    public EventReader(ObjectMapper json) {
        reader = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// @throws MalformedEvent when the record is no event of ours
    ReceivedEvent read(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.key() == null || record.key().isBlank()) {
                throw new MalformedEvent("no-key");
            }
            if (record.key().chars().anyMatch(Character::isISOControl)
                    || !header(record, "ce_specversion").equals("1.0")) {
                throw new MalformedEvent("malformed-envelope");
            }
            var deleted = record.value() == null;
            return new ReceivedEvent(
                    record.topic(),
                    record.key(),
                    UUID.fromString(header(record, "ce_id")),
                    header(record, "ce_type"),
                    Long.parseLong(header(record, "ce_sequence")),
                    Integer.parseInt(header(record, "ce_epoch")),
                    OffsetDateTime.parse(header(record, "ce_time")).toInstant(),
                    deleted,
                    deleted ? NullNode.getInstance() : data(record.value()),
                    reader);
        } catch (IllegalArgumentException | DateTimeException envelope) {
            throw new MalformedEvent("malformed-envelope");
        } catch (IOException unreadable) {
            throw new MalformedEvent("malformed-json");
        }
    }

    private JsonNode data(byte[] json) throws IOException {
        var data = reader.readTree(json);
        if (data.isMissingNode()) {
            throw new MalformedEvent("malformed-json");
        }
        return data;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedEvent("malformed-envelope");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
