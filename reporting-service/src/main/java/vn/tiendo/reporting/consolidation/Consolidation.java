package vn.tiendo.reporting.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.reporting.regime.SectionCode;

/// How the units of a report stood when it was last refreshed.
///
/// @param merged the words of units that were put into sections
/// @param leftOutTables tables of which the units have more different rows than a table holds
/// @param unfitting units of which some figures do not fit into this report
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
        Set<SectionCode> leftOut,
        List<String> leftOutTables,
        int unfitting) {

    /// Units that have nothing accepted yet: the declared gaps.
    int missing() {
        return expected - included;
    }
}
