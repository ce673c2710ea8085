package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.document.CitedPlans;
import vn.tiendo.plans.document.DocumentNumber;
import vn.tiendo.plans.document.Remark;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.PlanApi.NextNumber;

/// Numbers of documents: per issuer, type and year, starting over on 1 January. Two clerks may hold the same proposal;
/// a number used twice is remarked on, and only the very same document is refused when it is issued.
@ApplicationScoped
public class PlanNumbering implements CitedPlans {

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository reach;

    /// The number after the highest of the year, drafts included, with the symbol last used for the type.
    NextNumber next(UUID organisation, PlanType type, int year, Actor actor) {
        var issuer = reach.get(organisation, OrganisationService.readable(actor));
        Drafters.require(issuer.path(), actor);
        var highest = ((Number) entities.createNativeQuery("""
                        select coalesce(max(cast(number as integer)), 0) from plan
                         where organisation_path = :path and organisation_id = :organisation and type = :type
                           and number ~ '^[0-9]{1,9}$'
                           and coalesce(extract(year from issue_date), year) = :year""")
                        .setParameter("path", issuer.path())
                        .setParameter("organisation", issuer.id())
                        .setParameter("type", type.name())
                        .setParameter("year", year)
                        .getSingleResult())
                .intValue();
        return new NextNumber(
                type,
                year,
                String.format(Locale.ROOT, "%02d", highest + 1),
                lastSymbol(issuer.id(), issuer.path(), type));
    }

    private @Nullable String lastSymbol(UUID organisation, String path, PlanType type) {
        return entities
                .createQuery(
                        "select p.words.symbol from Plan p where p.organisationPath = ?1 and p.organisationId = ?2"
                                + " and p.words.type = ?3 and p.words.symbol is not null order by p.id desc",
                        String.class)
                .setParameter(1, path)
                .setParameter(2, organisation)
                .setParameter(3, type)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// Says that another document of the same issuer and year has the number and symbol, whoever was first.
    Optional<Remark> remarkOn(Plan plan) {
        if (plan.words().numberKey() == null) {
            return Optional.empty();
        }
        var year = plan.words().issueDate() == null
                ? plan.words().year()
                : plan.words().issueDate().getYear();
        return entities
                .createQuery("""
                        select p.id from Plan p
                         where p.organisationPath = :path and p.words.numberKey = :key and p.organisationId = :organisation
                           and p.id <> :id and coalesce(year(p.words.issueDate), p.words.year) = :year order by p.id""", UUID.class)
                .setParameter("path", plan.organisationPath())
                .setParameter("key", plan.words().numberKey())
                .setParameter("organisation", plan.organisationId())
                .setParameter("id", plan.id())
                .setParameter("year", year)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(other -> new Remark(
                        "number-used-already",
                        Map.of(
                                "number", String.valueOf(plan.words().number()),
                                "symbol", String.valueOf(plan.words().symbol()),
                                "year", Integer.toString(year),
                                "plan", other.toString())));
    }

    @Override
    public List<CitedPlan> issued(Set<String> lineage, Collection<String> numberKeys, Collection<UUID> ids) {
        if (numberKeys.isEmpty() && ids.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery("""
                        select p.id, p.words.number, p.words.symbol, p.words.issueDate, p.status,
                               (select max(a.words.number || '-' || a.words.symbol) from Plan a
                                 where a.origin.amendsId = p.id and a.issuedAt is not null)
                          from Plan p
                         where p.issuedAt is not null
                           and (p.id in :ids or (p.organisationPath in :lineage and p.words.numberKey in :keys))""", Object[].class)
                .setParameter("ids", ids)
                .setParameter("lineage", lineage)
                .setParameter("keys", numberKeys)
                .getResultList()
                .stream()
                .map(row -> new CitedPlan(
                        (UUID) row[0],
                        new DocumentNumber((String) row[1], (String) row[2]),
                        (LocalDate) row[3],
                        row[4] == PlanStatus.SUPERSEDED || row[4] == PlanStatus.RECALLED,
                        row[4] == PlanStatus.SUPERSEDED ? (String) row[5] : null))
                .toList();
    }
}
