package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts the registrations of members in the campaigns of a year; one statement for a whole group.
@ApplicationScoped
class RegistrationRows implements RegistrationOutcomes {

    @Inject
    EntityManager entities;

    @Override
    public Map<UUID, Outcome> of(Collection<UUID> members, int year) {
        var found = new HashMap<UUID, Outcome>();
        if (members.isEmpty()) {
            return found;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
            select r.member_id, cast(count(*) as int),
                   cast(count(*) filter (where r.accepted_at is not null and r.status <> 'RETURNED') as int),
                   cast(count(*) filter (where r.counted_at >= r.due_at) as int)
              from registration r join campaign c on c.id = r.campaign_id
             where r.member_id = any(?1) and r.exempted_at is null
               and coalesce(cast(substring(c.occurrence from '^[0-9]+') as int),
                            cast(extract(year from c.roster_on) as int)) = ?2
             group by r.member_id\
            """, Tuple.class)
                .setParameter(1, members.toArray(UUID[]::new))
                .setParameter(2, year)
                .getResultList();
        for (var row : rows) {
            found.put(
                    row.get(0, UUID.class),
                    new Outcome(row.get(1, Integer.class), row.get(2, Integer.class), row.get(3, Integer.class), 0));
        }
        return found;
    }
}
