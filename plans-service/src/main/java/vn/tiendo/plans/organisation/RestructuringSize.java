package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.plans.organisation.RestructuringApi.Act;
import vn.tiendo.plans.organisation.RestructuringApi.Dissolve;
import vn.tiendo.plans.organisation.RestructuringApi.Merge;
import vn.tiendo.plans.organisation.RestructuringApi.Move;
import vn.tiendo.plans.organisation.RestructuringApi.Ref;
import vn.tiendo.plans.organisation.RestructuringApi.Rename;
import vn.tiendo.plans.organisation.RestructuringApi.Split;

/// Tells whether acts touch more than can be done while somebody waits; nothing is counted beyond that.
@ApplicationScoped
class RestructuringSize {

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    @Inject
    RestructuringConfig config;

    /// @param named all organisations that the acts name, as they stand before
    boolean isLarge(List<Act> acts, Collection<Organisation> named) {
        var placed = new HashMap<Object, String>();
        named.forEach(each -> {
            placed.put(each.id(), each.path());
            placed.put(each.code(), each.path());
        });
        var paths = acts.stream()
                .flatMap(RestructuringSize::leaving)
                .map(ref -> placed.get(ref.id() == null ? ref.code() : ref.id()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return paths.length > 0 && areMany(paths);
    }

    private boolean areMany(String[] paths) {
        var relocated = relocated(paths, organisations() + 1);
        return relocated.size() > organisations() || rowsOf(relocated, rows() + 1) > rows();
    }

    int organisations() {
        return config.organisations();
    }

    int rows() {
        return config.rows();
    }

    /// What moves or ends with all that lies below. An organisation that an earlier act makes has nothing below it yet.
    private static Stream<Ref> leaving(Act act) {
        return switch (act) {
            case Rename _ -> Stream.of();
            case Move move -> Stream.of(move.organisation());
            case Merge merge -> merge.organisations().stream();
            case Split split -> Stream.of(split.organisation());
            case Dissolve dissolve -> Stream.of(dissolve.organisation());
        };
    }

    /// @return id and path of each organisation below
    @SuppressWarnings("unchecked")
    private List<Tuple> relocated(String[] below, int most) {
        return entities.createNativeQuery("""
                        select o.id, o.path from unnest(:from, :end) as r (low, high)
                         cross join lateral (select id, path from organisation
                           where path >= r.low and path < r.high limit :most) o
                         limit :most""", Tuple.class)
                .setParameter("from", below)
                .setParameter("end", Stream.of(below).map(Reach::endOf).toArray(String[]::new))
                .setParameter("most", most)
                .getResultList();
    }

    private long rowsOf(List<Tuple> relocated, int most) {
        var all = keptPaths.stream()
                .map(kept -> "select 1 from %s where %s".formatted(kept.table(), kept.found()))
                .collect(Collectors.joining(" union all "));
        var counted = (Number) entities.createNativeQuery(
                        "select count(*) from (select 1 from (" + all + ") kept limit :most) counted")
                .setParameter(
                        "ids",
                        relocated.stream().map(row -> row.get(0, UUID.class)).toArray(UUID[]::new))
                .setParameter(
                        "paths",
                        relocated.stream().map(row -> row.get(1, String.class)).toArray(String[]::new))
                .setParameter("most", most)
                .getSingleResult();
        return counted.longValue();
    }
}
