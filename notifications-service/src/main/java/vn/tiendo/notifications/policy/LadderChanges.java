package vn.tiendo.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// Where reminders must be planned anew because another ladder holds, or other days count.
@ApplicationScoped
public class LadderChanges {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /// @param path of the organisation; empty, with the whole subtree, for everybody
    /// @param doneTo the last duty that has been seen to; null at the beginning
    public record LadderChange(
            UUID id,
            String path,
            boolean wholeSubtree,
            @Nullable UUID doneTo) {}

    /// Where no policy exists the shipped ladder has held and holds.
    @Transactional(Transactional.TxType.MANDATORY)
    public void request(String path, boolean wholeSubtree) {
        entities.createNativeQuery("""
                        insert into ladder_change (id, organisation_path, whole_subtree, requested_at)
                        select ?1, ?2, ?3, ?4 where exists (select 1 from reminder_policy)""")
                .setParameter(1, Uuid7.next())
                .setParameter(2, path)
                .setParameter(3, wholeSubtree)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LadderChange> oldest() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, organisation_path, whole_subtree, done_to from ladder_change
                         order by id limit 1""", Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new LadderChange(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Boolean.class),
                        row.get(3, UUID.class)))
                .findFirst();
    }

    /// @param doneTo null when nothing is left
    @Transactional(Transactional.TxType.MANDATORY)
    public void advance(LadderChange change, @Nullable UUID doneTo) {
        if (doneTo == null) {
            entities.createNativeQuery("delete from ladder_change where id = ?1")
                    .setParameter(1, change.id())
                    .executeUpdate();
        } else {
            entities.createNativeQuery("update ladder_change set done_to = ?2 where id = ?1")
                    .setParameter(1, change.id())
                    .setParameter(2, doneTo)
                    .executeUpdate();
        }
    }
}
