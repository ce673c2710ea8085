package vn.tiendo.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Four small servers in place of the services, which answer with what they were sent, and the real route files with
/// one route more, to a Service that is down.
public class Upstreams implements QuarkusTestResourceLifecycleManager {

    private static final List<String> SERVICES = List.of("plans", "registrations", "reporting", "notifications");
    private static final String DOWN = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: down}
            spec:
              parentRefs: [{name: tiendo}]
              rules:
                - matches: [{path: {type: PathPrefix, value: /down}}]
                  backendRefs: [{name: down-service, port: 8080}]
                - matches: [{path: {type: PathPrefix, value: /impatient}}]
                  backendRefs: [{name: plans-service, port: 8080}]
                  timeouts: {request: 300ms}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServerResponse> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger handled = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (var service : SERVICES) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> answer(service, request))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            config.put("tiendo.gateway.backends." + service + "-service", "http://127.0.0.1:" + server.actualPort());
        }
        config.put("tiendo.gateway.backends.down-service", "http://127.0.0.1:" + unusedPort());
        config.put("tiendo.gateway.routes", routes().toString());
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(String service, HttpServerRequest request) {
        handled.incrementAndGet();
        switch (request.path()) {
            case "/api/v1/notifications/stream" -> openStream(request);
            case "/api/v1/notifications/emission" -> {
                streams.forEach(stream -> stream.write("data: second\n\n"));
                request.response().end();
            }
            case "/api/v1/notifications/open-streams" -> request.response().end(Integer.toString(streams.size()));
            case "/api/v1/plans/handled" -> request.response().end(Integer.toString(handled.get()));
            case "/impatient/never" -> {} // no answer
            default -> echo(service, request);
        }
    }

    private void openStream(HttpServerRequest request) {
        var response = request.response();
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.closeHandler(closed -> streams.remove(response));
        response.write("data: first\n\n");
        streams.add(response);
    }

    private void echo(String service, HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var headers = new JsonArray();
            request.headers().forEach(header -> headers.add(header.getKey().toLowerCase() + ": " + header.getValue()));
            var response = request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("ETag", "\"7\"")
                    .putHeader("Connection", "X-Internal")
                    .putHeader("X-Internal", "secret")
                    .putHeader("X-Request-Id", "not-the-gateways-own");
            response.end(new JsonObject()
                    .put("service", service)
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("bytes", body.length())
                    .encode());
        });
    }

    private static Path routes() {
        try {
            var folder = Files.createTempDirectory("routes");
            try (var files = Files.list(Path.of("../k8s/routes"))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            Files.writeString(folder.resolve("down.yaml"), DOWN);
            return folder;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static int unusedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
