package vn.tiendo.reporting.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// A real browser without a window, driven over its DevTools protocol: nothing to download, no driver that must match.
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

    /// What the page threw, and what its policy forbade.
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /// @return the program that `CHROMIUM` names, or one on the PATH
    static Optional<Path> installed() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var onPath = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    Chromium(Path program) throws IOException {
        profile = Files.createTempDirectory("board");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--accept-lang=vi",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        try {
            var port = profile.resolve("DevToolsActivePort");
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(port) && Files.size(port) > 0);
            socket = http.newWebSocketBuilder()
                    .buildAsync(page(Files.readAllLines(port).getFirst()), new Listener())
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (IOException | RuntimeException failure) {
            end();
            throw failure;
        }
        for (var domain : List.of("Page", "Runtime", "Log")) {
            send(domain + ".enable", Map.of());
        }
    }

    private URI page(String port) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            var list = http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                            .build(),
                                    BodyHandlers.ofString());
                            for (var target : JSON.readTree(list.body())) {
                                if (target.path("type").asText().equals("page")) {
                                    return URI.create(
                                            target.path("webSocketDebuggerUrl").asText());
                                }
                            }
                            return null;
                        },
                        found -> found != null);
    }

    void open(String address) {
        send("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete'");
    }

    void window(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /// The value of an expression, as text.
    String tell(String expression) {
        var result = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value").asText();
    }

    /// A page that is just going or coming has no answer yet.
    void await(String condition) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(() -> tell("String(" + condition + ")").equals("true"));
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(
                    condition + " was never so: " + tell("document.body.innerText.slice(0, 600)"), never);
        }
    }

    void press(String key) {
        for (var type : List.of("rawKeyDown", "char", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", 13, "text", "\r"));
        }
    }

    void photograph(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var picture = send("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /// Bytes of the page on paper.
    byte[] print() {
        return Base64.getDecoder()
                .decode(send("Page.printToPDF", Map.of("printBackground", true))
                        .path("data")
                        .asText());
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        var id = count.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        var request = JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(request.toString(), true).join();
        var reply = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (reply.has("error")) {
            throw new IllegalStateException(method + ": " + reply.path("error"));
        }
        return reply.path("result");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                var told = JSON.readTree(message);
                var entry = told.path("params").path("entry");
                if (told.has("id")) {
                    asked.remove(told.path("id").asInt()).complete(told);
                } else if (told.path("method").asText().equals("Runtime.exceptionThrown")) {
                    faults.add(told.path("params").toString());
                } else if (List.of("security", "javascript", "violation")
                        .contains(entry.path("source").asText())) {
                    faults.add(entry.path("text").asText());
                }
            } catch (IOException unreadable) {
                faults.add(unreadable.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        end();
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void end() {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(each ->
                each.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
    }
}
