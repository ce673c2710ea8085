package vn.tiendo.launcher.sample;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Loads the sample campaign once per data folder.
public final class SampleLoader {
    private SampleLoader() {}

    /// @return false when there is nothing to load; the next start then asks again
    public static boolean load(URI gateway, TokenSource tokens, Path sampleFolder, Consumer<String> progress) {
        return false;
    }
}
