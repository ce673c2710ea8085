package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import vn.tiendo.reporting.organisation.Places;

/// Keeps the counts equal to the sum of the newest states of all things along the paths of their organisations.
///
/// Repeatable and independent of order: a thing that comes again takes its earlier part away first. A thing whose
/// organisation is not known yet is parked and counted when the organisation arrives.
@ApplicationScoped
public class CountingService {

    @Inject
    PartRepository parts;

    @Inject
    Places places;

    /// @param things newest states, at most one per id
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(Source source, Collection<? extends Counted> things) {
        if (things.isEmpty()) {
            return;
        }
        var known = places.hold(
                things.stream().map(Counted::organisationId).distinct().toList());
        var before = parts.counted(source, things.stream().map(Counted::id).toList());
        var after = things.stream()
                .flatMap(thing -> {
                    var place = known.get(thing.organisationId());
                    return thing.parts(place == null ? null : place.path()).stream();
                })
                .toList();
        parts.replace(before, after);
        parts.add(Deltas.between(before, after));
    }

    /// Counts along their new paths what these organisations owe; call it after their places have changed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(Collection<UUID> organisations) {
        var known = places.holdAlone(organisations);
        var before = parts.misplaced(organisations);
        var after = before.stream()
                .map(part -> {
                    var place = known.get(part.organisationId());
                    return place == null ? part : part.along(place.path());
                })
                .toList();
        parts.putInPlace(before);
        parts.add(Deltas.between(before, after));
    }
}
