package vn.tiendo.notifications.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How webhooks are called.
@ConfigMapping(prefix = "tiendo.webhooks")
interface WebhooksConfig {

    /// Encrypts the secrets of webhooks in the database; at least 16 characters, the same in all replicas. Whoever
    /// changes it makes every stored secret unreadable.
    String key();

    /// How long after the last attempt each next one comes; about three days together. A tenth is added or taken off at
    /// random.
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /// How long deliveries stay in the log, and can be replayed.
    @WithDefault("P30D")
    Duration kept();

    /// Webhooks that one organisation may have.
    @WithDefault("20")
    int most();
}
