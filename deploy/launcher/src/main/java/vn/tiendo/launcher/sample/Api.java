package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The API behind the gateway as one user or another calls it.
///
/// Repeats what a service could not answer at the moment; every POST carries a key, so a repetition takes effect once.
final class Api implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration ONE_REQUEST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final TokenSource source;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(URI gateway, TokenSource source) {
        this.gateway = gateway;
        this.source = source;
    }

    /// Who signs the users' tokens.
    String issuerOf(String subject) {
        try {
            var claims = Base64.getUrlDecoder().decode(token(subject).split("\\.")[1]);
            return JSON.readTree(claims).path("iss").asText();
        } catch (IOException e) {
            throw new LoadFailure("the token of " + subject + " cannot be read");
        }
    }

    Answer get(String user, String path) {
        return required("GET " + path, send(user, "GET", path, null, null, null, Answer::isWorthRepeating));
    }

    Answer post(String user, String path, JsonNode body, String key, @Nullable String ifMatch) {
        return required(
                "POST " + path + " (" + key + ")",
                send(user, "POST", path, body, key, ifMatch, Answer::isWorthRepeating));
    }

    /// Sends a document as it is.
    Answer postText(String user, String path, byte[] text, String key) {
        return required(
                "POST " + path + " (" + key + ")",
                repeated(
                        "POST " + path,
                        request(user, "POST", path, BodyPublishers.ofByteArray(text), "text/plain", key, null),
                        Answer::isWorthRepeating));
    }

    /// Replaces what was read in this version; it can be repeated as long as nothing else has changed it.
    Answer put(String user, String path, JsonNode body, @Nullable String ifMatch) {
        return required("PUT " + path, send(user, "PUT", path, body, null, ifMatch, Answer::isWorthRepeating));
    }

    /// @return the answer, also a refusal
    Answer tryPost(String user, String path, JsonNode body, String key, @Nullable String ifMatch) {
        return send(user, "POST", path, body, key, ifMatch, Answer::isWorthRepeating);
    }

    /// Waits for another service to learn what this request builds on: until then it answers 403 or 404.
    Answer postOnceKnown(String user, String path, JsonNode body, String key) {
        return required(
                "POST " + path + " (" + key + ")",
                send(
                        user,
                        "POST",
                        path,
                        body,
                        key,
                        null,
                        answer -> answer.isWorthRepeating() || answer.status() == 403 || answer.status() == 404));
    }

    /// Reads again and again until it is so.
    Answer await(String user, String path, String what, Predicate<JsonNode> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = get(user, path);
            if (condition.test(answer.body())) return answer;
            if (System.nanoTime() - end > 0)
                throw new LoadFailure(what + " took longer than " + PATIENCE.toSeconds() + " s");
            LockSupport.parkNanos(FIRST_PAUSE.toNanos());
        }
    }

    private static Answer required(String request, Answer answer) {
        if (!answer.isSuccess()) throw new LoadFailure(request + " was answered " + answer.reason());
        return answer;
    }

    private Answer send(
            String user,
            String method,
            String path,
            @Nullable JsonNode body,
            @Nullable String key,
            @Nullable String ifMatch,
            Predicate<Answer> again) {
        var request =
                request(user, method, path, publisher(body), body == null ? null : "application/json", key, ifMatch);
        return repeated(method + " " + path, request, again);
    }

    private Answer repeated(String what, HttpRequest request, Predicate<Answer> again) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            var late = System.nanoTime() - end > 0;
            try {
                var answer = once(request);
                if (late || !again.test(answer)) return answer;
            } catch (IOException e) {
                if (late) throw new LoadFailure(what + " was not answered: " + e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Answer once(HttpRequest request) throws IOException {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    read(response.body()),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("the load was interrupted");
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpRequest request(
            String user,
            String method,
            String path,
            BodyPublisher body,
            @Nullable String contentType,
            @Nullable String key,
            @Nullable String ifMatch) {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(ONE_REQUEST)
                .header("Authorization", "Bearer " + token(user))
                .header("Accept-Language", "en")
                .method(method, body);
        if (contentType != null) request.header("Content-Type", contentType);
        if (key != null) request.header("Idempotency-Key", key);
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.build();
    }

    private static BodyPublisher publisher(@Nullable JsonNode body) {
        if (body == null) return BodyPublishers.noBody();
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String user) {
        return tokens.computeIfAbsent(user, source::tokenOf);
    }

    @Override
    public void close() {
        client.close();
    }
}
