package vn.tiendo.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One process for good: process ids are used again, a pid together with its start is not.
record KnownProcess(long pid, Instant start) {
    /// Systems round the start differently depending on who asks.
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    static KnownProcess of(ProcessHandle process) {
        return new KnownProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(started -> Duration.between(started, start).abs().compareTo(ROUNDING) <= 0)
                        .orElse(false));
    }

    String written() {
        return pid + " " + start.toEpochMilli();
    }

    static Optional<KnownProcess> read(String written) {
        var words = written.strip().split(" ");
        try {
            return words.length == 2
                    ? Optional.of(
                            new KnownProcess(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
