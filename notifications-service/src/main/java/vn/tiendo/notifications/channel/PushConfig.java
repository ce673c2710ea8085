package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The keys by which push services know this deployment (VAPID, RFC 8292); without them nothing is pushed.
@ConfigMapping(prefix = "tiendo.web-push")
interface PushConfig {

    /// Of the curve P-256: the private key as PKCS #8, in Base64.
    Optional<String> privateKey();

    /// As X.509, in Base64.
    Optional<String> publicKey();

    /// Whom push services may turn to: `mailto:` or `https:`.
    @WithDefault("mailto:tiendo@localhost")
    String contact();

    /// How long a push service keeps a message for a browser that is away.
    @WithDefault("P1D")
    Duration kept();
}
