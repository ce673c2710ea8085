package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.webhook.WebhookApi.DeliveryView;

/// The log of deliveries. Attempts are timed by the database's clock, so that replicas agree and the business clock
/// moves nothing.
@ApplicationScoped
class WebhookDeliveries {

    /// A receiver that fails is tried with one message at a time; one that answers gets so many at once.
    private static final int AT_ONCE = 8;

    @Inject
    EntityManager entities;

    /// An event as it is told.
    record Told(UUID event, String type, UUID organisation, String payload) {}

    /// A message for one webhook.
    record Message(UUID webhook, Told told) {}

    /// A message to be sent now.
    record Due(UUID id, UUID webhookId, UUID eventId, String url, String payload, int attempts) {}

    /// One statement however many messages there are; what is there already stays as it is. Messages for a disabled
    /// webhook wait as all others do, so that none is left behind by one that is enabled at this moment.
    void add(List<Message> messages) {
        entities.createNativeQuery("""
                        insert into webhook_delivery (id, webhook_id, event_id, type, organisation_id, payload, status,
                          attempts, next_attempt_at, created_at)
                        select m.id, m.webhook, m.event, m.type, m.organisation, m.payload, 'PENDING', 0, now(), now()
                          from unnest(:ids, :webhooks, :events, :types, :organisations, :payloads)
                            as m (id, webhook, event, type, organisation, payload)
                        on conflict (webhook_id, event_id) do nothing""")
                .setParameter("ids", each(messages, UUID[]::new, message -> Uuid7.next()))
                .setParameter("webhooks", each(messages, UUID[]::new, Message::webhook))
                .setParameter("events", each(messages, UUID[]::new, message -> message.told.event))
                .setParameter("types", each(messages, String[]::new, message -> message.told.type))
                .setParameter("organisations", each(messages, UUID[]::new, message -> message.told.organisation))
                .setParameter("payloads", each(messages, String[]::new, message -> message.told.payload))
                .executeUpdate();
    }

    static <T, V> V[] each(List<T> rows, IntFunction<V[]> array, Function<T, V> field) {
        return rows.stream().map(field).toArray(array);
    }

    /// Takes messages whose time has come, of each webhook a few however many wait for another, for as long as an
    /// attempt may last. No other replica takes them meanwhile; a kill lets them go on their own.
    List<Due> claim(int most, Duration hold) {
        return rows("""
                        with due as (
                          select d.id, w.url
                            from webhook w
                            cross join lateral (select exists (select 1 from webhook_delivery f
                              where f.webhook_id = w.id and f.status = 'PENDING' and f.attempts > 0) as failing) so_far
                            cross join lateral (select id, next_attempt_at from webhook_delivery m
                              where m.webhook_id = w.id and m.status = 'PENDING' and m.next_attempt_at <= now()
                                and (m.claimed_until is null or m.claimed_until < now())
                              order by m.next_attempt_at, m.id
                              limit case when so_far.failing then 1 else ?2 end) d
                           where w.status = 'ENABLED'
                           order by d.next_attempt_at limit ?3)
                        update webhook_delivery t
                           set claimed_until = now() + make_interval(secs => ?1), attempts = t.attempts + 1,
                               last_attempt_at = now()
                          from due
                         where t.id = due.id and (t.claimed_until is null or t.claimed_until < now())
                        returning t.id, t.webhook_id, t.event_id, due.url, t.payload, t.attempts""", (double) hold.toSeconds(), AT_ONCE, most).stream()
                .map(row -> new Due(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Integer.class)))
                .toList();
    }

    /// They were not tried.
    void putBack(List<Due> untried) {
        entities.createNativeQuery("""
                        update webhook_delivery set claimed_until = null, attempts = attempts - 1
                         where id = any(?1) and status = 'PENDING'""")
                .setParameter(1, untried.stream().map(Due::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    void delivered(UUID id, int code) {
        update("""
                update webhook_delivery set status = 'DELIVERED', delivered_at = now(), next_attempt_at = null,
                       claimed_until = null, last_code = ?2, last_fault = null
                 where id = ?1 and status = 'PENDING'""", id, code);
    }

    /// @param pause until the next attempt; absent when it was the last one
    void failed(UUID id, @Nullable Integer code, @Nullable String fault, Optional<Duration> pause) {
        entities.createNativeQuery("""
                        update webhook_delivery
                           set status = case when cast(:pause as double precision) is null then 'FAILED' else status end,
                               next_attempt_at = now() + make_interval(secs => cast(:pause as double precision)),
                               claimed_until = null, last_code = cast(:code as integer), last_fault = :fault
                         where id = :id and status = 'PENDING'""")
                .setParameter("id", id)
                .setParameter("code", code)
                .setParameter("fault", fault)
                .setParameter(
                        "pause", pause.map(each -> each.toMillis() / 1000.0).orElse(null))
                .executeUpdate();
    }

    /// What waits for a webhook that is enabled again goes out now, as if it had not been tried yet; so does what a
    /// replica of an earlier version has held back.
    void release(UUID webhook) {
        update(
                "update webhook_delivery set status = 'PENDING', next_attempt_at = now(), attempts = 0"
                        + " where webhook_id = ?1 and status in ('PENDING', 'HELD')",
                webhook);
    }

    int replay(UUID webhook, Instant from, Instant to, boolean onlyFailed, int most) {
        return update("""
                update webhook_delivery
                   set status = 'PENDING', attempts = 0, delivered_at = null, next_attempt_at = now()
                 where id in (select id from webhook_delivery
                               where webhook_id = ?1 and created_at >= ?2 and created_at < ?3
                                 and status in ('FAILED', case when ?4 then 'FAILED' else 'DELIVERED' end)
                               order by id limit ?5)""", webhook, from, to, onlyFailed, most);
    }

    List<DeliveryView> log(
            UUID webhook,
            @Nullable DeliveryStatus status,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest page) {
        return rows(
                        """
                        select id, event_id, type, organisation_id, shown, attempts,
                               case when shown <> 'HELD' then next_attempt_at end, last_attempt_at, last_code, last_fault,
                               delivered_at, created_at
                          from (select d.*, case when d.status = 'PENDING' and w.status = 'DISABLED' then 'HELD'
                                                 else d.status end as shown
                                  from webhook_delivery d join webhook w on w.id = d.webhook_id) log
                         where webhook_id = ?1 and id < ?2
                           and (?3 = '' or shown = ?3)
                           and created_at >= ?4 and created_at < ?5
                         order by id desc limit ?6""",
                        webhook,
                        page.after().map(Cursor::id).orElse(new UUID(-1L, -1L)),
                        status == null ? "" : status.name(),
                        from == null ? Instant.EPOCH : from,
                        to == null ? Instant.parse("9999-12-31T00:00:00Z") : to,
                        page.lookFor())
                .stream()
                .map(WebhookDeliveries::view)
                .toList();
    }

    private static DeliveryView view(Tuple row) {
        return new DeliveryView(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, UUID.class),
                DeliveryStatus.valueOf(row.get(4, String.class)),
                row.get(5, Integer.class),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, Integer.class),
                row.get(9, String.class),
                row.get(10, Instant.class),
                row.get(11, Instant.class));
    }

    /// @return how many were forgotten; what still waits is kept however old it is
    int forgetOlderThan(Duration age, int most) {
        return update("""
                delete from webhook_delivery where id in
                  (select id from webhook_delivery where created_at < now() - make_interval(secs => ?1)
                      and status in ('DELIVERED', 'FAILED') limit ?2)""", (double) age.toSeconds(), most);
    }

    /// The secrets that sign now, the newest first.
    List<String> secretsOf(UUID webhook) {
        return rows("""
                select sealed from webhook_secret
                 where webhook_id = ?1 and (expires_at is null or expires_at > now()) order by created_at desc""", webhook).stream().map(row -> row.get(0, String.class)).toList();
    }

    /// Signs with one more secret; those before it end after the overlap.
    void addSecret(UUID webhook, String sealed, Duration overlap) {
        update(
                "update webhook_secret set expires_at = now() + make_interval(secs => ?2) where webhook_id = ?1"
                        + " and (expires_at is null or expires_at > now() + make_interval(secs => ?2))",
                webhook,
                (double) overlap.toSeconds());
        update(
                "insert into webhook_secret (id, webhook_id, sealed, created_at) values (?1, ?2, ?3, clock_timestamp())",
                Uuid7.next(),
                webhook,
                sealed);
    }

    private int update(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }

    private List<Tuple> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows;
    }
}
