package vn.tiendo.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.organisation.Arrivals;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    @Inject
    Arrivals arrivals;

    /// @param updatedSince only those that changed at that moment or later
    record Filter(
            @Nullable UUID plan,
            @Nullable UUID organisation,
            @Nullable ReportStatus status,
            @Nullable Instant updatedSince) {}

    /// @throws ReportProblem.ReportNotFound when there is none or the reach does not cover it (404)
    Report get(UUID id, ReportReach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from Report r where r.id = :id and " + reach.condition(), parameters)
                .firstResultOptional()
                .orElseThrow(ReportProblem.ReportNotFound::new);
    }

    /// Like [#get], and nobody else changes it until the transaction ends.
    Report hold(UUID id, ReportReach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from Report r where r.id = :id and " + reach.condition(), parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ReportProblem.ReportNotFound::new);
    }

    /// Those of many that are in reach, held in the order of ids.
    List<Report> holdAll(Collection<UUID> ids, ReportReach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("ids", ids);
        return find("from Report r where r.id in :ids and " + reach.condition() + " order by r.id", parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// In the order of ids.
    List<Report> page(Filter filter, ReportReach reach, PageRequest page) {
        return batch(filter, reach, page.after().map(Cursor::id).orElse(null), page.lookFor());
    }

    /// In the order of ids.
    ///
    /// @param after null to begin with the first one
    List<Report> batch(Filter filter, ReportReach reach, @Nullable UUID after, int limit) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", after == null ? new UUID(0, 0) : after);
        var query = new StringBuilder("from Report r where r.id > :after and ").append(reach.condition());
        if (filter.plan != null) {
            query.append(" and r.demand.planId = :plan");
            parameters.put("plan", filter.plan);
        }
        if (filter.organisation != null) {
            query.append(" and r.organisationId = :organisation");
            parameters.put("organisation", filter.organisation);
        }
        if (filter.status != null) {
            query.append(" and r.status = :status");
            parameters.put("status", filter.status);
        }
        if (filter.updatedSince != null) {
            query.append(" and r.passage.updatedAt >= :updatedSince");
            parameters.put("updatedSince", filter.updatedSince);
        }
        return find(query.append(" order by r.id").toString(), parameters)
                .range(0, limit - 1)
                .list();
    }

    /// Locked in the order of ids.
    List<Report> forAssignments(Collection<UUID> assignments) {
        return find("from Report r where r.demand.assignmentId in ?1 order by r.id", assignments)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Report> unfiledOf(Collection<UUID> organisations) {
        return find(
                        "from Report r where r.organisationPath is null and r.organisationId in ?1 order by r.id",
                        organisations)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Filed ones that go to the parent of their organisation, to another one than it has now.
    List<Report> toFormerParentsOf(Collection<UUID> organisations) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = getEntityManager()
                .createNativeQuery("""
                    select r.id from report r join reach_organisation o on o.id = r.organisation_id
                     where r.organisation_id in (:organisations) and r.recipient_by_place and r.status <> 'ACCEPTED'
                       and r.organisation_path is not null and o.parent_id is not null
                       and r.recipient_organisation_id is distinct from o.parent_id""", UUID.class)
                .setParameter("organisations", organisations)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : find("from Report r where r.id in ?1 order by r.id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /// Organisations that are known by now, although reports of theirs are not filed yet.
    List<UUID> arrived(int limit) {
        return arrivals.of("report", "organisation_path", limit);
    }
}
