package vn.tiendo.launcher;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// One child process: what it is, how it is run, and how to see that it works.
///
/// @param arguments what follows `java` and the marks
/// @param address shown to people
record Part(
        String name,
        Stage stage,
        List<String> arguments,
        Map<String, String> environment,
        BooleanSupplier ready,
        String address) {
    /// Stopped from the last to the first; the watchdog outlives them all.
    enum Stage {
        WATCHDOG,
        ENGINES,
        FRONT
    }
}
