package vn.tiendo.notifications.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How other systems are called.
@ConfigMapping(prefix = "tiendo.outgoing")
public interface OutgoingConfig {

    /// Lets http and addresses inside the network through, for tests and evaluation. Refused under the profile `prod`.
    @WithDefault("false")
    boolean allowLocal();

    /// How long an answer may take.
    @WithDefault("PT10S")
    Duration timeout();
}
