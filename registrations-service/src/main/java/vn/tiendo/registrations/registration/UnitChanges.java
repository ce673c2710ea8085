package vn.tiendo.registrations.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.registration.Transitions.Done;
import vn.tiendo.registrations.summary.Tally;

/// What many transitions change in the numbers of each unit.
record UnitChanges(
        UUID campaign, UUID unit, Tally tally, @Nullable Instant countedAt) {

    private record Key(UUID campaign, UUID unit) {}

    static Collection<UnitChanges> of(List<Done> done) {
        var changes = new LinkedHashMap<Key, UnitChanges>();
        for (var one : done) {
            var registration = one.registration();
            changes.merge(
                    new Key(registration.campaignId(), registration.unitId()),
                    new UnitChanges(
                            registration.campaignId(),
                            registration.unitId(),
                            registration.tally().minus(one.tally()),
                            registration.countedAtOfUnit()),
                    UnitChanges::plus);
        }
        return changes.values();
    }

    private UnitChanges plus(UnitChanges other) {
        return new UnitChanges(campaign, unit, tally.plus(other.tally), later(countedAt, other.countedAt));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
