package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The gateway of an SMS provider; without an address there is no SMS. Contracts and templates are entered by
/// administrators.
@ConfigMapping(prefix = "tiendo.sms")
interface SmsConfig {

    Optional<String> url();

    /// Sent as a bearer token.
    Optional<String> token();
}
