package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.tiendo.kit.time.Days;

/// What a provider has taken today of what it takes in a day.
@ApplicationScoped
class Quotas {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional
    int left(String name, int perDay) {
        var used = entities.createNativeQuery(
                        "select used from channel_quota where name = ?1 and day = ?2", Integer.class)
                .setParameter(1, name)
                .setParameter(2, Days.dayOf(clock.instant()))
                .getResultList();
        return Math.max(0, used.isEmpty() ? perDay : perDay - ((Number) used.getFirst()).intValue());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void count(String name, int messages) {
        entities.createNativeQuery("""
                        insert into channel_quota as q (name, day, used) values (?1, ?2, ?3)
                        on conflict (name, day) do update set used = q.used + excluded.used""")
                .setParameter(1, name)
                .setParameter(2, Days.dayOf(clock.instant()))
                .setParameter(3, messages)
                .executeUpdate();
    }
}
