package vn.tiendo.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Somebody who calls the API through the gateway, with a token unless it is nobody.
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final URI gateway;
    private final @Nullable String token;

    private Caller(URI gateway, @Nullable String token) {
        this.gateway = gateway;
        this.token = token;
    }

    static Caller nobody(URI gateway) {
        return new Caller(gateway, null);
    }

    static Caller with(URI gateway, URI identity, String subject) {
        return new Caller(gateway, TOKENS.computeIfAbsent(subject, ignored -> newToken(identity, subject)));
    }

    private static String newToken(URI identity, String subject) {
        var form = "grant_type=client_credentials&client_secret=x&scope=tiendo&client_id=" + subject;
        var request = HttpRequest.newBuilder(identity.resolve("/tiendo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request, "token of " + subject).body().path("access_token").asText();
    }

    Reply get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    Reply post(String path, @Nullable Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    Reply put(String path, Object body, String... headers) {
        return call("PUT", path, body, headers);
    }

    /// A command on the newest version of a thing.
    Reply command(String thing, String command, @Nullable Object body) {
        var etag = get(thing).expect(200).etag();
        return post(thing + "/" + command, body == null ? Map.of() : body, "If-Match", etag);
    }

    /// All pages of a list.
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        var next = path + separator + "limit=200";
        while (true) {
            var page = get(next).expect(200).body();
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("nextCursor")) return items;
            next = path + separator + "limit=200&cursor="
                    + page.path("nextCursor").asText();
        }
    }

    private Reply call(String method, String path, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en");
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (body != null) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        try {
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send(request.build(), method + " " + path + " " + Arrays.toString(headers));
    }

    private static Reply send(HttpRequest request, String name) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(name, response.statusCode(), read(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Plain text from an address that is not behind the gateway.
    static String read(URI uri) {
        try {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        }
    }
}
