package vn.tiendo.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Codes and names of many organisations, as they are today, in one statement.
@ApplicationScoped
public class OrganisationCards {

    @Inject
    EntityManager entities;

    public record Card(UUID id, String code, String name) {}

    @Transactional
    public Map<UUID, Card> of(Collection<UUID> organisations) {
        if (organisations.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, code, name from reach_organisation where id in (:ids)", Tuple.class)
                .setParameter("ids", organisations)
                .getResultList();
        return rows.stream()
                .map(row -> new Card(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class)))
                .collect(Collectors.toMap(Card::id, card -> card));
    }
}
