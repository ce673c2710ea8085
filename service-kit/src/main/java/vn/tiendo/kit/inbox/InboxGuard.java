package vn.tiendo.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;

/// Lets a state through only when it is newer than the one that the service already holds of the same aggregate.
///
/// One row per aggregate, written in the transaction of the effect: it drops duplicates, late older states and replays
/// alike, and does not grow with the number of events.
@ApplicationScoped
public class InboxGuard {

    @Inject
    Session session;

    /// @return the events that are new, at most one per key, in the order of arrival
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ReceivedEvent> admit(List<ReceivedEvent> events) {
        var newest = newestPerKey(events);
        var admitted = new HashSet<String>();
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into inbox (topic, aggregateid, epoch, sequence, event_id)
                    select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::uuid[])
                    on conflict (topic, aggregateid) do update
                       set epoch = excluded.epoch, sequence = excluded.sequence, event_id = excluded.event_id,
                           received_at = now()
                     where (inbox.epoch, inbox.sequence) < (excluded.epoch, excluded.sequence)
                    returning topic, aggregateid""")) {
                var rows = List.copyOf(newest.values()); // in key order, so that two batches cannot deadlock
                upsert.setArray(
                        1,
                        connection.createArrayOf(
                                "text", rows.stream().map(ReceivedEvent::topic).toArray()));
                upsert.setArray(
                        2,
                        connection.createArrayOf(
                                "text", rows.stream().map(ReceivedEvent::key).toArray()));
                upsert.setArray(
                        3,
                        connection.createArrayOf(
                                "int", rows.stream().map(ReceivedEvent::epoch).toArray()));
                upsert.setArray(
                        4,
                        connection.createArrayOf(
                                "bigint",
                                rows.stream().map(ReceivedEvent::sequence).toArray()));
                upsert.setArray(
                        5,
                        connection.createArrayOf(
                                "uuid", rows.stream().map(ReceivedEvent::id).toArray()));
                try (var fresh = upsert.executeQuery()) {
                    while (fresh.next()) {
                        admitted.add(fresh.getString(1) + ' ' + fresh.getString(2));
                    }
                }
            }
        });
        var chosen = new HashSet<>(newest.values());
        var result = new ArrayList<ReceivedEvent>();
        for (var event : events) {
            if (chosen.contains(event) && admitted.remove(nameOf(event))) {
                result.add(event);
            }
        }
        return result;
    }

    private static Map<String, ReceivedEvent> newestPerKey(List<ReceivedEvent> events) {
        var newest = new TreeMap<String, ReceivedEvent>();
        for (var event : events) {
            newest.merge(nameOf(event), event, (held, other) -> isNewer(other, held) ? other : held);
        }
        return newest;
    }

    private static boolean isNewer(ReceivedEvent one, ReceivedEvent other) {
        return one.epoch() != other.epoch() ? one.epoch() > other.epoch() : one.sequence() > other.sequence();
    }

    private static String nameOf(ReceivedEvent event) {
        return event.topic() + ' ' + event.key();
    }
}
