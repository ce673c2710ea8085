package vn.tiendo.reporting.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/// Finds organisations that are known by now, although rows of theirs have no place yet: both came at the
/// same moment in two transactions.
@ApplicationScoped
public class Arrivals {

    @Inject
    EntityManager entities;

    /// @param table with a column `organisation_id`
    /// @param path its column that is null until the organisation is known
    public List<UUID> of(String table, String path, int limit) {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select distinct t.organisation_id from " + table
                                + " t join reach_organisation o on o.id = t.organisation_id where t." + path
                                + " is null limit ?1",
                        UUID.class)
                .setParameter(1, limit)
                .getResultList();
        return found;
    }
}
