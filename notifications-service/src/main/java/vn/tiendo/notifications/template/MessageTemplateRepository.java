package vn.tiendo.notifications.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class MessageTemplateRepository implements PanacheRepositoryBase<MessageTemplate, UUID> {

    private static final String SERIES = "organisationId = ?1 and purpose = ?2 and language = ?3";

    @Inject
    Session session;

    @Produces
    @Singleton
    KeptPaths pathsOfTemplates() {
        return new KeptPaths("message_template", "organisation_path");
    }

    Optional<MessageTemplate> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>(Map.of("id", id));
        reach.bind(parameters);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    List<MessageTemplate> list(
            Reach reach,
            @Nullable UUID organisation,
            @Nullable Purpose purpose,
            @Nullable TemplateState state,
            PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(reach.condition("organisationPath")).append(" and id > :after");
        if (organisation != null) {
            where.append(" and organisationId = :organisation");
            parameters.put("organisation", organisation);
        }
        if (purpose != null) {
            where.append(" and purpose = :purpose");
            parameters.put("purpose", purpose);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    List<MessageTemplate> publishedAt(Set<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : list("state = ?1 and organisationPath in ?2", TemplateState.PUBLISHED, (Collection<String>) paths);
    }

    Optional<MessageTemplate> published(MessageTemplate series) {
        return find(
                        SERIES + " and state = ?4",
                        series.organisationId(),
                        series.purpose(),
                        series.language(),
                        TemplateState.PUBLISHED)
                .firstResultOptional();
    }

    /// The version that was in use before, and was not rolled back.
    Optional<MessageTemplate> lastRetired(MessageTemplate series) {
        return find(
                        SERIES + " and state = ?4 and number < ?5 order by number desc",
                        series.organisationId(),
                        series.purpose(),
                        series.language(),
                        TemplateState.RETIRED,
                        series.number())
                .page(0, 1)
                .firstResultOptional();
    }

    /// Numbers of one series are given out one after another.
    int nextNumber(UUID organisation, Purpose purpose, Language language) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, "tiendo/template/" + organisation + "/" + purpose + "/" + language)
                .getSingleResult();
        return 1
                + session.createSelectionQuery("""
                                select coalesce(max(t.number), 0) from MessageTemplate t
                                 where t.organisationId = ?1 and t.purpose = ?2 and t.language = ?3""", Integer.class)
                        .setParameter(1, organisation)
                        .setParameter(2, purpose)
                        .setParameter(3, language)
                        .getSingleResult();
    }
}
