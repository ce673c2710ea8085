package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Organisations that have another superior now. The database notes them with whatever moves them.
@ApplicationScoped
class MovedDebtorRepository {

    @Inject
    EntityManager entities;

    /// Takes some; an organisation that is being moved now waits for who moves it.
    List<UUID> next(int limit) {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select organisation_id from moved_debtor order by organisation_id limit :most"
                                + " for update skip locked",
                        UUID.class)
                .setParameter("most", limit)
                .getResultList();
        return found;
    }

    /// What some organisations still owe to their superior where the tree of the due day has another one;
    /// without a day the tree of today counts. A superior that no longer stands receives nothing.
    ///
    /// @return from the assignment to the superior that it is owed to
    Map<UUID, UUID> misdirected(Collection<UUID> organisations, LocalDate today, int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select a.id, p.parent_id
                           from assignment a
                           join obligation o on o.id = a.obligation_id and o.recipient_is_parent
                           join organisation_period p on p.organisation_id = a.organisation_id
                            and p.valid_from <= coalesce(a.due_day, :today)
                            and (p.valid_to is null or p.valid_to >= coalesce(a.due_day, :today))
                           join reach_organisation r on r.id = p.parent_id and (r.valid_to is null or r.valid_to >= :today)
                          where a.organisation_id = any(:organisations) and a.recipient_organisation_id <> p.parent_id
                            and not a.accepted and a.by_hand_at is null and a.waived_at is null
                            and a.closed_at is null and a.transferred_at is null
                          order by a.id limit :most\
                         """, Tuple.class)
                .setParameter("organisations", organisations.toArray(UUID[]::new))
                .setParameter("today", today)
                .setParameter("most", limit)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    void forget(Collection<UUID> organisations) {
        entities.createNativeQuery("delete from moved_debtor where organisation_id = any(:organisations)")
                .setParameter("organisations", organisations.toArray(UUID[]::new))
                .executeUpdate();
    }
}
