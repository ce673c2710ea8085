package vn.tiendo.notifications.preference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How links in messages are made.
@ConfigMapping(prefix = "tiendo.preferences")
interface PreferencesConfig {

    /// Signs links to unsubscribe; at least 16 characters, the same in all replicas. Whoever changes it makes the links
    /// of all earlier messages void.
    String key();

    /// Where people reach this deployment, without a path.
    URI publicUrl();

    /// How long such a link is good.
    @WithDefault("P60D")
    Duration linksFor();
}
