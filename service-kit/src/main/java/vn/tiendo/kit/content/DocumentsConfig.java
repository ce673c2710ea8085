package vn.tiendo.kit.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the files are kept, and how much of them.
@ConfigMapping(prefix = "tiendo.documents")
public interface DocumentsConfig {

    /// Folder of the stored files, on a disk that is backed up; all replicas share it. Needed by services that keep
    /// files.
    Optional<Path> folder();

    /// Bytes that the files of one organisation may keep together.
    @WithDefault("2147483648")
    long quota();

    /// How long a file that nothing refers to is kept: longer than any upload, and than the backup of the folder lags
    /// behind that of the database.
    @WithDefault("P2D")
    Duration grace();

    /// How often the bytes of every file are compared with its hash.
    @WithDefault("P1D")
    Duration verifyEvery();
}
