package vn.tiendo.plans.assignment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.AssignmentService.Owed;

@ApplicationScoped
class AssignmentRepository implements PanacheRepositoryBase<Assignment, UUID> {

    /// What a reach shows: assignments of organisations in it, of plans issued in it, those owed to or through it, and
    /// those of obligations on which it advises or which it coordinates.
    private static String visible(Reach reach) {
        return "(" + reach.condition("a.organisationPath") + " or " + reach.condition("a.demand.planPath") + " or "
                + reach.condition("a.parties.recipientPath") + " or " + reach.condition("a.parties.viaPath")
                + " or exists (select 1 from ObligationParty q where q.key.obligationId = a.demand.obligationId and "
                + reach.condition("q.organisationPath") + "))";
    }

    Optional<Assignment> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from Assignment a where a.id = :id and " + visible(reach), parameters)
                .firstResultOptional();
    }

    List<Assignment> list(Reach reach, AssignmentFilter filter, PageRequest page, Instant now) {
        return AssignmentListing.list(getEntityManager(), reach, filter, page, now);
    }

    /// The assignment to which an activity of a day counts: of the period that the day lies in, the
    /// earliest open one, and one that was passed on only where there is no other.
    Optional<Assignment> countedBy(UUID organisation, UUID obligation, LocalDate day) {
        return find("""
            organisationId = ?1 and demand.obligationId = ?2 and release.waivedAt is null and release.closedAt is null
            and (due.windowFrom is null or due.windowFrom <= ?3) and (due.windowTo is null or due.windowTo >= ?3)
            order by case when transfer.at is null then 0 else 1 end, receipt.accepted, due.sortDue, id""", organisation, obligation, day).page(0, 1).firstResultOptional();
    }

    private static final String OPEN =
            "receipt.accepted = false and byHand.at is null and release.waivedAt is null and release.closedAt is null"
                    + " and transfer.at is null";

    List<Assignment> openAt(UUID organisation, int most) {
        return find("organisationId = ?1 and " + OPEN + " order by id", organisation)
                .page(0, most)
                .list();
    }

    long countOpenAt(Collection<UUID> organisations) {
        return organisations.isEmpty() ? 0 : count("organisationId in ?1 and " + OPEN, organisations);
    }

    /// What is open and owed to an organisation, or through it.
    List<Assignment> owedTo(UUID organisation, int most) {
        return find(
                        "(parties.recipientOrganisationId = ?1 or parties.viaOrganisationId = ?1) and " + OPEN
                                + " order by id",
                        organisation)
                .page(0, most)
                .list();
    }

    long countOwedTo(Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? 0
                : count(
                        "(parties.recipientOrganisationId in ?1 or parties.viaOrganisationId in ?1) and " + OPEN,
                        organisations);
    }

    Map<UUID, UUID> parentsOf(Collection<UUID> organisations) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select id, parent_id from reach_organisation where id = any(?1) and parent_id is not null",
                        Tuple.class)
                .setParameter(1, organisations.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    /// Writes where the recipients and via bodies of some assignments stand today.
    void followParties(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("""
                        update assignment a set
                          recipient_path = (select r.path from reach_organisation r where r.id = a.recipient_organisation_id),
                          via_path = (select v.path from reach_organisation v where v.id = a.via_organisation_id)
                         where a.id = any(?1)""")
                .setParameter(1, ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    List<Assignment> toClose(UUID plan, int limit) {
        return find("demand.planId = ?1 and release.closedAt is null order by id", plan)
                .page(0, limit)
                .list();
    }

    /// All assignments of an organisation that follow from an obligation, however they stand.
    List<Assignment> allOf(UUID organisation, UUID obligation) {
        return allOf(organisation, List.of(obligation));
    }

    List<Assignment> allOf(UUID organisation, Collection<UUID> obligations) {
        return obligations.isEmpty()
                ? List.of()
                : list(
                        "organisationId = ?1 and demand.obligationId in ?2 order by due.sortDue, id",
                        organisation,
                        obligations);
    }

    /// The organisations that passed their debts on to these assignments, directly or through others.
    List<UUID> predecessorsOf(Collection<UUID> heirs) {
        return getEntityManager()
                .createNativeQuery("""
                    with recursive passed (id, organisation_id) as (
                      select id, organisation_id from assignment where transferred_to_assignment_id = any(:heirs)
                      union select a.id, a.organisation_id from assignment a join passed p
                        on a.transferred_to_assignment_id = p.id)
                    select distinct organisation_id from passed\
                    """, UUID.class)
                .setParameter("heirs", heirs.toArray(UUID[]::new))
                .getResultList();
    }

    /// Whether an organisation owes, or owed, something for an occurrence.
    boolean isOwed(UUID organisation, UUID obligation, String occurrence) {
        return count(
                        "organisationId = ?1 and demand.obligationId = ?2 and due.occurrence = ?3",
                        organisation,
                        obligation,
                        occurrence)
                > 0;
    }

    Set<Owed> owed(Collection<UUID> obligations, Collection<UUID> organisations) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select new vn.tiendo.plans.assignment.AssignmentService$Owed(a.demand.obligationId,"
                                + " a.organisationId, a.due.occurrence) from Assignment a where a.demand.obligationId in ?1 and"
                                + " a.organisationId in ?2",
                        Owed.class)
                .setParameter(1, obligations)
                .setParameter(2, organisations)
                .getResultList());
    }

    /// Those of a page that depend on something overdue: the same obligation and occurrence of a direct child of the
    /// organisation, or what its own plans demand in its service. One statement however many they are; the offsets
    /// make PostgreSQL look each one up by index instead of joining whole tables.
    Set<UUID> atRisk(Collection<UUID> page, Instant now) {
        if (page.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager()
                .createNativeQuery("""
                    select a.id
                      from (select id, obligation_id, organisation_id, occurrence from assignment
                             where id = any(:page) offset 0) a
                      cross join lateral (
                        (select 1 from (select id from reach_organisation
                                         where parent_id = a.organisation_id offset 0) child
                           cross join lateral (select 1 from assignment c
                             where c.obligation_id = a.obligation_id and c.organisation_id = child.id
                               and c.occurrence = a.occurrence
                               and (c.stage = 'OPEN' and c.sort_due <= :now
                                 or c.stage = 'RETURNED' and c.returned_until <= :now) offset 0) overdue
                          limit 1)
                        union all
                        (select 1 from obligation demanded
                           join serving_item item on item.origin_id = demanded.origin_id
                            and item.organisation_id = a.organisation_id
                           cross join lateral (select 1 from assignment c
                             where c.obligation_id = item.item_id and c.sort_due <= :now
                               and (c.stage = 'OPEN' or c.stage = 'RETURNED' and c.returned_until <= :now)
                             offset 0) overdue
                          where demanded.id = a.obligation_id limit 1)) risk\
                    """, UUID.class)
                .setParameter("page", page.toArray(UUID[]::new))
                .setParameter("now", now)
                .getResultList();
        return Set.copyOf(found);
    }

    /// What some organisations owe, or owed, of an obligation.
    List<Assignment> ofObligation(UUID obligation, Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : list("demand.obligationId = ?1 and organisationId in ?2 order by id", obligation, organisations);
    }

    /// What organisations owe of an obligation because others passed it on to them.
    List<Assignment> passedOn(UUID obligation, UUID after, int most) {
        return find(
                        "demand.obligationId = ?1 and transfer.fromAssignmentId is not null and transfer.at is null"
                                + " and release.closedAt is null and id > ?2 order by id",
                        obligation,
                        after)
                .page(0, most)
                .list();
    }

    /// Those of some obligations of which the organisation has an assignment.
    Set<UUID> owedAmong(UUID organisation, Collection<UUID> obligations) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct a.demand.obligationId from Assignment a where a.organisationId = ?1 and"
                                + " a.demand.obligationId in ?2",
                        UUID.class)
                .setParameter(1, organisation)
                .setParameter(2, obligations)
                .getResultList());
    }

    List<Assignment> dueFrom(Collection<UUID> organisations, LocalDate from, LocalDate to, int limit) {
        return find(
                        "organisationId in ?1 and due.dueDay >= ?2 and due.dueDay <= ?3 order by due.dueDay, id",
                        organisations,
                        from,
                        to)
                .page(0, limit)
                .list();
    }

    List<Assignment> dueBefore(Collection<UUID> organisations, LocalDate from, LocalDate before, int limit) {
        return find(
                        "organisationId in ?1 and due.dueDay >= ?2 and due.dueDay < ?3 order by due.dueDay desc, id",
                        organisations,
                        from,
                        before)
                .page(0, limit)
                .list();
    }
}
