package vn.tiendo.kit.leader;

import java.time.Duration;

/// A piece of background work. However many replicas run, at most one does a pass at any moment.
///
/// Make it an `@ApplicationScoped` bean; [BackgroundTasks] runs it from start to shutdown.
public interface LeaderTask {

    /// Names the lock, the thread and the log lines; unique within a service.
    String name();

    /// How long to rest when there was nothing to do.
    Duration pause();

    /// How long a pass may take at most.
    default Duration longest() {
        return Duration.ofMinutes(2);
    }

    /// Does a bounded piece of work inside the transaction that holds the lock; what it wrote is undone when it throws.
    ///
    /// @return whether there is more to do right away
    boolean pass();
}
