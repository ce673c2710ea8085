package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.registration.RegistrationOutcomes;

/// Adds up how members fared in the campaigns of a year: one statement, and one per campaign, for a whole group.
@ApplicationScoped
class RegistrationRows implements RatedRegistrations {

    @Inject
    RegistrationOutcomes outcomes;

    @Inject
    EntityManager entities;

    @Override
    public Map<UUID, Outcome> of(Collection<UUID> members, int year) {
        var found = new HashMap<UUID, Outcome>();
        for (var campaign : campaignsOf(members, year)) {
            for (var fared : outcomes.ofMembers(members, campaign)) {
                if (!fared.exempt()) {
                    found.merge(
                            fared.memberId(),
                            new Outcome(
                                    1, fared.accepted() ? 1 : 0, fared.late() ? 1 : 0, fared.isSelfAssessed() ? 1 : 0),
                            Outcome::plus);
                }
            }
        }
        return found;
    }

    @Override
    public void markUsed(UUID member, int year, Actor actor, @Nullable HeldPost post, Instant now) {
        for (var campaign : campaignsOf(List.of(member), year)) {
            var unused = outcomes.markRated(member, campaign, actor, post, now);
        }
    }

    /// The campaigns of the year on whose rosters any of the members stands.
    private List<UUID> campaignsOf(Collection<UUID> members, int year) {
        if (members.isEmpty()) {
            return List.of();
        }
        return entities.createNativeQuery("""
                        select distinct c.id from registration r join campaign c on c.id = r.campaign_id
                         where r.member_id = any(?1)
                           and coalesce(cast(substring(c.occurrence from '^[0-9]+') as int),
                                        cast(extract(year from c.roster_on) as int)) = ?2
                         order by c.id""", UUID.class)
                .setParameter(1, members.toArray(UUID[]::new))
                .setParameter(2, year)
                .getResultList();
    }
}
