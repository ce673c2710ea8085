package vn.tiendo.reporting.consolidation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.reporting.regime.SectionCode;

/// How the units of a report stood when it was last refreshed.
///
/// @param merged the words of units that were put into sections
/// @param leftOut sections whose words are too long to be put into one text; they can be listed unit by unit
record Consolidation(
        UUID reportId,
        int edition,
        Instant refreshedAt,
        String refreshedBy,
        int expected,
        int included,
        int late,
        Map<SectionCode, String> merged,
        Set<SectionCode> leftOut) {

    /// Units that have nothing accepted yet: the declared gaps.
    int missing() {
        return expected - included;
    }
}
