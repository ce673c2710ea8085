package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The mail server that takes messages over; without a host there is no e-mail.
@ConfigMapping(prefix = "tiendo.mail")
interface MailConfig {

    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("required")
    Security security();

    /// How the connection is protected.
    enum Security {
        /// By STARTTLS; a server without it is refused.
        REQUIRED,
        /// By TLS from the start.
        TLS,
        /// Not at all, for servers on the same machine.
        NONE
    }

    Optional<String> user();

    Optional<String> password();

    /// The address that messages come from; the part behind @ also stands in their ids.
    @WithDefault("tiendo@localhost")
    String from();

    @WithDefault("Tiến Độ")
    String fromName();

    Optional<String> replyTo();

    /// Of connecting, and of every answer.
    @WithDefault("PT10S")
    Duration timeout();
}
