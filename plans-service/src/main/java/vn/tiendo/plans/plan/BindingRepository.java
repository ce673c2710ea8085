package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.plans.assignment.Binding;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;

/// Writes which organisations an obligation binds, and counts them as they are found.
@ApplicationScoped
class BindingRepository implements Binding {

    @Inject
    EntityManager entities;

    /// Where the search for the organisations that an obligation binds has got to.
    record Unbound(UUID planId, UUID obligationId, String boundUpTo) {}

    /// Notes that a plan has been issued; the organisations that it binds are found afterwards.
    void begin(UUID plan) {
        entities.createNativeQuery("""
                        insert into plan_receipt_tally (plan_id, bound, received, complete)
                        values (:plan, 0, 0, false)""").setParameter("plan", plan).executeUpdate();
        entities.createNativeQuery("""
                        insert into obligation_coverage
                          (obligation_id, plan_id, origin_id, bound, serving, bound_up_to, complete)
                        select id, plan_id, origin_id, 0, 0, '', false from obligation where plan_id = :plan""").setParameter("plan", plan).executeUpdate();
    }

    Optional<UUID> nextPlan() {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select plan_id from plan_receipt_tally where not complete order by plan_id limit 1",
                        UUID.class)
                .getResultList();
        return found.stream().findFirst();
    }

    /// The row stays locked until the transaction ends, so that nobody counts beside it.
    Optional<Unbound> nextObligation(UUID plan) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = entities.createNativeQuery("""
                        select plan_id, obligation_id, bound_up_to from obligation_coverage
                         where plan_id = :plan and not complete order by obligation_id limit 1 for update""", Tuple.class)
                .setParameter("plan", plan)
                .getResultList();
        return found.stream()
                .map(row -> new Unbound(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class)))
                .findFirst();
    }

    /// Binds organisations that turn up after a plan was issued. The obligations are locked in the order of
    /// their ids before anything is counted, like everywhere.
    @Override
    public void bind(Map<Obligation, List<Debtor>> found) {
        var bound = bound(found);
        var missing = new TreeMap<Obligation, List<Debtor>>(Comparator.comparing(Obligation::id));
        found.forEach((obligation, debtors) -> {
            var others = debtors.stream()
                    .filter(debtor -> !bound.contains(new Bound(obligation.id(), debtor.organisationId())))
                    .toList();
            if (!others.isEmpty()) {
                missing.put(obligation, others);
            }
        });
        if (!missing.isEmpty()) {
            lock(missing.keySet());
            missing.forEach(this::bind);
        }
    }

    private record Bound(UUID obligation, UUID organisation) {}

    private Set<Bound> bound(Map<Obligation, List<Debtor>> found) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select obligation_id, organisation_id from obligation_binding
                         where obligation_id = any(:obligations) and organisation_id = any(:organisations)""", Tuple.class)
                .setParameter(
                        "obligations",
                        found.keySet().stream().map(Obligation::id).toArray(UUID[]::new))
                .setParameter(
                        "organisations",
                        found.values().stream()
                                .flatMap(List::stream)
                                .map(Debtor::organisationId)
                                .distinct()
                                .toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new Bound(row.get(0, UUID.class), row.get(1, UUID.class)))
                .collect(Collectors.toSet());
    }

    private void lock(Collection<Obligation> some) {
        entities.createNativeQuery("""
                        select obligation_id from obligation_coverage where obligation_id = any(:ids)
                         order by obligation_id for update""", UUID.class)
                .setParameter("ids", some.stream().map(Obligation::id).toArray(UUID[]::new))
                .getResultList();
    }

    /// Binds some organisations; those that are bound already are not counted again.
    void bind(Obligation obligation, List<Debtor> debtors) {
        var ids = debtors.stream().map(Debtor::organisationId).toArray(UUID[]::new);
        var paths = debtors.stream().map(Debtor::path).toArray(String[]::new);
        entities.createNativeQuery("""
                        with added as (
                          insert into obligation_binding
                            (obligation_id, organisation_id, organisation_path, origin_id, serving)
                          select :obligation, d.id, d.path, :origin,
                                 (select count(*) from serving_item s
                                   where s.origin_id = :origin and s.organisation_id = d.id)
                            from unnest(:ids, :paths) as d (id, path)
                          on conflict do nothing returning serving)
                        update obligation_coverage
                           set bound = bound + (select count(*) from added),
                               serving = serving + (select count(*) from added where added.serving > 0)
                         where obligation_id = :obligation""")
                .setParameter("obligation", obligation.id())
                .setParameter("origin", obligation.originId())
                .setParameter("ids", ids)
                .setParameter("paths", paths)
                .executeUpdate();
        entities.createNativeQuery("""
                        with added as (
                          insert into plan_receipt (plan_id, organisation_id, organisation_path)
                          select :plan, d.id, d.path from unnest(:ids, :paths) as d (id, path)
                          on conflict do nothing returning 1)
                        update plan_receipt_tally set bound = bound + (select count(*) from added)
                         where plan_id = :plan""")
                .setParameter("plan", obligation.planId())
                .setParameter("ids", ids)
                .setParameter("paths", paths)
                .executeUpdate();
    }

    /// Adds one organisation to those that must acknowledge the receipt of a plan.
    void list(UUID plan, KnownOrganisation organisation) {
        entities.createNativeQuery("""
                        with added as (
                          insert into plan_receipt (plan_id, organisation_id, organisation_path)
                          values (:plan, :organisation, :path) on conflict do nothing returning 1)
                        update plan_receipt_tally set bound = bound + 1
                         where plan_id = :plan and exists (select 1 from added)""")
                .setParameter("plan", plan)
                .setParameter("organisation", organisation.id())
                .setParameter("path", organisation.path())
                .executeUpdate();
    }

    void boundUpTo(UUID obligation, String path) {
        entities.createNativeQuery("update obligation_coverage set bound_up_to = :path where obligation_id = :id")
                .setParameter("path", path)
                .setParameter("id", obligation)
                .executeUpdate();
    }

    void allBound(UUID obligation) {
        entities.createNativeQuery("update obligation_coverage set complete = true where obligation_id = :id")
                .setParameter("id", obligation)
                .executeUpdate();
    }

    void planBound(UUID plan) {
        entities.createNativeQuery("update plan_receipt_tally set complete = true where plan_id = :id")
                .setParameter("id", plan)
                .executeUpdate();
    }
}
