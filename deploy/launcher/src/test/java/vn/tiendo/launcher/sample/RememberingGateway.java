package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says yes to everything like the services would, gives the same answer to a key that it has seen, and remembers.
final class RememberingGateway implements AutoCloseable {
    record Asked(
            String user,
            String method,
            String path,
            @Nullable String key,
            JsonNode body) {}

    record Said(int status, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// What to say instead, null for the usual.
    volatile Function<Asked, @Nullable Said> instead = ignored -> null;

    private final Map<String, Said> byKey = new HashMap<>();
    private final HttpServer server;

    RememberingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// A token that says whose it is.
    static String tokenOf(String subject) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var claims = "{\"iss\":\"http://identity\",\"sub\":\"" + subject + "\"}";
        return "h." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".s";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var claims = Base64.getUrlDecoder()
                    .decode(exchange.getRequestHeaders()
                            .getFirst("Authorization")
                            .split("\\.")[1]);
            var request = new Asked(
                    Api.JSON.readTree(claims).path("sub").asText(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString().substring("/api/v1".length()),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    body(bytes, exchange.getRequestHeaders().getFirst("Content-Type")));
            asked.add(request);
            var other = instead.apply(request);
            var said = other != null ? other : usual(request);
            var body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static JsonNode body(byte[] bytes, @Nullable String type) throws IOException {
        if (bytes.length == 0) return MissingNode.getInstance();
        return "text/plain".equals(type)
                ? TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8))
                : Api.JSON.readTree(bytes);
    }

    private synchronized Said usual(Asked request) {
        return switch (request.method()) {
            case "POST" ->
                byKey.computeIfAbsent(String.valueOf(request.key()), key -> new Said(201, made(UUID.randomUUID())));
            case "PUT" -> new Said(200, "{\"corrections\":[{\"change\":\"KEPT\"},{\"change\":\"ADDED\"}]}");
            default -> read(request.path());
        };
    }

    private static String made(UUID id) {
        return "{\"id\":\"" + id + "\",\"planId\":\"" + id + "\"}";
    }

    private Said read(String path) {
        if (path.startsWith("/plan-imports/")) return new Said(200, "{\"status\":\"PROPOSED\",\"obligations\":[{}]}");
        if (path.contains("/obligations")) return new Said(200, "{\"items\":[{\"code\":\"S2-12\",\"id\":\"o\"}]}");
        if (path.startsWith("/plans/")) return new Said(200, "{\"assignmentsOpenedAt\":\"2024-03-13T01:00:00Z\"}");
        if (path.startsWith("/campaigns?"))
            return new Said(
                    200, "{\"items\":[{\"id\":\"c\",\"obligationId\":\"o\",\"dueAt\":\"2024-04-09T17:00:00Z\"}]}");
        var open = byKey.containsKey("sample-opening");
        return new Said(200, open ? "{\"status\":\"OPEN\",\"rosterFrozenAt\":\"x\"}" : "{\"status\":\"ANNOUNCED\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
