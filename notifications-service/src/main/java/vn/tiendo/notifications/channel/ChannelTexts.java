package vn.tiendo.notifications.channel;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.tiendo.notifications.provider.TemplateValue;

/// The words that channels add of their own.
final class ChannelTexts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int REFERENCE = 24;

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

    /// What fills a parameter of a template; nothing for a code, which no notification has.
    static String valueOf(TemplateValue value, Message message) {
        var due = message.items().getFirst().dueDay();
        return switch (value) {
            case THIN -> thin(message);
            case DAY -> due == null ? "" : DAY.format(due);
            case COUNT -> Integer.toString(message.items().size());
            case REFERENCE -> message.id().toString().substring(REFERENCE);
            case CODE -> "";
        };
    }

    static String code(String code, String language) {
        return of("code.text", language).replace("{code}", code);
    }
}
