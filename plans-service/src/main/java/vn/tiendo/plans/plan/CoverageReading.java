package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.CoveredObligation;
import vn.tiendo.plans.plan.PlanApi.CoveringOrganisation;
import vn.tiendo.plans.plan.PlanApi.DemandOnPlan;
import vn.tiendo.plans.plan.PlanRepository.Sight;

/// Answers who serves what and what nobody serves, a page at a time, from counts that are kept.
@ApplicationScoped
class CoverageReading {

    @Inject
    PlanChanges changes;

    @Inject
    ObligationService obligations;

    @Inject
    EntityManager entities;

    /// An organisation of a list and where it stands in it.
    record Covering(CoveringOrganisation organisation, String path) {}

    /// The obligations of a plan in the order of the document.
    ///
    /// @param unserved only those that no organisation serves
    List<CoveredObligation> obligations(UUID plan, boolean unserved, Actor actor, PageRequest page) {
        var query = entities.createNativeQuery("""
                        select o.id, o.code, o.kind, o.subject, c.bound, c.serving, c.complete
                          from obligation_coverage c join obligation o on o.id = c.obligation_id
                         where c.plan_id = :plan and o.id > :after and (not :unserved or (c.serving = 0 and c.bound > 0))
                         order by o.id limit :most""", Tuple.class)
                .setParameter("plan", changes.get(plan, actor).id())
                .setParameter("unserved", unserved);
        return rows(after(query, page)).stream()
                .map(row -> new CoveredObligation(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        ObligationKind.valueOf(row.get(2, String.class)),
                        row.get(3, String.class),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class),
                        row.get(4, Integer.class) - row.get(5, Integer.class),
                        row.get(6, Boolean.class)))
                .toList();
    }

    /// The organisations that an obligation binds and that the reader may see, in the order of the tree.
    List<Covering> organisations(UUID plan, UUID obligation, @Nullable Boolean serving, Actor actor, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        var seen = visible(changes.get(plan, actor), actor, "b.organisation_path", parameters);
        var standing = serving == null ? "" : serving ? " and b.serving > 0" : " and b.serving = 0";
        var query = entities.createNativeQuery("""
                        select b.organisation_id, r.code, r.name, b.serving, b.organisation_path
                          from obligation_binding b join reach_organisation r on r.id = b.organisation_id
                          join obligation o on o.id = b.obligation_id
                         where b.obligation_id = :obligation and o.plan_id = :plan
                           and b.organisation_path > :after and %s%s
                         order by b.organisation_path limit :most""".formatted(seen, standing), Tuple.class);
        parameters.forEach(query::setParameter);
        query.setParameter("obligation", obligation)
                .setParameter("plan", plan)
                .setParameter("after", page.after().map(Cursor::key).orElse(""))
                .setParameter("most", page.lookFor());
        return rows(query).stream()
                .map(row -> new Covering(
                        new CoveringOrganisation(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, Integer.class)),
                        row.get(4, String.class)))
                .toList();
    }

    /// What superior plans in force demand of the organisation of a plan, and which of its items serve it. Of superior
    /// plans only those that the reader may see are told.
    ///
    /// @param unserved only what none of the items serves
    List<DemandOnPlan> demands(UUID id, boolean unserved, Actor actor, PageRequest page) {
        var plan = changes.get(id, actor);
        var serving = itemsByOrigin(plan);
        var parameters = new HashMap<String, Object>();
        var seen = seenIssued(actor, parameters);
        var query = entities.createNativeQuery("""
                        select o.id, o.plan_id, o.code, o.kind, o.subject, o.origin_id
                          from obligation_binding b join obligation o on o.id = b.obligation_id
                          join plan p on p.id = o.plan_id
                         where b.organisation_id = :organisation and b.obligation_id > :after and p.status = 'ISSUED'
                           and p.id <> :self and p.period_from <= coalesce(cast(:to as date), 'infinity')
                           and coalesce(p.period_to, 'infinity') >= cast(:from as date)
                           and (not :unserved or o.origin_id <> all(:served)) and %s
                         order by o.id limit :most""".formatted(seen), Tuple.class);
        parameters.forEach(query::setParameter);
        query.setParameter("organisation", plan.organisationId())
                .setParameter("self", id)
                .setParameter("from", plan.words().periodFrom())
                .setParameter("to", plan.words().periodTo())
                .setParameter("unserved", unserved)
                .setParameter("served", serving.keySet().toArray(UUID[]::new));
        return rows(after(query, page)).stream()
                .map(row -> new DemandOnPlan(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        ObligationKind.valueOf(row.get(3, String.class)),
                        row.get(4, String.class),
                        serving.getOrDefault(row.get(5, UUID.class), List.of())))
                .toList();
    }

    private Map<UUID, List<String>> itemsByOrigin(Plan plan) {
        var items = obligations.ofPlan(plan.id());
        var served = new HashSet<UUID>();
        items.forEach(item -> served.addAll(item.serves()));
        var origins = new HashMap<UUID, UUID>();
        obligations.all(served).forEach(each -> origins.put(each.id(), each.originId()));
        var codes = new HashMap<UUID, List<String>>();
        for (Obligation item : items) {
            item.serves().stream()
                    .map(origins::get)
                    .distinct()
                    .forEach(origin -> codes.merge(origin, List.of(item.code()), CoverageReading::both));
        }
        return codes;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }

    /// Who works with the plan sees all whom it binds; others those in their own reach.
    static String visible(Plan plan, Actor actor, String column, Map<String, Object> parameters) {
        var work = Sight.of(actor).work();
        if (work.covers(plan.organisationPath())) {
            return "true";
        }
        Reach bound = Sight.of(actor).bound();
        bound.bind(parameters);
        return bound.condition(column);
    }

    /// Like the sight of issued plans, on the row `p`.
    private static String seenIssued(Actor actor, Map<String, Object> parameters) {
        Reach bound = Sight.of(actor).bound();
        bound.bind(parameters);
        return "(" + bound.condition("p.organisation_path")
                + " or exists (select 1 from plan_receipt r where r.plan_id = p.id and "
                + bound.condition("r.organisation_path") + "))";
    }

    private static Query after(Query query, PageRequest page) {
        return query.setParameter("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setParameter("most", page.lookFor());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
