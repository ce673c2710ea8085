package vn.tiendo.notifications.preference;

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
class PreferenceDefaultRepository implements PanacheRepositoryBase<PreferenceDefault, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfDefaults() {
        return new KeptPaths("preference_default", "organisation_path");
    }

    Optional<PreferenceDefault> find(UUID id, Sight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + sight.condition(), parameters).firstResultOptional();
    }

    /// @param lineage only what was set at one of these paths
    /// @param on only what holds on this day
    List<PreferenceDefault> list(
            Sight sight, @Nullable Collection<String> lineage, @Nullable LocalDate on, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(sight.condition()).append(" and id > :after");
        if (lineage != null) {
            where.append(" and organisationPath in :lineage");
            parameters.put("lineage", lineage);
        }
        if (on != null) {
            where.append(" and validFrom <= :on and (validTo is null or validTo >= :on)");
            parameters.put("on", on);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }
}
