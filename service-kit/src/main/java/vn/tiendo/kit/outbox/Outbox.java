package vn.tiendo.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.internal.OptimisticLockHelper;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.correlation.Correlation;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.time.Uuid7;

/// Stores events in the transaction of the change that they report; [OutboxRelay] sends them afterwards.
///
/// Guarantees: no event without its change, no change without its event. The version of the aggregate is raised and
/// written before the event, so that two changes of one aggregate queue up behind its row and their events carry rising
/// sequences in the order of their commits. Add the event last: what is changed after it is not in it.
@ApplicationScoped
public class Outbox {

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    BackgroundTasks background;

    @ConfigProperty(name = "quarkus.application.name")
    String source;

    /// Outranks every sequence of an earlier epoch; raised after a restore from backup.
    @ConfigProperty(name = "tiendo.outbox.epoch", defaultValue = "1")
    int epoch;

    /// Brokers refuse records of more than a megabyte; such an event would stop all that come after it.
    private static final int LARGEST = 900_000;

    private static final byte[] TOMBSTONE = {};

    private record Row(UUID id, String topic, String key, String type, long sequence, byte[] payload) {}

    /// Adds one event with the aggregate's whole public state.
    ///
    /// @param aggregate persisted, and managed by the persistence context of this transaction
    /// @param what the last word of the type, past tense, such as `issued`
    @Transactional(Transactional.TxType.MANDATORY)
    public <A extends Versioned> void add(EventStream<A> stream, A aggregate, String what) {
        addAll(stream, List.of(aggregate), what);
    }

    /// Adds one event per aggregate with one flush and one round trip for all rows.
    @Transactional(Transactional.TxType.MANDATORY)
    public <A extends Versioned> void addAll(EventStream<A> stream, List<A> aggregates, String what) {
        raiseVersions(aggregates);
        insert(aggregates.stream()
                .map(aggregate ->
                        rowOf(stream, aggregate, what, write(stream.state().apply(aggregate))))
                .toList());
    }

    /// Adds a tombstone: the broker forgets all that the topic held of the aggregate. Call it before the aggregate is
    /// removed.
    @Transactional(Transactional.TxType.MANDATORY)
    public <A extends Versioned> void erase(EventStream<A> stream, A aggregate) {
        raiseVersions(List.of(aggregate));
        insert(List.of(rowOf(stream, aggregate, "erased", TOMBSTONE)));
    }

    /// Adds a message that is no state of an aggregate, such as the notice of a record that could not be processed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forward(String topic, @Nullable String key, String type, byte[] payload) {
        insert(List.of(new Row(Uuid7.next(), topic, key == null ? "" : key, type, 0, payload)));
    }

    private static <A extends Versioned> Row rowOf(EventStream<A> stream, A aggregate, String what, byte[] payload) {
        return new Row(
                Uuid7.next(),
                stream.topic(),
                aggregate.id().toString(),
                stream.type(what),
                aggregate.version(),
                payload);
    }

    /// A managed, unchanged aggregate is raised by force; a new or changed one by the flush alone.
    private <A extends Versioned> void raiseVersions(List<A> aggregates) {
        var hibernate = session.unwrap(SessionImplementor.class);
        var context = hibernate.getPersistenceContextInternal();
        var stored = aggregates.stream()
                .map(aggregate -> (Versioned) Hibernate.unproxy(aggregate))
                .filter(aggregate -> {
                    var entry = context.getEntry(aggregate);
                    if (entry == null) {
                        throw new IllegalStateException("An event needs an aggregate that is persisted and managed");
                    }
                    return entry.isExistsInDatabase();
                })
                .toList();
        var before = stored.stream().map(Versioned::version).toList();
        session.flush();
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i).version() == before.get(i)) {
                // not session.lock: it raises an aggregate only once in a transaction
                OptimisticLockHelper.forceVersionIncrement(stored.get(i), context.getEntry(stored.get(i)), hibernate);
            }
        }
        hibernate.getJdbcCoordinator().executeBatch(); // from here on the rows are locked
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var correlationId = Correlation.current();
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into outbox (id, aggregatetype, aggregateid, type, sequence, epoch, payload, source,
                      correlation_id, occurred_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (var row : rows) {
                    insert.setObject(1, row.id);
                    insert.setString(2, row.topic);
                    insert.setString(3, row.key);
                    insert.setString(4, row.type);
                    insert.setLong(5, row.sequence);
                    insert.setInt(6, epoch);
                    insert.setBytes(7, row.payload);
                    insert.setString(8, "/" + source);
                    insert.setString(9, correlationId);
                    insert.setObject(10, now.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        background.wake(OutboxRelay.NAME);
    }

    private byte[] write(Object state) {
        try {
            var payload = json.writeValueAsBytes(state);
            if (payload.length > LARGEST) {
                throw new IllegalStateException("An event of %d bytes is too large to send".formatted(payload.length));
            }
            return payload;
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("An event cannot be written as JSON", defect);
        }
    }
}
