package vn.tiendo.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;

/// Records that could not be processed: each kept exactly once with a reason code, announced on `<topic>.dead-letter`,
/// and replayable by an operator once the cause is mended.
///
/// What the record held stays in this service's database; the announcement names where the record is and why it failed,
/// so nothing personal leaves by this way.
@ApplicationScoped
public class DeadLetters {

    private static final String SUFFIX = ".dead-letter";
    private static final int LONGEST = 200;
    private static final Pattern ENVELOPE = Pattern.compile("ce_[a-z0-9]{1,20}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    @Inject
    Session session;

    @Inject
    Outbox outbox;

    @Inject
    EventReader reader;

    @Inject
    EventHandlers handlers;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    /// A record that waits for an operator.
    public record DeadLetter(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String reason) {}

    private record Announcement(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String eventId,
            String reason) {}

    void add(ConsumerRecord<String, byte[]> record, String reason) {
        var isNew = QuarkusTransaction.requiringNew().call(() -> {
            if (!insert(record, reason)) {
                return false;
            }
            outbox.forward(record.topic() + SUFFIX, keyOf(record), reason, announce(record, reason));
            return true;
        });
        if (isNew) {
            meters.counter("tiendo.dead.letters", "topic", record.topic(), "reason", reason)
                    .increment();
        }
    }

    /// The oldest records that wait, in the order in which they came.
    public List<DeadLetter> waiting(int limit) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> session.doReturningWork(connection -> {
                    try (var select = connection.prepareStatement("""
                            select id, topic, partition_number, record_offset, record_key, reason
                              from dead_letter where replayed_at is null order by id limit ?""")) {
                        select.setInt(1, limit);
                        var letters = new ArrayList<DeadLetter>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) {
                                letters.add(new DeadLetter(
                                        rows.getLong(1),
                                        rows.getString(2),
                                        rows.getInt(3),
                                        rows.getLong(4),
                                        rows.getString(5),
                                        rows.getString(6)));
                            }
                        }
                        return letters;
                    }
                }));
    }

    /// Processes a record again, in one transaction with the mark that it has been; an older state than the one held is
    /// dropped as ever. When it fails again, it goes on waiting and the failure is thrown.
    ///
    /// @return false when there is no such record or it has been replayed already
    public boolean replay(long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = claim(id);
            if (found.isEmpty()) {
                return false;
            }
            var event = reader.read(found.get());
            handlers.apply(event.topic(), List.of(event));
            return true;
        });
    }

    private boolean insert(ConsumerRecord<String, byte[]> record, String reason) {
        return session.doReturningWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into dead_letter (topic, partition_number, record_offset, record_key, headers, payload, reason)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
                insert.setString(1, record.topic());
                insert.setInt(2, record.partition());
                insert.setLong(3, record.offset());
                insert.setString(4, keyOf(record));
                insert.setString(5, headersOf(record));
                insert.setBytes(6, record.value());
                insert.setString(7, reason);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private Optional<ConsumerRecord<String, byte[]>> claim(long id) {
        return session.doReturningWork(connection -> {
            try (var claim = connection.prepareStatement("""
                    update dead_letter set replayed_at = now() where id = ? and replayed_at is null
                    returning topic, partition_number, record_offset, record_key, reason, headers, payload""")) {
                claim.setLong(1, id);
                try (var row = claim.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    var letter = new DeadLetter(
                            id, row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), row.getString(5));
                    return Optional.of(record(letter, row.getString(6), row.getBytes(7)));
                }
            }
        });
    }

    private static ConsumerRecord<String, byte[]> record(DeadLetter letter, String headers, byte @Nullable [] payload) {
        var parsed = new RecordHeaders();
        headers.lines().forEach(line -> {
            var equals = line.indexOf('=');
            parsed.add(line.substring(0, equals), line.substring(equals + 1).getBytes(StandardCharsets.UTF_8));
        });
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.key(),
                payload,
                parsed,
                Optional.empty());
    }

    private byte[] announce(ConsumerRecord<String, byte[]> record, String reason) {
        var id = record.headers().lastHeader("ce_id");
        try {
            return json.writeValueAsBytes(new Announcement(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    keyOf(record),
                    id == null || id.value() == null ? null : storable(new String(id.value(), StandardCharsets.UTF_8)),
                    reason));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /// Only our own envelope is kept: one `name=value` per line.
    private static String headersOf(ConsumerRecord<String, byte[]> record) {
        var lines = new StringBuilder();
        record.headers().forEach(header -> {
            if (ENVELOPE.matcher(header.key()).matches() && header.value() != null) {
                var value = storable(new String(header.value(), StandardCharsets.UTF_8));
                lines.append(header.key()).append('=').append(value).append('\n');
            }
        });
        return lines.toString();
    }

    private static @Nullable String keyOf(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? null : storable(record.key());
    }

    /// Hostile text must not keep a dead letter from being stored.
    private static String storable(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return CONTROL.matcher(cut).replaceAll(" ");
    }
}
