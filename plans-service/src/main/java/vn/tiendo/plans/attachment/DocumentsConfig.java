package vn.tiendo.plans.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the files of plans are kept, and how much of them.
@ConfigMapping(prefix = "tiendo.documents")
interface DocumentsConfig {

    /// Folder of the stored files, on a disk that is backed up; all replicas share it.
    Path folder();

    /// Bytes that the plans of one organisation may keep together.
    @WithDefault("2147483648")
    long quota();

    /// How long a file that no plan refers to is kept: longer than any upload, and than the backup of the folder lags
    /// behind that of the database.
    @WithDefault("P2D")
    Duration grace();

    /// How often the bytes of every file are compared with its hash.
    @WithDefault("P1D")
    Duration verifyEvery();
}
