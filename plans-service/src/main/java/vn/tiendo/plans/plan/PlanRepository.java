package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.PlanProblem.PlanNotFound;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    /// Who may see which plans.
    ///
    /// @param work the subtrees in which the actor works with plans, drafts included
    /// @param bound the subtrees in which the actor may read what is issued, and what binds organisations in them
    record Sight(Reach work, Reach bound) {

        static Sight of(Actor actor) {
            return new Sight(
                    actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR),
                    OrganisationService.readable(actor));
        }

        /// Own and subordinate plans, those sent to a body in reach, and issued ones of organisations in reach, that
        /// bind one, or on which one advises or which it coordinates.
        String condition() {
            return "(" + work.condition("p.organisationPath")
                    + " or (p.submission.submittedAt is not null and (" + work.condition("p.submission.submittedToPath")
                    + " or "
                    + work.condition("p.submission.submittedViaPath") + "))"
                    + " or (p.issuedAt is not null and ("
                    + bound.condition("p.organisationPath").replace(":reach", ":bound")
                    + " or exists (select 1 from Assignment a where a.demand.planId = p.id and "
                    + bound.condition("a.organisationPath").replace(":reach", ":bound")
                    + ") or exists (select 1 from PlanReceipt r where r.key.planId = p.id and "
                    + bound.condition("r.organisationPath").replace(":reach", ":bound")
                    + ") or exists (select 1 from ObligationParty q where q.planId = p.id and "
                    + work.condition("q.organisationPath") + "))))";
        }

        void bind(HashMap<String, Object> parameters) {
            var own = new HashMap<String, Object>();
            bound.bind(own);
            own.forEach((name, value) -> parameters.put(name.replace("reach", "bound"), value));
            work.bind(parameters);
        }
    }

    Optional<Plan> find(UUID id, Sight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("id", id);
        return find("from Plan p where p.id = :id and " + sight.condition(), parameters)
                .firstResultOptional();
    }

    List<Plan> list(Sight sight, PlanFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        var where = new StringBuilder(sight.condition());
        restrict(where, parameters, "organisationId = ", filter.organisation());
        restrict(where, parameters, "words.year = ", filter.year());
        restrict(where, parameters, "status = ", filter.status());
        restrict(where, parameters, "words.type = ", filter.type());
        restrict(where, parameters, "words.number = ", filter.number());
        restrict(where, parameters, "words.symbol = ", filter.symbol());
        restrict(where, parameters, "words.parentPlanId = ", filter.parentPlan());
        restrict(where, parameters, "origin.amendsId = ", filter.amends());
        restrict(where, parameters, "changedAt >= ", filter.changedSince());
        restrict(where, parameters, "organisationPath >= ", filter.within());
        restrict(
                where,
                parameters,
                "organisationPath < ",
                filter.within() == null ? null : Reach.endOf(filter.within()));
        restrict(where, parameters, "id > ", page.after().map(Cursor::id).orElse(null));
        return find("from Plan p where " + where + " order by p.id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    /// Those among the plans that may be seen, in one statement.
    List<UUID> seenAmong(Collection<UUID> ids, Sight sight) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("ids", ids);
        return find("from Plan p where p.id in :ids and " + sight.condition(), parameters).stream()
                .map(Plan::id)
                .toList();
    }

    private static void restrict(
            StringBuilder where, HashMap<String, Object> parameters, String comparison, @Nullable Object value) {
        if (value != null) {
            var name = "filter" + parameters.size();
            where.append(" and p.").append(comparison).append(':').append(name);
            parameters.put(name, value);
        }
    }

    boolean binds(UUID plan, UUID organisation) {
        return count(
                        "from Plan p where p.id = ?1 and exists"
                                + " (select 1 from Assignment a where a.demand.planId = p.id and a.organisationId = ?2)",
                        plan,
                        organisation)
                > 0;
    }

    /// Nobody changes the plan before the transaction ends, and it is read anew.
    ///
    /// @throws PlanNotFound when it has just been deleted (404)
    void lock(Plan plan, LockModeType mode) {
        try {
            getEntityManager().refresh(plan, mode);
        } catch (EntityNotFoundException deleted) {
            throw new PlanNotFound();
        }
    }

    /// Whether another plan names this one as what it carries out, amends or was made from.
    boolean isReferredTo(UUID plan) {
        return count("words.parentPlanId = ?1 or origin.rolledFromId = ?1 or origin.amendsId = ?1", plan) > 0;
    }

    List<Plan> inForce(Collection<UUID> ids) {
        return list("id in ?1 and status = ?2", ids, PlanStatus.ISSUED);
    }

    /// Those that have been issued and were not taken back.
    List<Plan> inForceOrEnded(Collection<UUID> ids) {
        return list("id in ?1 and issuedAt is not null and status <> ?2", ids, PlanStatus.RECALLED);
    }

    /// Plans of an organisation that bind nobody yet.
    List<Plan> unissuedOf(UUID organisation, int most) {
        return find(
                        "organisationId = ?1 and status in ?2 order by id",
                        organisation,
                        List.of(PlanStatus.DRAFT, PlanStatus.ADOPTED))
                .page(0, most)
                .list();
    }

    /// Plans that an organisation is to judge or to pass on.
    List<Plan> waitingFor(UUID organisation, int most) {
        return find(
                        "(submission.submittedToId = ?1 or submission.submittedViaId = ?1)"
                                + " and submission.submissionStatus = ?2 order by id",
                        organisation,
                        SubmissionStatus.SUBMITTED)
                .page(0, most)
                .list();
    }

    /// The plan, oldest first, whose assignments are not all open yet. One that was superseded meanwhile is opened
    /// first, so that its amendment, which is younger, finds all that it has to take over.
    Optional<Plan> nextToOpen() {
        return find(
                        "issuedAt is not null and status in ?1 and assignmentsOpenedAt is null order by id",
                        List.of(PlanStatus.ISSUED, PlanStatus.SUPERSEDED))
                .page(0, 1)
                .firstResultOptional();
    }

    /// Plans in force behind another one, all their assignments open, that still ask for something on a day, by id.
    List<Plan> inForceAfter(UUID plan, LocalDate day, int limit) {
        return find(
                        "id > ?1 and status = ISSUED and assignmentsOpenedAt is not null"
                                + " and (words.periodTo is null or words.periodTo >= ?2) order by id",
                        plan,
                        day)
                .page(0, limit)
                .list();
    }

    /// A plan that has ended and still has open assignments; one that was superseded waits until its amendment has
    /// taken over what it keeps.
    Optional<Plan> nextToClose() {
        return find("""
            from Plan p where p.status in (CLOSED, RECALLED, SUPERSEDED)
              and (p.ending.supersededById is null or exists
                (select 1 from Plan n where n.id = p.ending.supersededById
                   and (n.assignmentsOpenedAt is not null or n.status in (CLOSED, RECALLED))))
              and exists
              (select 1 from Assignment a where a.demand.planId = p.id and a.release.closedAt is null) order by p.id""").page(0, 1).firstResultOptional();
    }
}
