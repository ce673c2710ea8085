package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
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
        places.hold(things.stream().map(Counted::organisationId).distinct().toList());
        var before = parts.counted(source, things.stream().map(Counted::id).toList());
        parts.replace(
                before, things.stream().flatMap(thing -> thing.parts().stream()).toList());
        var after = parts.place(source, things.stream().map(Counted::id).toList());
        parts.add(Deltas.between(before, after));
    }

    /// Counts along their new paths what these organisations still owe, and along the paths of their days what they
    /// have settled; call it after their places have changed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(Collection<UUID> organisations) {
        places.holdAlone(organisations);
        move(parts.misplacedOf(organisations));
    }

    /// A campaign has closed or opened again: its registrations stay in the tree of the day on which it closed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recountCampaign(UUID campaign) {
        move(parts.misplacedOfCampaign(campaign));
    }

    private void move(List<Part> misplaced) {
        for (var source : Source.values()) {
            var before =
                    misplaced.stream().filter(part -> part.source() == source).toList();
            var after =
                    parts.place(source, before.stream().map(Part::id).distinct().toList());
            parts.add(Deltas.between(before, after));
        }
    }
}
