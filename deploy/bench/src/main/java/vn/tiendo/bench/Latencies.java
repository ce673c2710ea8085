package vn.tiendo.bench;

import java.util.Arrays;
import java.util.Collection;

/// Durations in nanoseconds, sorted.
record Latencies(long[] sorted) {
    static Latencies of(Collection<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /// The smallest of which at least this part of all is not larger; NaN of nothing.
    double millis(double part) {
        if (sorted.length == 0) return Double.NaN;
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    double longestMillis() {
        return millis(1);
    }
}
