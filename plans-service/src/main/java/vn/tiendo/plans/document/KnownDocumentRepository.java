package vn.tiendo.plans.document;

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
class KnownDocumentRepository implements PanacheRepositoryBase<KnownDocument, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfKnownDocuments() {
        return new KeptPaths("known_document", "organisation_path");
    }

    Optional<KnownDocument> find(UUID id, LineageSight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + sight.condition(), parameters).firstResultOptional();
    }

    List<KnownDocument> list(LineageSight sight, @Nullable String numberKey, @Nullable Integer year, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(sight.condition()).append(" and id > :after");
        if (numberKey != null) {
            where.append(" and numberKey = :key");
            parameters.put("key", numberKey);
        }
        if (year != null) {
            where.append(" and year(issueDate) = :year");
            parameters.put("year", year);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    /// The entries kept along one line of the tree that carry one of the numbers or are named.
    List<KnownDocument> along(Set<String> lineage, Collection<String> numberKeys, Collection<UUID> ids) {
        return numberKeys.isEmpty() && ids.isEmpty()
                ? List.of()
                : list("(numberKey in ?1 or id in ?2) and organisationPath in ?3", numberKeys, ids, lineage);
    }

    List<KnownDocument> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Which of these organisations there are.
    List<UUID> organisationsAmong(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery("select id from organisation where id = any(:ids)", UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList();
    }
}
