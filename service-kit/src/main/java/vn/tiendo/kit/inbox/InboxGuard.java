package vn.tiendo.kit.inbox;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.Session;

/// Lets a state through only when it is newer than the one that the service already holds of the same aggregate.
///
/// One row per aggregate, written in the transaction of the effect: it drops duplicates, late older states and replays
/// alike, and does not grow with the number of events.
@ApplicationScoped
public class InboxGuard {

    private static final Comparator<ReceivedEvent> BY_AGE =
            Comparator.comparingInt(ReceivedEvent::epoch).thenComparingLong(ReceivedEvent::sequence);

    @Inject
    Session session;

    /// What is new to the service, in the order of arrival.
    ///
    /// @param states the newest state of each key
    /// @param all whatever is newer than what was held before
    record Admitted(List<ReceivedEvent> states, List<ReceivedEvent> all) {}

    private record Held(int epoch, long sequence) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Admitted admit(List<ReceivedEvent> events) {
        var newest = newestPerKey(events);
        var before = new HashMap<String, Held>();
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into inbox (topic, aggregateid, epoch, sequence, event_id)
                    select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::uuid[])
                    on conflict (topic, aggregateid) do update
                       set epoch = excluded.epoch, sequence = excluded.sequence, event_id = excluded.event_id,
                           received_at = now()
                     where (inbox.epoch, inbox.sequence) < (excluded.epoch, excluded.sequence)
                    returning topic, aggregateid, coalesce(old.epoch, -1), coalesce(old.sequence, -1)""")) {
                var rows = List.copyOf(newest.values()); // in key order, so that two batches cannot deadlock
                upsert.setArray(1, column(connection, "text", rows, ReceivedEvent::topic));
                upsert.setArray(2, column(connection, "text", rows, ReceivedEvent::key));
                upsert.setArray(3, column(connection, "int", rows, ReceivedEvent::epoch));
                upsert.setArray(4, column(connection, "bigint", rows, ReceivedEvent::sequence));
                upsert.setArray(5, column(connection, "uuid", rows, ReceivedEvent::id));
                try (var fresh = upsert.executeQuery()) {
                    while (fresh.next()) {
                        before.put(
                                fresh.getString(1) + ' ' + fresh.getString(2),
                                new Held(fresh.getInt(3), fresh.getLong(4)));
                    }
                }
            }
        });
        var all = new ArrayList<ReceivedEvent>();
        for (var event : events) {
            var held = before.get(nameOf(event));
            if (held != null && isNewer(event, held)) {
                all.add(event);
            }
        }
        var states = all.stream()
                .filter(event -> newest.remove(nameOf(event), event))
                .toList();
        return new Admitted(states, all);
    }

    private static Array column(
            Connection connection, String type, List<ReceivedEvent> rows, Function<ReceivedEvent, Object> field)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(field).toArray());
    }

    private static Map<String, ReceivedEvent> newestPerKey(List<ReceivedEvent> events) {
        return events.stream().collect(toMap(InboxGuard::nameOf, identity(), maxBy(BY_AGE), TreeMap::new));
    }

    private static boolean isNewer(ReceivedEvent event, Held held) {
        return event.epoch() != held.epoch ? event.epoch() > held.epoch : event.sequence() > held.sequence;
    }

    private static String nameOf(ReceivedEvent event) {
        return event.topic() + ' ' + event.key();
    }
}
