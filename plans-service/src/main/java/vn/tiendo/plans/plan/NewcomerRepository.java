package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Organisations that may fit plans that were issued before they began. The database notes them with whatever writes
/// an organisation.
@ApplicationScoped
class NewcomerRepository {

    @Inject
    EntityManager entities;

    /// Organisations that have been held against the same plans.
    ///
    /// @param afterPlan all plans up to this one have been asked
    record Newcomers(UUID afterPlan, List<UUID> organisations) {}

    /// Takes some; an organisation that is being written now waits for its writer.
    Optional<Newcomers> next(int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select organisation_id, after_plan from newcomer
                          where after_plan = (select after_plan from newcomer order by after_plan limit 1)
                          order by organisation_id limit :most for update skip locked\
                         """, Tuple.class)
                .setParameter("most", limit)
                .getResultList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Newcomers(
                        rows.getFirst().get(1, UUID.class),
                        rows.stream().map(row -> row.get(0, UUID.class)).toList()));
    }

    void asked(Newcomers newcomers, UUID upTo) {
        entities.createNativeQuery("update newcomer set after_plan = :plan where organisation_id = any(:ids)")
                .setParameter("plan", upTo)
                .setParameter("ids", newcomers.organisations().toArray(UUID[]::new))
                .executeUpdate();
    }

    void askedAll(Newcomers newcomers) {
        entities.createNativeQuery("delete from newcomer where organisation_id = any(:ids)")
                .setParameter("ids", newcomers.organisations().toArray(UUID[]::new))
                .executeUpdate();
    }

    /// Organisations that began after the day whose tree a plan was opened for are held against that plan too.
    void noteSince(LocalDate day, LocalDate today, UUID plan) {
        entities.createNativeQuery("""
            insert into newcomer (organisation_id, after_plan)
            select distinct organisation_id, cast(:before as uuid) from organisation_period
             where valid_from > :day and (valid_to is null or valid_to >= :today) order by organisation_id
            on conflict (organisation_id) do update
              set after_plan = least(newcomer.after_plan, excluded.after_plan)\
            """)
                .setParameter("before", before(plan))
                .setParameter("day", day)
                .setParameter("today", today)
                .executeUpdate();
    }

    /// The id right before another one in the order of the database.
    private static UUID before(UUID id) {
        var least = id.getLeastSignificantBits() - 1;
        return new UUID(id.getMostSignificantBits() - (least == -1 ? 1 : 0), least);
    }
}
