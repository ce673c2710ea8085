package vn.tiendo.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Deletes temporary data, and ends the PostgreSQL that serves it, when this process is killed and cannot do
/// so itself: a shell that reads from a pipe of which this process holds the other end, so that no kind of
/// death goes unnoticed.
record LastWill(Process keeper) {
    private static final String SCRIPT = """
            trap '' INT HUP
            cat > /dev/null
            if [ -f "$0/postmaster.pid" ]; then kill -QUIT "$(head -n 1 "$0/postmaster.pid")" && sleep 1; fi
            rm -rf "$0"
            """;

    static LastWill of(Path dataDirectory) throws IOException {
        return new LastWill(new ProcessBuilder("sh", "-c", SCRIPT, dataDirectory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void revoke() {
        keeper.destroyForcibly();
        try {
            keeper.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
