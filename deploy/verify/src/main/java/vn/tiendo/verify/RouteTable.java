package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Which service a path reaches by the HTTPRoutes of an overlay: exact before prefix, longer before shorter,
/// prefixes by whole segments. Methods, headers and hosts are not looked at.
public final class RouteTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Route(String type, String path, String backend) {
        boolean matches(String request) {
            return switch (type) {
                case "Exact" -> request.equals(path);
                case "RegularExpression" -> Pattern.matches(path, request);
                default -> path.equals("/") || request.equals(path) || request.startsWith(path + "/");
            };
        }

        int rank() {
            return (type.equals("Exact") ? 100_000 : 0) + path.length();
        }
    }

    private final List<Route> routes = new ArrayList<>();

    public RouteTable(Overlay overlay) {
        overlay.of("HTTPRoute")
                .forEach(manifest -> manifest.items("/spec/rules").forEach(rule -> {
                    for (var match : rule.path("matches")) {
                        for (var backend : rule.path("backendRefs")) {
                            routes.add(new Route(
                                    match.at("/path/type").asText("PathPrefix"),
                                    stripped(match.at("/path/value").asText("/")),
                                    Manifest.text(backend, "/name")));
                        }
                    }
                }));
    }

    private static String stripped(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    public boolean isEmpty() {
        return routes.isEmpty();
    }

    Optional<String> backendOf(String path) {
        return routes.stream()
                .filter(route -> route.matches(path))
                .max((one, other) -> Integer.compare(one.rank(), other.rank()))
                .map(Route::backend);
    }

    /// The paths of a service's API document that would not reach that service.
    public List<String> notReached(Path openApi, String service) {
        try {
            var document = read(openApi);
            var lost = new ArrayList<String>();
            for (var path : document.path("paths").properties()) {
                var request = basePath(document) + path.getKey().replaceAll("\\{[^/]+}", "x");
                if (!backendOf(request).equals(Optional.of(service))) {
                    lost.add(request + " reaches " + backendOf(request).orElse("nothing"));
                }
            }
            return lost;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By SnakeYAML itself: Jackson takes an example such as 13:45:30.5 for a number and then cannot read it.
    private static JsonNode read(Path document) throws IOException {
        try (var reader = Files.newBufferedReader(document)) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return JSON.valueToTree(tree);
        }
    }

    private static String basePath(JsonNode document) {
        var url = Manifest.text(document, "/servers/0/url");
        return stripped(url.replaceFirst("^https?://[^/]+", "")).replaceFirst("^/$", "");
    }
}
