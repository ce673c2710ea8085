package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What may be forgotten, in the order of its age.
@ApplicationScoped
class OldDispatches {

    @Inject
    EntityManager entities;

    /// How far one has come.
    record Place(Instant createdAt, UUID id) {
        static final Place BEGINNING = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /// @return behind what was looked at, when there may be more
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Place> forget(Place after, Duration kept, int most) {
        var row = (Tuple) entities
                .createNativeQuery("""
                        with old as (
                          select d.id, d.notification_id, d.created_at from dispatch d
                           where not d.mandatory and d.state <> 'PLANNED'
                             and d.created_at < now() - make_interval(secs => :kept)
                             and (d.created_at, d.id) > (cast(:createdAt as timestamptz), :id)
                           order by d.created_at, d.id limit :most),
                        gone as (
                          delete from dispatch d using old where d.id = old.id and not exists (
                            select 1 from notification n where n.id = old.notification_id and n.acknowledged_at is not null))
                        select created_at, id from old order by created_at desc, id desc limit 1""", Tuple.class)
                .setParameter("kept", (double) kept.toSeconds())
                .setParameter("createdAt", after.createdAt())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
        return Optional.ofNullable(row).map(last -> new Place(last.get(0, Instant.class), last.get(1, UUID.class)));
    }
}
