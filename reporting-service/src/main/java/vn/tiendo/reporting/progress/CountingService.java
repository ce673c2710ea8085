package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.organisation.Place;
import vn.tiendo.reporting.organisation.Places;
import vn.tiendo.reporting.organisation.Stand;

/// Keeps the counts, of today and of every day, equal to the sum of the newest states of all things along the paths of
/// their organisations.
///
/// Repeatable and independent of order: a thing that comes again takes its earlier part away first. A thing whose
/// organisation is not known yet is parked and counted when the organisation arrives.
@ApplicationScoped
public class CountingService {

    @Inject
    PartRepository parts;

    @Inject
    CountRepository counts;

    @Inject
    Places places;

    @Inject
    KnownPlans plans;

    /// @param things newest states, at most one per id
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(Source source, Collection<? extends Counted> things) {
        if (things.isEmpty()) {
            return;
        }
        var organisations =
                things.stream().map(Counted::organisationId).distinct().toList();
        var held = places.hold(organisations);
        var before = parts.counted(source, things.stream().map(Counted::id).toList());
        var after = placed(
                things.stream().map(Counted::part).flatMap(Optional::stream).toList(), held, organisations);
        replace(before, after);
    }

    /// Counts along their new paths what these organisations still owe, and along the paths of their days what they
    /// have settled; call it after their places have changed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(Collection<UUID> organisations) {
        var held = places.holdAlone(organisations);
        var before = parts.countedOf(organisations);
        replace(before, placed(before, held, organisations));
    }

    /// A campaign has closed or opened again: its registrations stay in the tree of the day on which it closed. Only
    /// what has moved since then can be counted elsewhere.
    ///
    /// @param day the day on which it closed, or on which it had
    @Transactional(Transactional.TxType.MANDATORY)
    public void recountSince(LocalDate day) {
        var moved = places.changedAfter(day);
        if (!moved.isEmpty()) {
            recount(moved);
        }
    }

    private void replace(List<Part> before, List<Part> after) {
        var unchanged = new HashSet<>(before);
        unchanged.retainAll(new HashSet<>(after));
        var gone = without(unchanged, before);
        var come = without(unchanged, after);
        var staying = come.stream().map(Part::id).collect(Collectors.toSet());
        parts.forget(gone.stream().filter(part -> !staying.contains(part.id())).toList());
        parts.put(come);
        counts.add(Deltas.between(gone, come));
        counts.addChanges(ChangeDeltas.between(gone, come));
    }

    private static List<Part> without(Set<Part> left, List<Part> all) {
        return all.stream().filter(part -> !left.contains(part)).toList();
    }

    private List<Part> placed(List<Part> unplaced, Map<UUID, Place> held, Collection<UUID> organisations) {
        var stands = places.stands(organisations);
        var closed = plans.closedOn(unplaced.stream()
                .filter(part -> part.source() == Source.REGISTRATION)
                .map(part -> UUID.fromString(part.kind()))
                .distinct()
                .toList());
        return unplaced.stream()
                .map(part -> placed(part, held.get(part.organisationId()), stands, closed))
                .toList();
    }

    private static Part placed(
            Part part, @Nullable Place place, Map<UUID, List<Stand>> stands, Map<UUID, LocalDate> closed) {
        if (place == null) {
            return part.placed(Whereabouts.NOWHERE, null, null);
        }
        return part.placed(
                Whereabouts.of(place.path(), stands.getOrDefault(part.organisationId(), List.of())),
                place.path(),
                part.source() == Source.REGISTRATION ? closed.get(UUID.fromString(part.kind())) : null);
    }
}
