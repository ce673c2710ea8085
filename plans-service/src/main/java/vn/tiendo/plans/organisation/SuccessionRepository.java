package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;

/// Who follows whom, and how far what an ended organisation left has passed on.
@ApplicationScoped
public class SuccessionRepository {

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository reach;

    /// Something of these organisations is open again: those of them that have ended pass it on like the rest.
    public void passOnAgain(Collection<UUID> organisations) {
        entities.createNativeQuery("""
                        update succession set passed_on = 0, completed_at = null
                         where organisation_id = any(?1) and completed_at is not null""")
                .setParameter(1, organisations.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// @param passedOn how many kinds of things are through
    record Open(UUID organisationId, UUID restructuringId, UUID successorId, LocalDate effectiveOn, int passedOn) {}

    Optional<Open> next() {
        return rows("""
                select organisation_id, restructuring_id, successor_id, effective_on, passed_on from succession
                 where completed_at is null order by restructuring_id, organisation_id limit 1""").stream()
                .map(row -> new Open(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, LocalDate.class),
                        row.get(4, Integer.class)))
                .findFirst();
    }

    Ending ending(Open open) {
        var exceptions = new HashMap<UUID, KnownOrganisation>();
        rows(
                        "select assignment_id, successor_id from succession_exception where organisation_id = ?1",
                        open.organisationId())
                .forEach(row -> exceptions.put(row.get(0, UUID.class), heir(row.get(1, UUID.class))));
        return new Ending(open.organisationId(), heir(open.successorId()), open.effectiveOn(), Map.copyOf(exceptions));
    }

    /// The successor, or whoever has followed it meanwhile.
    private KnownOrganisation heir(UUID successor) {
        var last = rows("""
                with recursive heir(id, steps) as (
                  select cast(?1 as uuid), 0
                  union all
                  select s.successor_id, h.steps + 1 from succession s join heir h on s.organisation_id = h.id)
                select id from heir order by steps desc limit 1""", successor).getFirst();
        return reach.get(last.get(0, UUID.class));
    }

    void note(UUID organisation, int passedOn) {
        entities.createNativeQuery("update succession set passed_on = ?2 where organisation_id = ?1")
                .setParameter(1, organisation)
                .setParameter(2, passedOn)
                .executeUpdate();
    }

    /// @return whether all successions of the restructuring are through
    boolean complete(Open open, Instant now) {
        entities.createNativeQuery("update succession set completed_at = ?2 where organisation_id = ?1")
                .setParameter(1, open.organisationId())
                .setParameter(2, now)
                .executeUpdate();
        return rows(
                        "select 1 from succession where restructuring_id = ?1 and completed_at is null limit 1",
                        open.restructuringId())
                .isEmpty();
    }

    private List<Tuple> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows;
    }
}
