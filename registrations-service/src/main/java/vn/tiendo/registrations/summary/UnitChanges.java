package vn.tiendo.registrations.summary;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a batch of transitions changes in the numbers of units: one row for each unit whose numbers change.
public final class UnitChanges {

    /// A unit of a campaign.
    record Key(UUID campaign, UUID unit) {}

    /// @param countedAt the latest receipt that lateness is judged by, when there was one
    record Sum(Tally tally, @Nullable Instant countedAt) {

        private Sum plus(Sum other) {
            return new Sum(tally.plus(other.tally), later(countedAt, other.countedAt));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isAfter(other) ? one : other;
        }

        private boolean isAnything() {
            return countedAt != null || !tally.equals(Tally.NOTHING);
        }
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    /// @param countedAt receipt that lateness is judged by, when the transition brought one
    public UnitChanges add(UUID campaign, UUID unit, Tally change, @Nullable Instant countedAt) {
        sums.merge(new Key(campaign, unit), new Sum(change, countedAt), Sum::plus);
        return this;
    }

    List<Entry<Key, Sum>> all() {
        return sums.entrySet().stream()
                .filter(each -> each.getValue().isAnything())
                .toList();
    }
}
