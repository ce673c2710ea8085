package vn.tiendo.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run, a column of the table.
///
/// @param cpu what every part used, for `cpuOf` submissions: with a service from the start of the warm-up
/// until all that followed from the submissions was done, with a ruler while it was measured
/// @param service what only a run of the system has; null for a ruler
record Result(
        String way,
        int clients,
        Latencies latencies,
        double seconds,
        boolean exhausted,
        Map<String, Integer> errors,
        Cpu cpu,
        long cpuOf,
        @Nullable OfService service) {

    static final String GATEWAY = "gateway";
    static final String SERVICE = "service";
    static final String PGBENCH = "pgbench";
    static final String JDBC = "JDBC";

    /// @param troubles submissions of the probe that were refused or that reporting did not show in time
    /// @param drained seconds from the end until reporting showed all
    /// @param quiet whether the system had nothing to do before the run
    /// @param unknown submissions without an answer
    record OfService(
            Latencies lag, int troubles, double drained, boolean quiet, int unknown, Books.Difference difference) {}

    double perSecond() {
        return latencies.count() / seconds;
    }

    double millisPerSubmission(double cpuSeconds) {
        return cpuOf == 0 ? Double.NaN : cpuSeconds * 1_000 / cpuOf;
    }
}
