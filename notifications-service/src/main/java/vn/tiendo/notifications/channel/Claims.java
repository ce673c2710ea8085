package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.channel.Message.Item;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// Takes what is due for a short while, which whoever sends renews until it is done. No other replica takes
/// it meanwhile; a kill lets it go on its own.
@ApplicationScoped
class Claims {

    @Inject
    EntityManager entities;

    /// How much of what a tenant has due may be taken.
    record Share(UUID tenant, boolean mandatory, int most) {}

    /// A row that was taken.
    ///
    /// @param item absent when the notification has been erased
    /// @param first whether it is the first attempt
    record Claimed(
            UUID id,
            UUID notificationId,
            UUID messageId,
            UUID tenant,
            @Nullable UUID organisationId,
            boolean onlyIfUnread,
            boolean first,
            int attempts,
            @Nullable Item item,
            @Nullable Account account,
            String language,
            boolean resolved,
            boolean read) {}

    /// The tenants that have something due, as far as one pass can serve, beginning behind the one that was served
    /// last.
    ///
    /// One step in the index per tenant, however much each has waiting.
    List<UUID> tenants(ChannelKind channel, UUID after, int most, Instant now) {
        var query = entities.createNativeQuery("""
                        with recursive t (tenant_id) as (
                          (select tenant_id from dispatch where channel = :channel and state = 'PLANNED'
                            order by tenant_id limit 1)
                          union all
                          select (select d.tenant_id from dispatch d where d.channel = :channel and d.state = 'PLANNED'
                                     and d.tenant_id > t.tenant_id order by d.tenant_id limit 1)
                            from t where t.tenant_id is not null)
                        select t.tenant_id from t where t.tenant_id is not null and exists (
                          select 1 from dispatch d where d.channel = :channel and d.state = 'PLANNED'
                             and d.tenant_id = t.tenant_id and d.not_before <= :now and d.next_attempt_at <= now()
                             and (d.claimed_until is null or d.claimed_until < now()))
                         order by t.tenant_id <= :after, t.tenant_id limit :most""", Tuple.class)
                .setParameter("channel", channel.name())
                .setParameter("after", after)
                .setParameter("most", most)
                .setParameter("now", now);
        return query.getResultList().stream()
                .map(row -> ((Tuple) row).get(0, UUID.class))
                .toList();
    }

    /// What belongs into the same digest comes along. Of one digest all have the same message id, also at later
    /// attempts.
    List<Claimed> take(ChannelKind channel, List<Share> shares, UUID claim, Duration hold, Instant now) {
        var query = entities.createNativeQuery("""
                        with chosen as (
                          select d.id, d.recipient_key, d.digest_at, d.message_id
                            from unnest(:tenants, :mandatory, :most) as s (tenant, mandatory, most)
                            cross join lateral (
                              select p.id, p.recipient_key, p.digest_at, p.message_id from dispatch p
                               where p.channel = :channel and p.state = 'PLANNED' and p.tenant_id = s.tenant
                                 and p.mandatory = s.mandatory and p.not_before <= :now and p.next_attempt_at <= now()
                                 and (p.claimed_until is null or p.claimed_until < now())
                               order by p.not_before, p.id limit s.most for update skip locked) d),
                        siblings as (
                          select p.id, p.recipient_key, p.digest_at, p.message_id from dispatch p
                           where p.channel = :channel and p.state = 'PLANNED' and p.digest_at is not null
                             and (p.recipient_key, p.digest_at) in (
                                   select c.recipient_key, c.digest_at from chosen c where c.digest_at is not null)
                             and p.id not in (select c.id from chosen c)
                             and p.not_before <= :now and p.next_attempt_at <= now()
                             and (p.claimed_until is null or p.claimed_until < now())
                             for update skip locked),
                        every as (select * from chosen union all select * from siblings),
                        named as (
                          select e.id, coalesce(e.message_id, case when e.digest_at is null then e.id
                                   else first_value(e.id) over (
                                     partition by e.recipient_key, e.digest_at, e.message_id order by e.id) end) as message
                            from every e)
                        update dispatch t
                           set claimed_until = now() + make_interval(secs => :hold), claimed_by = :claim, attempts = t.attempts + 1,
                               last_attempt_at = now(), message_id = x.message
                          from (select m.id as dispatch, m.message, n.* from named m
                                  join dispatch d on d.id = m.id left join notification n on n.id = d.notification_id) x
                         where t.id = x.dispatch
                        returning t.id, t.notification_id, t.message_id, t.tenant_id, t.only_if_unread, t.attempts,
                                  t.category, t.mandatory, x.title, x.text, x.thin_text, x.due_day, x.language,
                                  x.recipient_issuer, x.recipient_subject, x.resolved_at is not null,
                                  x.opened_at is not null, x.organisation_id""", Tuple.class)
                .setParameter("channel", channel.name())
                .setParameter("tenants", shares.stream().map(Share::tenant).toArray(UUID[]::new))
                .setParameter("mandatory", shares.stream().map(Share::mandatory).toArray(Boolean[]::new))
                .setParameter("most", shares.stream().map(Share::most).toArray(Integer[]::new))
                .setParameter("claim", claim)
                .setParameter("hold", seconds(hold))
                .setParameter("now", now);
        return query.getResultList().stream().map(row -> claimed((Tuple) row)).toList();
    }

    /// @return those that are still held by the claim
    Set<UUID> renew(Collection<UUID> ids, UUID claim, Duration hold) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        update dispatch set claimed_until = now() + make_interval(secs => :hold)
                         where id = any(:ids) and state = 'PLANNED' and claimed_by = :claim returning id""", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("claim", claim)
                .setParameter("hold", seconds(hold))
                .getResultList();
        return rows.stream().map(row -> row.get(0, UUID.class)).collect(Collectors.toSet());
    }

    private static double seconds(Duration hold) {
        return hold.toMillis() / 1000.0;
    }

    private static Claimed claimed(Tuple row) {
        var id = row.get(0, UUID.class);
        var notification = row.get(1, UUID.class);
        var title = row.get(8, String.class);
        var attempts = row.get(5, Integer.class);
        return new Claimed(
                id,
                notification,
                row.get(2, UUID.class),
                row.get(3, UUID.class),
                row.get(17, UUID.class),
                row.get(4, Boolean.class),
                attempts == 1,
                attempts,
                title == null
                        ? null
                        : new Item(
                                id,
                                notification,
                                Category.valueOf(row.get(6, String.class)),
                                row.get(7, Boolean.class),
                                title,
                                row.get(9, String.class),
                                row.get(10, String.class),
                                row.get(11, LocalDate.class)),
                title == null ? null : new Account(row.get(13, String.class), row.get(14, String.class)),
                title == null ? "vi" : row.get(12, String.class),
                row.get(15, Boolean.class),
                row.get(16, Boolean.class));
    }
}
