package vn.tiendo.launcher;

import java.nio.file.Path;

/// A process of its own that waits for the end of the launcher and then ends what the launcher left behind, which is
/// nothing unless the launcher was killed. Arguments: home, launch, the launcher's pid and start.
final class WatchdogMain {
    private WatchdogMain() {}

    public static void main(String[] arguments) {
        ignore("INT");
        ignore("HUP");
        var home = new Home(Path.of(arguments[0]));
        var launch = arguments[1];
        var launcher = KnownProcess.read(arguments[2] + " " + arguments[3]).orElseThrow();

        launcher.find().ifPresent(process -> process.onExit().join());
        Remains.end(home, mark -> mark.launch().equals(launch));
    }

    /// Ctrl-C and a closed terminal reach the whole process group; the launcher answers them, not its watchdog.
    private static void ignore(String signal) {
        sun.misc.Signal.handle(new sun.misc.Signal(signal), sun.misc.SignalHandler.SIG_IGN);
    }
}
