package vn.tiendo.registrations.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads campaigns that concern the caller: issued in reach, owed in reach, or owed by an own organisation.
@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID NO_ORGANISATION = new UUID(0, 0);

    List<Campaign> ofObligations(Collection<UUID> obligations) {
        return list("obligationId in ?1", obligations);
    }

    List<Campaign> ofPlan(UUID plan) {
        return list("planId", plan);
    }

    Set<UUID> openAmong(Set<UUID> ids) {
        return Set.copyOf(
                find("select c.id from Campaign c where c.id in ?1 and c.status = ?2", ids, CampaignStatus.OPEN)
                        .project(UUID.class)
                        .list());
    }

    Optional<Campaign> find(UUID id, Actor actor, Reach reach) {
        var parameters = parameters(actor, reach);
        parameters.put("id", id);
        return find("from Campaign c where c.id = :id and " + concerning(reach), parameters)
                .firstResultOptional();
    }

    List<Campaign> page(Actor actor, Reach reach, @Nullable CampaignStatus status, PageRequest page) {
        var parameters = parameters(actor, reach);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var byStatus = "";
        if (status != null) {
            byStatus = " and c.status = :status";
            parameters.put("status", status);
        }
        return find(
                        "from Campaign c where c.id > :after and " + concerning(reach) + byStatus + " order by c.id",
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    private static String concerning(Reach reach) {
        return "(" + reach.condition("c.organisationPath")
                + " or exists (select 1 from CampaignUnit u where u.campaignId = c.id and "
                + reach.condition("u.organisationPath")
                + ") or exists (select 1 from CampaignUnit u where u.campaignId = c.id"
                + " and (u.organisationId in :own or u.organisationId in"
                + " (select s.organisationId from Member m join m.memberships s"
                + " where m.identityIssuer = :issuer and m.identitySubject = :subject))))";
    }

    private static Map<String, Object> parameters(Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var own = actor.organisations();
        parameters.put("own", own.isEmpty() ? List.of(NO_ORGANISATION) : own);
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return parameters;
    }
}
