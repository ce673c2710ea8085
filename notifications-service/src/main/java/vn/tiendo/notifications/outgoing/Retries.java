package vn.tiendo.notifications.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses that grow, with a tenth added or taken off at random so that what failed together does not come back
/// together.
public final class Retries {

    private static final double JITTER = 0.1;

    private Retries() {}

    /// @param attempts so far
    /// @return nothing when that was the last one
    public static Optional<Duration> pauseAfter(List<Duration> pauses, int attempts) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        return Optional.of(jittered(pauses.get(attempts - 1)));
    }

    public static Duration jittered(Duration pause) {
        var millis = pause.toMillis();
        return Duration.ofMillis(
                millis + (long) (millis * ThreadLocalRandom.current().nextDouble(-JITTER, JITTER)));
    }
}
