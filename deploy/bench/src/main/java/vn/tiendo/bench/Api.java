package vn.tiendo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The public API through the gateway, as one user or another, for everything that is prepared and not measured.
final class Api implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TOO_MANY = 429;

    private final RunningSystem system;
    private final Map<Integer, Queue<HttpConnection>> idle = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(RunningSystem system) {
        this.system = system;
    }

    record Answer(int status, JsonNode body, @Nullable String etag) {
        String id() {
            return body.path("id").asText();
        }
    }

    /// Kept for those who act often: officers, secretaries.
    String token(String subject) {
        return tokens.computeIfAbsent(subject, this::newToken);
    }

    String newToken(String subject) {
        var form = "grant_type=client_credentials&client_secret=x&scope=tiendo&client_id="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        var request = HttpConnection.request(
                system.identity(),
                "POST",
                "/tiendo/token",
                "",
                null,
                null,
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
        var token = json(patiently(system.identity(), "POST /tiendo/token", request, status -> status >= 500))
                .body()
                .path("access_token")
                .asText();
        if (token.isEmpty()) throw new BenchFailure("No token for " + subject + ".");
        return token;
    }

    Answer get(String user, String path) {
        return required(user, "GET", path, null, null, null, Api::isPassing);
    }

    Answer post(String user, String path, @Nullable Object body, String key, @Nullable String ifMatch) {
        return required(user, "POST", path, body, key, ifMatch, Api::isPassing);
    }

    /// Sends text that is no JSON, such as a table.
    Answer send(String user, String path, String contentType, String text, String key) {
        var request = HttpConnection.request(
                system.gateway(),
                "POST",
                "/api/v1" + path,
                token(user),
                null,
                key,
                contentType,
                text.getBytes(StandardCharsets.UTF_8));
        var answer = json(patiently(system.gateway(), "POST " + path, request, Api::isPassing));
        if (answer.status() >= 300)
            throw new BenchFailure("POST " + path + " was answered " + answer.status() + " " + answer.body());
        return answer;
    }

    Answer tryPost(String user, String path, @Nullable Object body, String key, @Nullable String ifMatch) {
        return call(user, "POST", path, body, key, ifMatch, Api::isPassing);
    }

    /// Another service may not have heard yet of what this request builds on.
    Answer postOnceKnown(String user, String path, Object body, String key) {
        return required(
                user,
                "POST",
                path,
                body,
                key,
                null,
                status -> isPassing(status) || status == 401 || status == 403 || status == 404);
    }

    JsonNode await(String user, String path, String what, Predicate<JsonNode> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = call(user, "GET", path, null, null, null, Api::isPassing);
            if (answer.status() == 200 && condition.test(answer.body())) return answer.body();
            if (System.nanoTime() - end > 0)
                throw new BenchFailure(what + " took too long: " + answer.status() + " " + answer.body());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isPassing(int status) {
        return status == TOO_MANY || status >= 502;
    }

    private Answer required(
            String user,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String key,
            @Nullable String ifMatch,
            IntPredicate again) {
        var answer = call(user, method, path, body, key, ifMatch, again);
        if (answer.status() >= 300)
            throw new BenchFailure(method + " " + path + " was answered " + answer.status() + " " + answer.body());
        return answer;
    }

    private Answer call(
            String user,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String key,
            @Nullable String ifMatch,
            IntPredicate again) {
        try {
            var request = HttpConnection.request(
                    system.gateway(),
                    method,
                    "/api/v1" + path,
                    token(user),
                    ifMatch,
                    key,
                    "application/json",
                    body == null ? null : JSON.writeValueAsBytes(body));
            return json(patiently(system.gateway(), method + " " + path, request, again));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer json(HttpConnection.Reply reply) {
        try {
            return new Answer(
                    reply.status(),
                    reply.body().length == 0 ? JSON.missingNode() : JSON.readTree(reply.body()),
                    reply.etag());
        } catch (IOException e) {
            throw new BenchFailure("No JSON: " + new String(reply.body(), StandardCharsets.UTF_8), e);
        }
    }

    /// Whatever is sent here may be repeated: it reads, or it carries a key.
    private HttpConnection.Reply patiently(int port, String what, byte[] request, IntPredicate again) {
        var pool = idle.computeIfAbsent(port, any -> new ConcurrentLinkedQueue<>());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var pooled = pool.poll();
            var connection = pooled == null ? new HttpConnection(port) : pooled;
            boolean late = System.nanoTime() - end > 0;
            try {
                var reply = connection.send(request);
                pool.add(connection);
                if (late || !again.test(reply.status())) return reply;
            } catch (IOException e) {
                if (late) throw new BenchFailure(what + " was not answered: " + e, e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        idle.values().forEach(pool -> pool.forEach(HttpConnection::close));
    }
}
