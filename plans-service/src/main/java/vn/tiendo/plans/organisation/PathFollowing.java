package vn.tiendo.plans.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.tiendo.kit.reach.KeptPaths;

/// Lets all rows that keep paths follow the tree, when all acts of a decision are done: each row is written
/// once, however often what it belongs to was moved. The number of statements is that of the tables.
///
/// Where an organisation stood is what the projection of reach still says; so it is called before
/// [TreeRepository#show].
@ApplicationScoped
class PathFollowing {

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    @Inject
    StrayPathRepository strays;

    /// Organisations that stand somewhere else now.
    private record Moved(List<UUID> ids, List<String> from, List<String> to) {

        static Moved of(List<Tuple> rows) {
            return new Moved(
                    rows.stream().map(row -> row.get(0, UUID.class)).toList(),
                    rows.stream().map(row -> row.get(1, String.class)).toList(),
                    rows.stream().map(row -> row.get(2, String.class)).toList());
        }

        /// Where those stood that have not moved along with somebody above.
        List<String> roots() {
            var roots = new ArrayList<String>();
            from.stream().sorted().forEach(path -> {
                if (roots.isEmpty() || !path.startsWith(roots.getLast())) {
                    roots.add(path);
                }
            });
            return roots;
        }
    }

    /// @param touched organisations whose place may have changed
    void follow(Collection<UUID> touched) {
        var moved = moved(touched);
        if (moved.ids().isEmpty()) {
            return;
        }
        lookUpBy(moved);
        var withId = tablesWithId();
        keptPaths.stream()
                .collect(groupingBy(KeptPaths::table, TreeMap::new, toList()))
                .forEach((table, kept) -> follow(table, kept, moved, withId.contains(table)));
        strays.noteMoves(moved.roots());
    }

    private Moved moved(Collection<UUID> touched) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select o.id, r.path, o.path from organisation o join reach_organisation r on r.id = o.id
                         where o.id = any(:touched) and o.path <> r.path""", Tuple.class)
                .setParameter("touched", touched.toArray(UUID[]::new))
                .getResultList();
        return Moved.of(rows);
    }

    /// A table of this transaction, whose size the planner knows.
    private void lookUpBy(Moved moved) {
        entities.createNativeQuery("""
                        create temporary table moved_path (
                          path text collate "C" primary key, target text collate "C" not null) on commit drop""").executeUpdate();
        entities.createNativeQuery("insert into moved_path select * from unnest(:from, :to)")
                .setParameter("from", moved.from().toArray(String[]::new))
                .setParameter("to", moved.to().toArray(String[]::new))
                .executeUpdate();
        entities.createNativeQuery("analyze moved_path").executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Set<String> tablesWithId() {
        return Set.copyOf(entities.createNativeQuery("""
                        select table_name from information_schema.columns
                         where table_schema = current_schema() and column_name = 'id'""", String.class).getResultList());
    }

    private void follow(String table, List<KeptPaths> kept, Moved moved, boolean hasId) {
        var found = kept.stream().map(KeptPaths::found).collect(joining(" or "));
        if (hasId) {
            lockInOrder(table, found, moved);
        }
        var set = kept.stream()
                .map(path -> "%1$s = coalesce((select m.target from moved_path m where m.path = t.%1$s), t.%1$s)"
                        .formatted(path.column()))
                .collect(joining(", "));
        about(moved, "update " + table + " t set " + set + " where " + found).executeUpdate();
    }

    /// As Hibernate writes those of a batch: with batches that are under way a restructuring waits in line
    /// instead of in a circle.
    private void lockInOrder(String table, String found, Moved moved) {
        about(
                        moved,
                        "select count(*) from (select 1 from " + table + " where " + found
                                + " order by id for no key update) locked")
                .getSingleResult();
    }

    private Query about(Moved moved, String sql) {
        var query = entities.createNativeQuery(sql);
        if (sql.contains(":ids")) {
            query.setParameter("ids", moved.ids().toArray(UUID[]::new));
        }
        if (sql.contains(":paths")) {
            query.setParameter("paths", moved.from().toArray(String[]::new));
        }
        return query;
    }
}
