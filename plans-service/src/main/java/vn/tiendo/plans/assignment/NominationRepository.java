package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The nominations that count now, as registrations-service tells of them.
@ApplicationScoped
class NominationRepository {

    @Inject
    EntityManager entities;

    /// @param receipt when it was reported upward
    record Counted(UUID organisation, UUID obligation, Instant receipt) {

        boolean isForTheSameAs(Counted other) {
            return organisation.equals(other.organisation) && obligation.equals(other.obligation);
        }
    }

    Optional<Counted> find(UUID nomination) {
        return rows("where id = :nomination", Map.of("nomination", nomination)).stream()
                .findFirst();
    }

    List<Counted> of(UUID obligation, Collection<UUID> organisations) {
        return rows(
                "where obligation_id = :obligation and organisation_id = any(:organisations)",
                Map.of("obligation", obligation, "organisations", organisations.toArray(UUID[]::new)));
    }

    void put(UUID nomination, Counted counted) {
        entities.createNativeQuery("""
            insert into counted_nomination (id, organisation_id, obligation_id, receipt)
            values (:id, :organisation, :obligation, :receipt)
            on conflict (id) do update set organisation_id = excluded.organisation_id,
              obligation_id = excluded.obligation_id, receipt = excluded.receipt\
            """)
                .setParameter("id", nomination)
                .setParameter("organisation", counted.organisation())
                .setParameter("obligation", counted.obligation())
                .setParameter("receipt", counted.receipt())
                .executeUpdate();
    }

    void remove(UUID nomination) {
        entities.createNativeQuery("delete from counted_nomination where id = :id")
                .setParameter("id", nomination)
                .executeUpdate();
    }

    private List<Counted> rows(String where, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(
                "select organisation_id, obligation_id, receipt from counted_nomination " + where, Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Counted(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Instant.class)))
                .toList();
    }
}
