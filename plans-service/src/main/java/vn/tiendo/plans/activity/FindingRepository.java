package vn.tiendo.plans.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class FindingRepository implements PanacheRepositoryBase<Finding, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfInspectors() {
        return new KeptPaths("finding", "inspection_path");
    }

    @Produces
    @Singleton
    KeptPaths pathsOfInspected() {
        return new KeptPaths("finding", "organisation_path");
    }

    /// @param below path of the organisation whose subtree was inspected
    /// @param dueBefore only those whose day lies before
    record FindingFilter(
            @Nullable String below,
            @Nullable UUID inspection,
            Finding.@Nullable Status status,
            @Nullable LocalDate dueBefore) {}

    List<Finding> list(Reach reach, FindingFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var where = new StringBuilder(
                "(" + reach.condition("inspectionPath") + " or " + reach.condition("organisationPath") + ")");
        if (filter.below() != null) {
            where.append(" and organisationPath >= :below and organisationPath < :belowEnd");
            parameters.put("below", filter.below());
            parameters.put("belowEnd", Reach.endOf(filter.below()));
        }
        if (filter.inspection() != null) {
            where.append(" and inspectionId = :inspection");
            parameters.put("inspection", filter.inspection());
        }
        if (filter.status() != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.dueBefore() != null) {
            where.append(" and dueDay < :dueBefore");
            parameters.put("dueBefore", filter.dueBefore());
        }
        page.after().map(Cursor::id).ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    /// Locked, so that two re-inspections cannot settle the same finding; those out of reach are not found.
    List<Finding> toSettle(Collection<UUID> ids, Reach reach) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("ids", ids);
        return find(
                        "id in :ids and (" + reach.condition("inspectionPath") + " or "
                                + reach.condition("organisationPath") + ") order by id",
                        parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Finding> ofInspection(UUID inspection) {
        return list("inspectionId = ?1 order by id", inspection);
    }

    List<Finding> settledBy(UUID reinspection) {
        return list("settledBy = ?1 order by id", reinspection);
    }
}
