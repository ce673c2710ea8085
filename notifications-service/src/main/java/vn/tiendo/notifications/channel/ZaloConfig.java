package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import vn.tiendo.notifications.preference.Category;

/// Zalo Notification Service for an official account; without a token nothing goes there.
@ConfigMapping(prefix = "tiendo.zalo")
interface ZaloConfig {

    @WithDefault("https://business.openapi.zalo.me/message/template")
    String url();

    /// The access token of the official account.
    Optional<String> token();

    /// By category of message, in capital letters. What has none is not sent this way.
    Map<Category, ZnsTemplate> templates();

    /// A template as it was registered there.
    interface ZnsTemplate {

        /// What Zalo calls it.
        String id();

        /// Only an approved one is used.
        @WithDefault("PENDING")
        TemplateApproval state();

        /// Names of its parameters, and which value each gets: `thin`, `day`, `count` or `reference`.
        Map<String, String> parameters();

        /// What Zalo takes of it in a day.
        @WithDefault("500")
        int perDay();
    }
}
