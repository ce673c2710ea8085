package vn.tiendo.plans.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.reach.KeptPaths;

/// Keeps where the advisers and coordinators of obligations stand, so that a reach finds what they may see.
@ApplicationScoped
class ObligationParties {

    @Inject
    EntityManager entities;

    /// One statement however many obligations there are. Those of obligations that were removed went with them.
    void keep(UUID plan, List<Obligation> obligations) {
        var ids = new ArrayList<UUID>();
        var organisations = new ArrayList<UUID>();
        var relations = new ArrayList<String>();
        for (var obligation : obligations) {
            var words = obligation.words();
            if (words.adviserOrganisationId() != null) {
                ids.add(obligation.id());
                organisations.add(words.adviserOrganisationId());
                relations.add("ADVISER");
            }
            if (words.coordinatorOrganisationIds() != null) {
                words.coordinatorOrganisationIds().stream().distinct().forEach(coordinator -> {
                    ids.add(obligation.id());
                    organisations.add(coordinator);
                    relations.add("COORDINATOR");
                });
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into obligation_party
                          (obligation_id, organisation_id, relation, plan_id, organisation_path, plan_path)
                        select n.obligation_id, n.organisation_id, n.relation, p.id, r.path, p.organisation_path
                          from unnest(:ids, :organisations, :relations) as n (obligation_id, organisation_id, relation)
                          join reach_organisation r on r.id = n.organisation_id
                          join plan p on p.id = :plan""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("organisations", organisations.toArray(UUID[]::new))
                .setParameter("relations", relations.toArray(String[]::new))
                .setParameter("plan", plan)
                .executeUpdate();
    }

    @Produces
    KeptPaths parties() {
        return new KeptPaths("obligation_party", "organisation_path");
    }

    @Produces
    KeptPaths plans() {
        return new KeptPaths(
                "obligation_party",
                "plan_path",
                "plan_id = any(array(select id from plan where organisation_id = any(:ids)))");
    }
}
