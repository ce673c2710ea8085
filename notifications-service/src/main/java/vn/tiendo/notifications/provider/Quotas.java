package vn.tiendo.notifications.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.time.Days;

/// What providers have taken under a contract today of what they take in a day.
@ApplicationScoped
public class Quotas {

    private static final int KEPT_DAYS = 40;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Integer> used(Collection<UUID> contracts, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select c.id, q.used from unnest(?1) as c (id) join channel_quota q on q.name = cast(c.id as text)"
                                + " where q.day = ?2",
                        Tuple.class)
                .setParameter(1, contracts.toArray(UUID[]::new))
                .setParameter(2, day)
                .getResultList();
        var used = new HashMap<UUID, Integer>();
        rows.forEach(row -> used.put(row.get(0, UUID.class), row.get(1, Integer.class)));
        return used;
    }

    /// @param messages that the provider has taken
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void count(UUID contract, int messages) {
        entities.createNativeQuery("""
                        insert into channel_quota as q (name, day, used) values (?1, ?2, ?3)
                        on conflict (name, day) do update set used = q.used + excluded.used""")
                .setParameter(1, contract.toString())
                .setParameter(2, Days.dayOf(clock.instant()))
                .setParameter(3, messages)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetOld() {
        entities.createNativeQuery("delete from channel_quota where day < ?1")
                .setParameter(1, Days.dayOf(clock.instant()).minusDays(KEPT_DAYS))
                .executeUpdate();
    }
}
