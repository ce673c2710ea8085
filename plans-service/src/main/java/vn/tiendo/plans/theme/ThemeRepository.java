package vn.tiendo.plans.theme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.LineageSight;

@ApplicationScoped
class ThemeRepository implements PanacheRepositoryBase<Theme, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfThemes() {
        return new KeptPaths("theme", "organisation_path");
    }

    Optional<Theme> find(UUID id, LineageSight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + sight.condition(), parameters).firstResultOptional();
    }

    List<Theme> list(
            LineageSight sight,
            @Nullable UUID organisation,
            @Nullable ThemeScope scope,
            @Nullable Integer year,
            PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(sight.condition()).append(" and id > :after");
        if (organisation != null) {
            where.append(" and organisationId = :organisation");
            parameters.put("organisation", organisation);
        }
        if (scope != null) {
            where.append(" and scope = :scope");
            parameters.put("scope", scope);
        }
        if (year != null) {
            where.append(" and yearFrom <= :year and yearTo >= :year");
            parameters.put("year", year);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    /// The terms of one issuer, few as they are.
    List<Theme> termsOf(UUID organisation) {
        return list("organisationId = ?1 and scope = ?2", organisation, ThemeScope.TERM);
    }

    List<Theme> readableAt(Set<String> lineage, Collection<UUID> ids) {
        return list("id in ?1 and organisationPath in ?2", ids, lineage);
    }
}
