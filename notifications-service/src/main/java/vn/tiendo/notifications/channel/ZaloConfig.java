package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Zalo Notification Service for an official account; without a token nothing goes there. Contracts and templates are
/// entered by administrators.
@ConfigMapping(prefix = "tiendo.zalo")
interface ZaloConfig {

    @WithDefault("https://business.openapi.zalo.me/message/template")
    String url();

    /// The access token of the official account.
    Optional<String> token();
}
