package vn.tiendo.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// What the gateway itself refuses: a problem document (RFC 9457) in the form that the services use, in Vietnamese
/// unless the client prefers English.
///
/// @param retryAfter when trying again is worth it
record EdgeProblem(Code code, Optional<Duration> retryAfter) {

    enum Code {
        MALFORMED_REQUEST(400),
        BAD_PATH(400),
        ROUTE_NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        BODY_TOO_LARGE(413),
        TOO_MANY_REQUESTS(429),
        UPSTREAM_UNAVAILABLE(503),
        UPSTREAM_TIMEOUT(504);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        int status() {
            return status;
        }
    }

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Map<Locale, ResourceBundle> SENTENCES =
            Map.of(VIETNAMESE, sentences(VIETNAMESE), Locale.ENGLISH, sentences(Locale.ENGLISH));
    private static final int LONGEST_PREFERENCE = 200;

    static EdgeProblem of(Code code) {
        return new EdgeProblem(code, Optional.empty());
    }

    static EdgeProblem of(Code code, Duration retryAfter) {
        return new EdgeProblem(code, Optional.of(retryAfter));
    }

    int status() {
        return code.status();
    }

    Map<String, String> headers(Locale locale) {
        var fixed = Map.of("Content-Type", "application/problem+json", "Content-Language", locale.getLanguage());
        return retryAfter
                .map(wait -> Map.of(
                        "Content-Type", "application/problem+json",
                        "Content-Language", locale.getLanguage(),
                        "Retry-After",
                                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))))
                .orElse(fixed);
    }

    Buffer document(Locale locale, String requestId) {
        var sentences = Objects.requireNonNull(SENTENCES.get(locale));
        return new JsonObject()
                .put("type", "/problems/" + code.key())
                .put("title", sentences.getString(code.key() + ".title"))
                .put("status", code.status())
                .put("detail", sentences.getString(code.key()))
                .put("traceId", requestId)
                .toBuffer();
    }

    /// Answers at once. What the client still sends is thrown away, for a few seconds, so that it gets to read the
    /// answer.
    void answer(HttpServerRequest request, String requestId, Runnable whenStillSending) {
        var locale = preferred(request.getHeader("Accept-Language"));
        var response = request.response().setStatusCode(code.status());
        headers(locale).forEach(response::putHeader);
        response.end(document(locale, requestId));
        if (!request.isEnded()) {
            request.handler(ignored -> {}).resume();
            whenStillSending.run();
        }
    }

    static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_PREFERENCE) {
            return VIETNAMESE;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(VIETNAMESE, Locale.ENGLISH));
            return found == null ? VIETNAMESE : found;
        } catch (IllegalArgumentException unreadable) {
            return VIETNAMESE;
        }
    }

    private static ResourceBundle sentences(Locale locale) {
        return ResourceBundle.getBundle(
                "messages",
                locale,
                EdgeProblem.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
