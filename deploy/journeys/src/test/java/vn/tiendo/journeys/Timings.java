package vn.tiendo.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the journeys measured, for those who read the build's output.
final class Timings {
    private Timings() {}

    static void tell(String line) {
        System.out.println("[journey] " + line);
    }

    static void tell(String what, List<Duration> samples) {
        var sorted = samples.stream().sorted().toList();
        tell(String.format(
                Locale.ROOT,
                "%s: n=%d p50=%d ms p99=%d ms max=%d ms",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.99) - 1))
                        .toMillis(),
                sorted.getLast().toMillis()));
    }
}
