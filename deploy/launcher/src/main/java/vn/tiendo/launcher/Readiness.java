package vn.tiendo.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Ways to see that a part works.
final class Readiness {
    private static final int PATIENCE_MILLIS = 2000;
    private static final int OK = 200;

    private Readiness() {}

    static BooleanSupplier answers(URI uri) {
        return () -> {
            try {
                var connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setConnectTimeout(PATIENCE_MILLIS);
                connection.setReadTimeout(PATIENCE_MILLIS);
                try {
                    return connection.getResponseCode() == OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        };
    }

    /// The part itself wrote that it is ready; the process is named in the file, so that an older one does not count.
    static BooleanSupplier says(Path file) {
        return () -> {
            try {
                return Files.exists(file)
                        && KnownProcess.read(Files.readString(file))
                                .flatMap(KnownProcess::find)
                                .isPresent();
            } catch (IOException e) {
                return false;
            }
        };
    }
}
