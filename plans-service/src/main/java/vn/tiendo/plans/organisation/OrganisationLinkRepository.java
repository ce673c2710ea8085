package vn.tiendo.plans.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class OrganisationLinkRepository implements PanacheRepositoryBase<OrganisationLink, UUID> {

    Map<UUID, List<OrganisationLink>> of(Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? Map.of()
                : list("organisationId in ?1 order by id", organisations).stream()
                        .collect(Collectors.groupingBy(OrganisationLink::organisationId));
    }

    /// Other links of the same type between the same two.
    List<OrganisationLink> like(OrganisationLink link) {
        return list(
                "organisationId = ?1 and targetId = ?2 and type = ?3 and id <> ?4",
                link.organisationId(),
                link.targetId(),
                link.type(),
                link.id());
    }

    /// Links from and to an organisation.
    List<OrganisationLink> list(UUID organisation, @Nullable LocalDate asOf, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organisation",
                organisation,
                "after",
                page.after().map(Cursor::id).orElse(new UUID(0, 0))));
        var where = "(organisationId = :organisation or targetId = :organisation) and id > :after";
        if (asOf != null) {
            where += " and validFrom <= :day and (validTo is null or validTo >= :day)";
            parameters.put("day", asOf);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }
}
