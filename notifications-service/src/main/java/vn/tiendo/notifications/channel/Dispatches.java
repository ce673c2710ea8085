package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// Every message on every channel, from its plan to its end. Attempts are timed by the database's clock, so that
/// replicas agree and the business clock moves none of them.
@ApplicationScoped
class Dispatches {

    @Inject
    EntityManager entities;

    record Plan(
            UUID notification,
            ChannelKind channel,
            Category category,
            UUID tenant,
            UUID recipient,
            boolean mandatory,
            boolean onlyIfUnread,
            Instant notBefore,
            @Nullable Instant digestAt,
            DispatchState state) {}

    /// One statement however many there are; what is there already stays as it is.
    void add(List<Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                          only_if_unread, not_before, digest_at, state, next_attempt_at, created_at)
                        select d.id, d.notification, d.channel, d.category, d.tenant, d.recipient, d.mandatory, d.unread,
                               d.not_before, d.digest_at, d.state, now(), now()
                          from unnest(:ids, :notifications, :channels, :categories, :tenants, :recipients, :mandatory,
                                 :unread, cast(:moments as timestamptz[]), cast(:digests as timestamptz[]), :states)
                            as d (id, notification, channel, category, tenant, recipient, mandatory, unread, not_before,
                                  digest_at, state)
                        on conflict on constraint one_dispatch_per_notification_and_channel do nothing""")
                .setParameter("ids", column(plans, plan -> Uuid7.next(), UUID[]::new))
                .setParameter("notifications", column(plans, Plan::notification, UUID[]::new))
                .setParameter("channels", column(plans, plan -> plan.channel().name(), String[]::new))
                .setParameter(
                        "categories", column(plans, plan -> plan.category().name(), String[]::new))
                .setParameter("tenants", column(plans, Plan::tenant, UUID[]::new))
                .setParameter("recipients", column(plans, Plan::recipient, UUID[]::new))
                .setParameter("mandatory", column(plans, Plan::mandatory, Boolean[]::new))
                .setParameter("unread", column(plans, Plan::onlyIfUnread, Boolean[]::new))
                .setParameter("moments", column(plans, plan -> plan.notBefore().toString(), String[]::new))
                .setParameter("digests", column(plans, Dispatches::digestOf, String[]::new))
                .setParameter("states", column(plans, plan -> plan.state().name(), String[]::new))
                .executeUpdate();
    }

    private static @Nullable String digestOf(Plan plan) {
        var digest = plan.digestAt();
        return digest == null ? null : digest.toString();
    }

    private static <T> Object column(
            List<Plan> plans, Function<Plan, @Nullable T> of, java.util.function.IntFunction<T[]> array) {
        return plans.stream().map(of).toArray(array);
    }

    /// @param at business time
    void sent(Collection<UUID> ids, @Nullable String externalId, String addressHash, boolean delivered, Instant at) {
        entities.createNativeQuery("""
                        update dispatch
                           set state = case when :delivered then 'DELIVERED' else 'SENT' end, reason = null, sent_at = :at,
                               external_id = cast(:external as text), address_hash = :hash, claimed_until = null
                         where id = any(:ids) and state = 'PLANNED'""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("external", externalId)
                .setParameter("hash", addressHash)
                .setParameter("delivered", delivered)
                .setParameter("at", at)
                .executeUpdate();
    }

    /// Nothing where another one has claimed it since.
    void again(Collection<UUID> ids, UUID claim, String reason, Duration pause) {
        entities.createNativeQuery("""
                        update dispatch set reason = :reason, claimed_until = null, claimed_by = null,
                               next_attempt_at = now() + make_interval(secs => :pause)
                         where id = any(:ids) and state = 'PLANNED' and claimed_by = :claim""")
                .setParameter("claim", claim)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("reason", reason)
                .setParameter("pause", pause.toMillis() / 1000.0)
                .executeUpdate();
    }

    /// It was no attempt: the channel itself could not be reached.
    void release(Collection<UUID> ids, UUID claim) {
        entities.createNativeQuery("""
                        update dispatch set claimed_until = null, claimed_by = null, attempts = attempts - 1
                         where id = any(?1) and state = 'PLANNED' and claimed_by = ?2""")
                .setParameter(1, ids.toArray(UUID[]::new))
                .setParameter(2, claim)
                .executeUpdate();
    }

    /// Those that still belong to a claim, held to the end of the transaction.
    List<UUID> held(Collection<UUID> ids, UUID claim) {
        return ids(entities.createNativeQuery(
                        "select id from dispatch where id = any(?1) and claimed_by = ?2 order by id for update",
                        Tuple.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .setParameter(2, claim)
                .getResultList());
    }

    /// @param at business time
    /// @return those that were not at their end before
    List<UUID> end(Collection<UUID> ids, DispatchState state, String reason, Instant at) {
        return ids(entities.createNativeQuery("""
                        update dispatch set state = ?2, reason = ?3, ended_at = ?4, claimed_until = null
                         where id = any(?1) and state in ('PLANNED', 'SENT') returning id""", Tuple.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .setParameter(2, state.name())
                .setParameter(3, reason)
                .setParameter(4, at)
                .getResultList());
    }

    /// What is on its way already goes.
    void cancel(UUID recipient, ChannelKind channel, Category category, Instant at) {
        entities.createNativeQuery("""
                        update dispatch set state = 'CANCELLED', reason = 'switched-off', ended_at = ?4
                         where recipient_key = ?1 and channel = ?2 and category = ?3 and state = 'PLANNED' and not mandatory
                           and (claimed_until is null or claimed_until < now())""")
                .setParameter(1, recipient)
                .setParameter(2, channel.name())
                .setParameter(3, category.name())
                .setParameter(4, at)
                .executeUpdate();
    }

    /// The step of the fallback whose turn it is where a message did not get through: only where nothing else has gone,
    /// or is still to go, whether it was read or not.
    ///
    /// @return by notification
    Map<UUID, UUID> nextSteps(Collection<UUID> notifications) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select distinct on (d.notification_id) d.notification_id, d.id from dispatch d
                         where d.notification_id = any(?1) and d.state = 'PLANNED' and d.only_if_unread
                           and not exists (select 1 from dispatch o where o.notification_id = d.notification_id
                                              and (o.state in ('SENT', 'DELIVERED')
                                                   or o.state = 'PLANNED' and not o.only_if_unread))
                         order by d.notification_id, d.not_before, d.id""", Tuple.class)
                .setParameter(1, notifications.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    /// @param moment business time; what is to go earlier anyhow does so
    void advance(UUID step, Instant moment) {
        entities.createNativeQuery("""
                        update dispatch set not_before = least(not_before, ?2), digest_at = null
                         where id = ?1 and state = 'PLANNED'""")
                .setParameter(1, step)
                .setParameter(2, moment)
                .executeUpdate();
    }

    /// @return the notifications for which nothing is left that could still go, or has gone, by any channel
    List<UUID> withNothingLeft(Collection<UUID> notifications) {
        return ids(entities.createNativeQuery("""
                        select n.id from unnest(?1) as n (id)
                         where not exists (select 1 from dispatch d where d.notification_id = n.id
                                              and d.state in ('PLANNED', 'SENT', 'DELIVERED'))""", Tuple.class)
                .setParameter(1, notifications.toArray(UUID[]::new))
                .getResultList());
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(row -> ((Tuple) row).get(0, UUID.class)).toList();
    }
}
