package vn.tiendo.launcher;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Ending processes that nobody looks after any more.
final class Remains {
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);

    private Remains() {}

    /// Ends the marked processes of a home, and its PostgreSQL, politely first.
    static void end(Home home, Predicate<Mark> whose) {
        // Looked up before anything else: a later launch may start another server on the same data.
        var postmaster = Postmaster.running(home.postgresData());
        var processes = find(home, whose);
        processes.forEach(ProcessHandle::destroy);
        Waiting.until(GRACE, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        // Asked again: one that was being started when its launcher died is marked only now.
        find(home, whose).forEach(ProcessHandle::destroyForcibly);
        postmaster.ifPresent(Postmaster::stop);
        Waiting.until(AFTER_KILL, () -> find(home, whose).isEmpty());
    }

    static List<ProcessHandle> find(Home home, Predicate<Mark> whose) {
        return Mark.findAll(home)
                .filter(marked -> whose.test(marked.mark()))
                .map(Mark.Marked::process)
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
