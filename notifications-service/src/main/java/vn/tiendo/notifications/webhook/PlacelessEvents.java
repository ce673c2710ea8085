package vn.tiendo.notifications.webhook;

import static vn.tiendo.notifications.webhook.WebhookDeliveries.each;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Told;

/// Events that arrived before their organisation did, so that nobody can say yet which webhooks they are for.
@ApplicationScoped
class PlacelessEvents {

    @Inject
    EntityManager entities;

    /// An event and where its organisation stands.
    record Placed(Told told, String path) {}

    void keep(List<Told> events) {
        entities.createNativeQuery("""
                        insert into webhook_event (event_id, type, organisation_id, payload, created_at)
                        select e.*, now() from unnest(:events, :types, :organisations, :payloads) e
                        on conflict (event_id) do nothing""")
                .setParameter("events", each(events, UUID[]::new, Told::event))
                .setParameter("types", each(events, String[]::new, Told::type))
                .setParameter("organisations", each(events, UUID[]::new, Told::organisation))
                .setParameter("payloads", each(events, String[]::new, Told::payload))
                .executeUpdate();
    }

    /// Takes away those whose organisation is known by now.
    List<Placed> take(int most) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        delete from webhook_event e using reach_organisation o
                         where o.id = e.organisation_id and e.event_id in (
                           select w.event_id from webhook_event w join reach_organisation k on k.id = w.organisation_id
                            order by w.event_id limit ?1)
                        returning e.event_id, e.type, e.organisation_id, e.payload, o.path""", Tuple.class)
                .setParameter(1, most)
                .getResultList();
        return rows.stream()
                .map(row -> new Placed(
                        new Told(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, UUID.class),
                                row.get(3, String.class)),
                        row.get(4, String.class)))
                .toList();
    }

    @Transactional
    int forgetOlderThan(Duration age) {
        return entities.createNativeQuery(
                        "delete from webhook_event where created_at < now() - make_interval(secs => ?1)")
                .setParameter(1, (double) age.toSeconds())
                .executeUpdate();
    }
}
