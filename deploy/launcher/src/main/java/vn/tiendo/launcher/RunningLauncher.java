package vn.tiendo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who runs the system of a home. The truth is a file lock, which the operating system drops with its holder; the pid
/// file beside it only says whom to ask, and may be stale.
///
/// @param process the launcher
record RunningLauncher(KnownProcess process, int portBase) {
    static Optional<RunningLauncher> of(Home home) {
        try {
            if (!Files.exists(home.pid())) return Optional.empty();
            var lines = Files.readAllLines(home.pid());
            if (lines.size() < 2) return Optional.empty();
            int portBase = Integer.parseInt(lines.get(1).strip());
            return KnownProcess.read(lines.get(0))
                    .filter(process -> process.find().isPresent())
                    .map(process -> new RunningLauncher(process, portBase));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Held for as long as this process lives.
    ///
    /// @throws Refusal when another launcher runs on this home
    static FileLock takeOver(Home home, int portBase) {
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Refusal("It already runs"
                        + of(home).map(running ->
                                        " as process " + running.process().pid() + " on port " + running.portBase())
                                .orElse("")
                        + "; deploy/run stop ends it.");
            }
            Home.write(home.pid(), KnownProcess.of(ProcessHandle.current()).written() + "\n" + portBase + "\n");
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isHeld(Home home) {
        if (!Files.exists(home.lock())) return false;
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
