package vn.tiendo.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.tiendo.notifications.preference.PreferenceRepository.Place;
import vn.tiendo.notifications.tree.Lineage;

/// Finds what organisations inherit, for many at once, in two statements.
@ApplicationScoped
class Inheritance {

    static final Inherited SHIPPED = Inherited.of(List.of());

    @Inject
    PreferenceRepository preferences;

    /// @param tenant whose caps hold: the nearest organisation that has set some, else the top of the tree
    record Standing(Inherited inherited, UUID tenant) {

        /// Of an organisation that is not known yet.
        static Standing alone(UUID organisation) {
            return new Standing(SHIPPED, organisation);
        }
    }

    Map<UUID, Standing> of(Collection<UUID> organisations, LocalDate day) {
        var places = preferences.placesOf(organisations);
        var paths = new HashSet<String>();
        places.values().forEach(place -> paths.addAll(Lineage.of(place.path())));
        var set = preferences.defaultsAt(paths, day);
        var standings = new HashMap<UUID, Standing>();
        organisations.forEach(organisation -> {
            var place = places.get(organisation);
            standings.put(organisation, place == null ? Standing.alone(organisation) : standing(place, set));
        });
        return standings;
    }

    private static Standing standing(Place place, Map<String, Inherited.Of> set) {
        var fromRoot = Lineage.of(place.path()).stream()
                .map(set::get)
                .filter(Objects::nonNull)
                .toList();
        var inherited = fromRoot.isEmpty() ? SHIPPED : Inherited.of(fromRoot);
        var setBy = inherited.caps().organisationId();
        return new Standing(inherited, setBy == null ? place.root() : setBy);
    }
}
