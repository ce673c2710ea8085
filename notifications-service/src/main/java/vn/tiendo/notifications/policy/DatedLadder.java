package vn.tiendo.notifications.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ladder with what decides whether it is the one that holds.
///
/// @param policyId null for the shipped one
/// @param depth how deep in the tree the organisation stands that made it; the shipped one stands above all
/// @param forKind made for one kind of obligation, not for all
record DatedLadder(
        @Nullable UUID policyId,
        int depth,
        boolean forKind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Ladder ladder) {

    /// The nearest organisation goes first, within it what is made for the kind, of these the newest.
    static final Comparator<DatedLadder> STRONGEST_FIRST = Comparator.comparingInt(DatedLadder::depth)
            .thenComparing(DatedLadder::forKind)
            .thenComparing(DatedLadder::validFrom)
            .reversed();

    static DatedLadder always(Ladder ladder) {
        return new DatedLadder(null, 0, false, LocalDate.EPOCH, null, ladder);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
