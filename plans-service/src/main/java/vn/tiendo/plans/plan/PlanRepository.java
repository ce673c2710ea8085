package vn.tiendo.plans.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    /// Who may see which plans.
    ///
    /// @param work the subtrees in which the actor works with plans, drafts included
    /// @param bound the subtrees whose issued obligations the actor may read
    record Sight(Reach work, Reach bound) {

        /// Own and subordinate plans, those sent to a body in reach, and issued ones that bind an organisation in
        /// reach.
        String condition() {
            return "(" + work.condition("p.organisationPath")
                    + " or (p.submission.submittedAt is not null and (" + work.condition("p.submission.submittedToPath")
                    + " or "
                    + work.condition("p.submission.submittedViaPath") + "))"
                    + " or (p.issuedAt is not null and exists (select 1 from Assignment a where a.planId = p.id and "
                    + bound.condition("a.organisationPath").replace(":reach", ":bound") + ")))";
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

    List<Plan> list(
            Sight sight,
            @Nullable UUID organisation,
            @Nullable Integer year,
            @Nullable PlanStatus status,
            PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        var where = new StringBuilder(sight.condition());
        if (organisation != null) {
            where.append(" and p.organisationId = :organisation");
            parameters.put("organisation", organisation);
        }
        if (year != null) {
            where.append(" and p.year = :year");
            parameters.put("year", year);
        }
        if (status != null) {
            where.append(" and p.status = :status");
            parameters.put("status", status);
        }
        page.after().ifPresent(after -> {
            where.append(" and p.id > :after");
            parameters.put("after", after.id());
        });
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

    boolean binds(UUID plan, UUID organisation) {
        return count(
                        "from Plan p where p.id = ?1 and exists"
                                + " (select 1 from Assignment a where a.planId = p.id and a.organisationId = ?2)",
                        plan,
                        organisation)
                > 0;
    }

    /// The issued plan, oldest first, whose assignments are not all open yet.
    Optional<Plan> nextToOpen() {
        return find("issuedAt is not null and assignmentsOpenedAt is null order by id")
                .page(0, 1)
                .firstResultOptional();
    }

    /// A closed plan that still has open assignments.
    Optional<Plan> nextToClose() {
        return find("""
                        from Plan p where p.closedAt is not null and exists
                          (select 1 from Assignment a where a.planId = p.id and a.closedAt is null) order by p.id""").page(0, 1).firstResultOptional();
    }
}
