package vn.tiendo.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asking again until something is so, or time is up.
final class Waiting {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Waiting() {}

    /// @return whether it became so in time
    static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) return false;
            pause(BETWEEN);
        }
        return true;
    }

    static void pause(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
