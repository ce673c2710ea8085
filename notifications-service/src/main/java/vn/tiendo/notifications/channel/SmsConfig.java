package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// The gateway of an SMS provider; without an address there is no SMS.
@ConfigMapping(prefix = "tiendo.sms")
interface SmsConfig {

    Optional<String> url();

    /// Sent as a bearer token.
    Optional<String> token();

    /// The registered name that messages come from.
    @WithDefault("TIENDO")
    String brandName();

    /// What the contract lets go in a day.
    @WithDefault("100000")
    int perDay();
}
