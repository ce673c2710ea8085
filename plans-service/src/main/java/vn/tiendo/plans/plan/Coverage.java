package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Keeps count of which organisations serve which superior obligations by items of plans that they have adopted.
///
/// The rows of the obligations are locked in the order of their ids before anything is counted, so that counts stay
/// whole whoever else adopts, recalls or binds at the same time.
@ApplicationScoped
class Coverage {

    @Inject
    EntityManager entities;

    /// The items of an adopted plan serve from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    void takeIn(Plan plan) {
        var added = entities.createNativeQuery("""
                        insert into serving_item (item_id, origin_id, plan_id, organisation_id)
                        select distinct i.id, o.origin_id, i.plan_id, cast(:organisation as uuid)
                          from obligation i
                          cross join lateral unnest(cast(string_to_array(i.serves, ' ') as uuid[])) as s (id)
                          join obligation o on o.id = s.id
                         where i.plan_id = :plan and i.serves <> ''
                        on conflict do nothing""")
                .setParameter("organisation", plan.organisationId())
                .setParameter("plan", plan.id())
                .executeUpdate();
        if (added > 0) {
            lock(plan.id());
            recount(plan);
        }
    }

    /// The items of a plan serve no longer.
    @Transactional(Transactional.TxType.MANDATORY)
    void letGo(Plan plan) {
        lock(plan.id());
        entities.createNativeQuery("""
                        with gone as (
                          select origin_id, count(*) as items from serving_item where plan_id = :plan group by origin_id),
                        changed as (
                          update obligation_binding b set serving = b.serving - gone.items from gone
                           where b.origin_id = gone.origin_id and b.organisation_id = :organisation
                          returning b.obligation_id, b.serving)
                        update obligation_coverage c set serving = c.serving - 1 from changed
                         where c.obligation_id = changed.obligation_id and changed.serving = 0""")
                .setParameter("organisation", plan.organisationId())
                .setParameter("plan", plan.id())
                .executeUpdate();
        entities.createNativeQuery("delete from serving_item where plan_id = :plan")
                .setParameter("plan", plan.id())
                .executeUpdate();
    }

    private void lock(UUID plan) {
        entities.createNativeQuery("""
                        select obligation_id from obligation_coverage
                         where origin_id in (select origin_id from serving_item where plan_id = :plan)
                         order by obligation_id for update""", UUID.class).setParameter("plan", plan).getResultList();
    }

    private void recount(Plan plan) {
        entities.createNativeQuery("""
                        with come as (
                          select origin_id, count(*) as items from serving_item where plan_id = :plan group by origin_id),
                        changed as (
                          update obligation_binding b set serving = b.serving + come.items from come
                           where b.origin_id = come.origin_id and b.organisation_id = :organisation
                          returning b.obligation_id, b.serving - come.items as before)
                        update obligation_coverage c set serving = c.serving + 1 from changed
                         where c.obligation_id = changed.obligation_id and changed.before = 0""")
                .setParameter("organisation", plan.organisationId())
                .setParameter("plan", plan.id())
                .executeUpdate();
    }
}
