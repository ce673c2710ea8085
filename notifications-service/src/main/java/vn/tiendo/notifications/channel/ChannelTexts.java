package vn.tiendo.notifications.channel;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words that channels add of their own.
final class ChannelTexts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ChannelTexts() {}

    static String of(String key, String language) {
        return ResourceBundle.getBundle(
                        "channels",
                        language.equals("en") ? Locale.ENGLISH : Locale.of("vi"),
                        ChannelTexts.class.getClassLoader(),
                        EXACT)
                .getString(key);
    }

    /// What may go through channels that others read along: never the text itself.
    static String thin(Message message) {
        if (message.items().size() > 1) {
            return of("thin.many", message.language())
                    .replace("{count}", Integer.toString(message.items().size()));
        }
        var thin = message.items().getFirst().thinText();
        return thin == null ? of("thin.default", message.language()) : thin;
    }

    static String code(String code, String language) {
        return of("code.text", language).replace("{code}", code);
    }
}
