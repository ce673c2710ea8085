package vn.tiendo.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Value;

/// A value that was reckoned, with what it was reckoned from.
///
/// @param of how many facts or units it is made of
/// @param ownPart what the reporting organisation itself adds to a sum of units
public record Computed(
        Value value, Origin from, long of, @Nullable BigDecimal ownPart, Instant at) {}
