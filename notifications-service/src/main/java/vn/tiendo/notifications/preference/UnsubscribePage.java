package vn.tiendo.notifications.preference;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.tiendo.kit.problem.Sentences;

/// What a person sees who follows a link to unsubscribe. It holds nothing but sentences of ours, and looks up nothing
/// elsewhere.
final class UnsubscribePage {

    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final String ASK = """
            <form method="post"><button name="List-Unsubscribe" value="One-Click">%s</button></form>""";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><title>%2$s</title></head>
            <body><h1>%2$s</h1><p>%3$s</p>%4$s</body></html>
            """;

    private UnsubscribePage() {}

    /// Following a link changes nothing yet: programs follow links too.
    static Response ask(UnsubscribeToken token, List<Locale> languages) {
        return page(
                languages, "unsubscribe-ask", token, ASK.formatted(sentence(languages, "unsubscribe-button", token)));
    }

    static Response done(UnsubscribeToken token, List<Locale> languages) {
        return page(languages, "unsubscribe-done", token, "");
    }

    private static Response page(List<Locale> languages, String key, UnsubscribeToken token, String form) {
        return Response.ok(
                        PAGE.formatted(
                                sentence(languages, "unsubscribe-language", token),
                                sentence(languages, key + ".title", token),
                                sentence(languages, key, token),
                                form),
                        HTML)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .build();
    }

    private static String sentence(List<Locale> languages, String key, UnsubscribeToken token) {
        return Sentences.of(
                languages,
                key,
                Map.of(
                        "category", Sentences.of(languages, "category." + token.category(), Map.of()),
                        "channel", Sentences.of(languages, "channel." + token.channel(), Map.of())));
    }
}
