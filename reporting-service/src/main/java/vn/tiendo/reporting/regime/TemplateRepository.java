package vn.tiendo.reporting.regime;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfTemplates() {
        return new KeptPaths("report_template", "organisation_path");
    }

    /// @throws TemplateProblem.TemplateNotFound when there is none or the reach does not cover it (404)
    Template get(UUID regime, UUID id, TemplateReach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        parameters.put("regime", regime);
        return find("from Template t where t.id = :id and t.regimeId = :regime and " + reach.condition(), parameters)
                .firstResultOptional()
                .orElseThrow(TemplateProblem.TemplateNotFound::new);
    }

    /// In the order of ids.
    List<Template> page(
            UUID regime,
            @Nullable UUID organisation,
            Template.@Nullable Status status,
            TemplateReach reach,
            PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("regime", regime);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var query = new StringBuilder("from Template t where t.regimeId = :regime and t.id > :after and ")
                .append(reach.condition());
        if (organisation != null) {
            query.append(" and t.organisationId = :organisation");
            parameters.put("organisation", organisation);
        }
        if (status != null) {
            query.append(" and t.status = :status");
            parameters.put("status", status);
        }
        return find(query.append(" order by t.id").toString(), parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    Optional<Template> published(UUID regime, UUID organisation) {
        return find(
                        "regimeId = ?1 and organisationId = ?2 and status = ?3",
                        regime,
                        organisation,
                        Template.Status.PUBLISHED)
                .firstResultOptional();
    }

    int lastNumber(UUID regime, UUID organisation) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(t.number), 0) from Template t where t.regimeId = ?1 and t.organisationId"
                                + " = ?2",
                        Integer.class)
                .setParameter(1, regime)
                .setParameter(2, organisation)
                .getSingleResult();
    }

    /// The one in force at a path: of the very form before the general one, of the nearest organisation before those
    /// above it, of campaigns before that of the law.
    Optional<Template> inForce(String kind, @Nullable String form, String path) {
        return getEntityManager()
                .createQuery("""
                    select t from Template t join Regime r on r.id = t.regimeId
                     where t.status = :published and r.kind = :kind
                       and (t.organisationPath is null or t.organisationPath in :above)
                     order by case when r.form = :form then 0 when r.form is null and :form = '' then 0
                                   when r.form is null then 1 else 2 end,
                       length(coalesce(t.organisationPath, '')) desc, r.origin, r.id\
                    """, Template.class)
                .setParameter("published", Template.Status.PUBLISHED)
                .setParameter("kind", kind)
                .setParameter("form", form == null ? "" : form)
                .setParameter("above", TemplateReach.upTo(path))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
