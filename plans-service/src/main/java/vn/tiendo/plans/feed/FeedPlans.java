package vn.tiendo.plans.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.assignment.DatedAssignments.DatedAssignment;

/// Adds to assignments which document demands them and who owes them, in two statements however many there are.
@ApplicationScoped
class FeedPlans {

    @Inject
    EntityManager entities;

    /// @param document the plan's number and symbol, else its title
    record FeedEntry(DatedAssignment assignment, String document, String title, String organisation) {}

    private record Document(
            @Nullable String number, @Nullable String symbol, String title) {
        String words() {
            return number == null || symbol == null ? title : number + "-" + symbol;
        }
    }

    List<FeedEntry> entries(List<DatedAssignment> assignments) {
        var documents = new HashMap<UUID, Document>();
        rows(
                        "select id, number, symbol, title from plan where id = any(:ids)",
                        assignments.stream()
                                .map(DatedAssignment::planId)
                                .distinct()
                                .toArray(UUID[]::new))
                .forEach(row -> documents.put(
                        row.get(0, UUID.class),
                        new Document(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class))));
        var names = new HashMap<UUID, String>();
        rows(
                        "select id, name from reach_organisation where id = any(:ids)",
                        assignments.stream()
                                .map(DatedAssignment::organisationId)
                                .distinct()
                                .toArray(UUID[]::new))
                .forEach(row -> names.put(row.get(0, UUID.class), row.get(1, String.class)));
        return assignments.stream()
                .map(assignment -> {
                    var document = documents.get(assignment.planId());
                    return new FeedEntry(
                            assignment,
                            document == null ? "" : document.words(),
                            document == null ? "" : document.title,
                            names.getOrDefault(assignment.organisationId(), ""));
                })
                .toList();
    }

    private List<Tuple> rows(String sql, UUID[] ids) {
        if (ids.length == 0) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows;
    }
}
