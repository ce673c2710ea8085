package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// What activities are counted to, for those who record them.
@ApplicationScoped
public class CountedAssignments {

    @Inject
    EntityManager entities;

    /// How a count stands: the least fulfils it, the target is only shown.
    public record Progress(
            UUID assignmentId,
            UUID obligationId,
            String occurrence,
            int recorded,
            int required,
            @Nullable Integer target) {}

    /// Locks what an organisation owes by some obligations, so that counts queue up instead of colliding.
    ///
    /// @return the kinds of those obligations that it owes at all
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, ObligationKind> lock(UUID organisation, Collection<UUID> obligations) {
        var kinds = new HashMap<UUID, ObligationKind>();
        if (!obligations.isEmpty()) {
            rows("""
                     select obligation_id, kind from assignment
                      where organisation_id = ?1 and obligation_id = any(?2) order by id for update\
                     """, organisation, obligations.toArray(UUID[]::new))
                    .forEach(
                            row -> kinds.put(row.get(0, UUID.class), ObligationKind.valueOf(row.get(1, String.class))));
        }
        return kinds;
    }

    /// One statement for a whole page.
    public Map<UUID, Progress> progressOf(Collection<UUID> assignments) {
        var progress = new HashMap<UUID, Progress>();
        if (!assignments.isEmpty()) {
            rows("""
                     select a.id, a.obligation_id, a.occurrence, a.recorded_count, a.required_count, o.target_count
                       from assignment a join obligation o on o.id = a.obligation_id
                      where a.id = any(?1)\
                     """, (Object) assignments.toArray(UUID[]::new))
                    .forEach(row -> progress.put(
                            row.get(0, UUID.class),
                            new Progress(
                                    row.get(0, UUID.class),
                                    row.get(1, UUID.class),
                                    row.get(2, String.class),
                                    row.get(3, Integer.class),
                                    row.get(4, Integer.class),
                                    row.get(5, Integer.class))));
        }
        return progress;
    }

    /// The occurrences that some organisations have of an obligation, settled or not.
    public Map<UUID, List<String>> labelsOf(UUID obligation, Collection<UUID> organisations) {
        return rows("""
                 select organisation_id, occurrence from assignment
                  where obligation_id = ?1 and organisation_id = any(?2)\
                 """, obligation, organisations.toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
    }

    private List<Tuple> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> found = query.getResultList();
        return found;
    }
}
