package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which process listens on a port, as far as the system tells (Linux, own processes or root).
record PortHolder(long pid, String command) {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    static Optional<PortHolder> of(int port) {
        try {
            var sockets = listeningSockets(port);
            return sockets.isEmpty() ? Optional.empty() : holderOf(sockets);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Set<String> listeningSockets(int port) throws IOException {
        var hex = ":%04X".formatted(port);
        var found = new HashSet<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (!Files.exists(Path.of(table))) continue;
            for (var line : Files.readAllLines(Path.of(table))) {
                var words = line.strip().split("\\s+");
                if (words.length > INODE && words[LOCAL_ADDRESS].endsWith(hex) && words[STATE].equals(LISTENING))
                    found.add("socket:[" + words[INODE] + "]");
            }
        }
        return found;
    }

    private static Optional<PortHolder> holderOf(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> openFiles(process.pid()).stream().anyMatch(sockets::contains))
                .map(process -> new PortHolder(
                        process.pid(),
                        process.info()
                                .command()
                                .map(path -> Path.of(path).getFileName().toString())
                                .orElse("unknown")))
                .findFirst();
    }

    private static List<String> openFiles(long pid) {
        var targets = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (var file : files) targets.add(Files.readSymbolicLink(file).toString());
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Not ours to look into, or gone meanwhile.
            return targets;
        }
        return targets;
    }

    @Override
    public String toString() {
        return command + ", process " + pid;
    }
}
