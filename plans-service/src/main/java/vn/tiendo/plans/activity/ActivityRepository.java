package vn.tiendo.plans.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {

    private static final String PATH = "organisation_path";

    @Produces
    @Singleton
    KeptPaths pathsOfActivities() {
        return new KeptPaths("activity", PATH);
    }

    @Produces
    @Singleton
    KeptPaths pathsOfParties() {
        return new KeptPaths("activity_party", PATH);
    }

    /// Whoever it was held by, and those whom an inspection is about or who inspect along.
    private static String visible(Reach reach) {
        return "(" + reach.condition("a.organisationPath")
                + " or a.id in (select b.id from Activity b join b.parties p where "
                + reach.condition("p.organisationPath") + "))";
    }

    Optional<Activity> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from Activity a where a.id = :id and " + visible(reach), parameters)
                .firstResultOptional();
    }

    /// When the server heard last of what counts to an assignment. An activity that is new is the last; one
    /// that is put right may count where others were recorded after it.
    Instant lastReceipt(Activity activity, UUID assignment) {
        return activity.status() != Activity.Status.CORRECTED
                ? activity.recordedAt()
                : getEntityManager()
                        .createQuery(
                                "select max(a.recordedAt) from Activity a join a.counted c where c.assignmentId = ?1",
                                Instant.class)
                        .setParameter(1, assignment)
                        .getSingleResult();
    }

    /// Those of the ids that lie within a reach.
    Set<UUID> among(Collection<UUID> ids, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("ids", ids);
        return find("from Activity a where a.id in :ids and " + visible(reach), parameters).stream()
                .map(Activity::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Activity> list(Reach reach, ActivityFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var where = new StringBuilder(visible(reach));
        if (filter.below() != null) {
            where.append(" and a.organisationPath >= :below and a.organisationPath < :belowEnd");
            parameters.put("below", filter.below());
            parameters.put("belowEnd", Reach.endOf(filter.below()));
        }
        if (filter.kind() != null) {
            where.append(" and a.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.status() != null) {
            where.append(" and a.status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.from() != null) {
            where.append(" and coalesce(a.told.heldOn, a.told.plannedOn) >= :from");
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.append(" and coalesce(a.told.heldOn, a.told.plannedOn) <= :to");
            parameters.put("to", filter.to());
        }
        if (filter.obligation() != null) {
            where.append(
                    " and a.id in (select c.id from Activity c join c.counted o where o.obligationId = :obligation)");
            parameters.put("obligation", filter.obligation());
        }
        page.after().map(Cursor::id).ifPresent(after -> {
            where.append(" and a.id > :after");
            parameters.put("after", after);
        });
        return find("from Activity a where " + where + " order by a.id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    List<ActivityCorrection> correctionsOf(UUID activity, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        "from ActivityCorrection c where c.activityId = ?1 and c.id > ?2 order by c.id",
                        ActivityCorrection.class)
                .setParameter(1, activity)
                .setParameter(2, page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(page.lookFor())
                .getResultList();
    }

    void keep(ActivityCorrection correction) {
        getEntityManager().persist(correction);
    }

    List<Activity> plannedAt(UUID organisation, int most) {
        return find("organisationId = ?1 and status = ?2 order by id", organisation, Activity.Status.PLANNED)
                .page(0, most)
                .list();
    }

    long countPlannedAt(Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? 0
                : count("organisationId in ?1 and status = ?2", organisations, Activity.Status.PLANNED);
    }

    /// Writes where the organisations of some activities stand today.
    void followOrganisations(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("""
                        update activity a
                           set organisation_path = (select r.path from reach_organisation r where r.id = a.organisation_id)
                         where a.id = any(?1)""")
                .setParameter(1, ids.toArray(UUID[]::new))
                .executeUpdate();
    }
}
