package vn.tiendo.bench;

/// What a ruler wrote.
///
/// @param seconds how long it was really measured
/// @param written all transactions, the warm-up included
record RulerOutcome(Latencies latencies, double seconds, boolean exhausted, int errors, long written) {
    double perSecond() {
        return latencies.count() / seconds;
    }
}
