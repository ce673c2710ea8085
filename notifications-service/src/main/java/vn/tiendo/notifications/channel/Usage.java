package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How much has gone out for tenants: by the minute in real time, by the day in business time.
@ApplicationScoped
class Usage {

    record Used(int inMinute, int onDay) {

        static final Used NOTHING = new Used(0, 0);
    }

    @Inject
    EntityManager entities;

    /// Locked until the end of the transaction, so that two channels do not both take the rest.
    Map<UUID, Used> of(Collection<UUID> tenants, LocalDate today) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select tenant_id, case when minute = date_trunc('minute', now()) then in_minute else 0 end,
                               case when day = ?2 then on_day else 0 end
                          from dispatch_usage where tenant_id = any(?1) order by tenant_id for update""", Tuple.class)
                .setParameter(1, tenants.toArray(UUID[]::new))
                .setParameter(2, today)
                .getResultList();
        var used = new HashMap<UUID, Used>();
        rows.forEach(row ->
                used.put(row.get(0, UUID.class), new Used(row.get(1, Integer.class), row.get(2, Integer.class))));
        return used;
    }

    /// @param attempts messages tried, by tenant
    /// @param fresh those of them that were tried for the first time: each counts once a day
    void count(Map<UUID, Integer> attempts, Map<UUID, Integer> fresh, LocalDate today) {
        if (attempts.isEmpty()) {
            return;
        }
        var tenants = attempts.keySet().stream().sorted().toArray(UUID[]::new);
        entities.createNativeQuery("""
                        insert into dispatch_usage as u (tenant_id, minute, in_minute, day, on_day)
                        select a.tenant, date_trunc('minute', now()), a.attempts, :day, a.fresh
                          from unnest(:tenants, :attempts, :fresh) as a (tenant, attempts, fresh)
                        on conflict (tenant_id) do update set
                          in_minute = case when u.minute = excluded.minute then u.in_minute else 0 end
                            + excluded.in_minute,
                          on_day = greatest(0, case when u.day = excluded.day then u.on_day else 0 end + excluded.on_day),
                          minute = excluded.minute, day = excluded.day""")
                .setParameter("tenants", tenants)
                .setParameter("attempts", counts(tenants, attempts))
                .setParameter("fresh", counts(tenants, fresh))
                .setParameter("day", today)
                .executeUpdate();
    }

    private static Integer[] counts(UUID[] tenants, Map<UUID, Integer> of) {
        var counts = new Integer[tenants.length];
        for (int i = 0; i < tenants.length; i++) {
            counts[i] = of.getOrDefault(tenants[i], 0);
        }
        return counts;
    }
}
