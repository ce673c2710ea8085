package vn.tiendo.notifications.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.tree.Sight;

@ApplicationScoped
class ReminderPolicyRepository implements PanacheRepositoryBase<ReminderPolicy, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfPolicies() {
        return new KeptPaths("reminder_policy", "organisation_path");
    }

    Optional<ReminderPolicy> find(UUID id, Sight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + sight.condition(), parameters).firstResultOptional();
    }

    /// @param on only those that hold on this day
    List<ReminderPolicy> list(
            Sight sight,
            @Nullable Collection<String> lineage,
            @Nullable String kind,
            @Nullable LocalDate on,
            PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(sight.condition()).append(" and id > :after");
        if (lineage != null) {
            where.append(" and organisationPath in :lineage");
            parameters.put("lineage", lineage);
        }
        if (kind != null) {
            where.append(" and (obligationKind = :kind or obligationKind is null)");
            parameters.put("kind", kind);
        }
        if (on != null) {
            where.append(" and validFrom <= :on and (validTo is null or validTo >= :on)");
            parameters.put("on", on);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    List<ReminderPolicy> standingAt(Collection<String> paths) {
        return paths.isEmpty() ? List.of() : list("organisationPath in ?1", paths);
    }

    List<ReminderPolicy> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    boolean doesAnyCountWorkingDays() {
        return find("dayCount = ?1 order by id", DayCount.WORKING)
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }
}
