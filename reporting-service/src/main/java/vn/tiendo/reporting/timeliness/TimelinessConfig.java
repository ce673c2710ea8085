package vn.tiendo.reporting.timeliness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may see the lists of those who are late.
@ConfigMapping(prefix = "tiendo.timeliness")
interface TimelinessConfig {

    /// Whether the list of an organisation is published to everybody who holds a post at it or below, members included.
    /// Otherwise only those see it who may see the progress of that organisation.
    @WithDefault("false")
    boolean publishLate();
}
