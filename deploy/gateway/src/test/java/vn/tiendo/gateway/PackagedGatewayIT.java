package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gateway as it is packaged and started: what only holds, or only shows, in its own process.
class PackagedGatewayIT {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path ROUTES = Path.of("../k8s/routes").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)\\.");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path log;
    private HttpServer plans;

    @BeforeEach
    void startAnUpstream() throws IOException {
        log = Files.createFile(folder.resolve("gateway.log"));
        plans = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        plans.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, path.length);
            exchange.getResponseBody().write(path);
            exchange.close();
        });
        plans.start();
    }

    @AfterEach
    void stopTheUpstream() {
        plans.stop(0);
    }

    @Test
    void a_backend_comes_from_the_environment() throws Exception {
        var gateway = start(ROUTES);
        try {
            var answer = RawConnection.exchange(
                    port(gateway), "GET /api/v1/plans?a=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("/api/v1/plans?a=1");
        } finally {
            end(gateway);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            })
    void a_request_with_two_lengths_is_refused_and_its_connection_closed(String lengths) throws Exception {
        var gateway = start(ROUTES);
        try {
            var good = "POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
            var bad = "POST /api/v1/plans/bad HTTP/1.1\r\nHost: x\r\n" + lengths + "\r\n0\r\n\r\n";
            var port = port(gateway);
            assertThat(RawConnection.exchange(port, bad))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("200 OK");
            assertThat(RawConnection.exchange(port, good + bad + good))
                    .startsWith("HTTP/1.1 200")
                    .contains("HTTP/1.1 400")
                    .doesNotContain("bad\r\n", "/api/v1/plans/bad")
                    .containsOnlyOnce("200 OK");
        } finally {
            end(gateway);
        }
    }

    @Test
    void an_unknown_field_in_a_route_file_ends_the_start_with_one_sentence() throws Exception {
        var route = Files.readString(ROUTES.resolve("plans.yaml"))
                .replace("      backendRefs:", "      filters: []\n      backendRefs:");
        var routes = Files.createDirectory(folder.resolve("routes"));
        var file = Files.writeString(routes.resolve("plans.yaml"), route);
        var gateway = start(routes);
        try {
            assertThat(gateway.waitFor(PATIENCE)).isTrue();
            assertThat(gateway.exitValue()).isEqualTo(1);
            assertThat(said())
                    .contains("The gateway does not start: " + file
                            + ": spec.rules[0].filters is not implemented by this gateway.")
                    .doesNotContain("\tat ");
        } finally {
            end(gateway);
        }
    }

    @Test
    void without_routes_it_serves_the_api_pages_and_nothing_else() throws Exception {
        var gateway = start(null);
        try {
            var port = port(gateway);
            var get = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            assertThat(RawConnection.exchange(port, get.formatted("/docs/"))).startsWith("HTTP/1.1 200");
            assertThat(RawConnection.exchange(port, get.formatted("/api/v1/plans")))
                    .startsWith("HTTP/1.1 404")
                    .contains("/problems/route-not-found");
        } finally {
            end(gateway);
        }
    }

    private Process start(@Nullable Path routes) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.remove("TIENDO_GATEWAY_ROUTES");
        if (routes != null) {
            environment.put("TIENDO_GATEWAY_ROUTES", routes.toString());
        }
        environment.put(
                "TIENDO_GATEWAY_BACKENDS_PLANS_SERVICE",
                "http://127.0.0.1:" + plans.getAddress().getPort());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        return builder.start();
    }

    private int port(Process gateway) {
        await().atMost(PATIENCE)
                .until(() -> !gateway.isAlive() || LISTENING.matcher(said()).find());
        var listening = LISTENING.matcher(said());
        assertThat(listening.find()).as("listening: " + said()).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static void end(Process gateway) throws InterruptedException {
        gateway.destroy();
        if (!gateway.waitFor(PATIENCE)) {
            gateway.destroyForcibly();
        }
    }
}
