package vn.tiendo.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Which path leads to which Service, read from HTTPRoute files of the Gateway API v1, standard channel.
///
/// Implemented: one parent, rules with exact and prefix paths, one backend per rule, the request timeout. Anything else
/// in a file refuses the start by file, path and field.
final class RouteTable {

    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final Pattern PLAIN_PATH = Pattern.compile("/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Pattern DURATION_PART = Pattern.compile("([0-9]{1,5})(ms|h|m|s)");

    private final List<RouteMatch> matches;

    private RouteTable(List<RouteMatch> matches) {
        this.matches = matches.stream().sorted(RouteMatch.PRECEDENCE).toList();
    }

    /// @param gateway the only parent a route may have
    /// @param services the Services that this gateway can reach
    static RouteTable read(Path folder, String gateway, Set<String> services) {
        var matches = new ArrayList<RouteMatch>();
        var seen = new HashMap<String, String>();
        for (var file : routeFiles(folder)) {
            for (var document : documents(file)) {
                for (var match : route(new RouteFields(file.toString(), "", document), gateway, services)) {
                    var earlier = seen.putIfAbsent(match.kind() + match.path(), file.toString());
                    if (earlier != null) {
                        throw new InvalidRouteFile(file.toString(), match.path(), "has a route already, in " + earlier);
                    }
                    matches.add(match);
                }
            }
        }
        return new RouteTable(matches);
    }

    static RouteTable only(String prefix, String service) {
        return new RouteTable(List.of(new RouteMatch(RouteMatch.Kind.PATH_PREFIX, prefix, service, Optional.empty())));
    }

    Optional<RouteMatch> find(String path) {
        return matches.stream().filter(match -> match.matches(path)).findFirst();
    }

    List<RouteMatch> matches() {
        return matches;
    }

    private static List<Path> routeFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidRouteFile(folder.toString(), "tiendo.gateway.routes", "does not name a folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            var routes = files.filter(RouteTable::isRouteFile).sorted().toList();
            if (routes.isEmpty()) {
                throw new InvalidRouteFile(folder.toString(), "the folder", "holds no route file (*.yaml)");
            }
            return routes;
        } catch (IOException unreadable) {
            throw new InvalidRouteFile(folder.toString(), "the folder", "cannot be read: " + unreadable.getMessage());
        }
    }

    private static boolean isRouteFile(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.equals(KUSTOMIZATION);
    }

    private static List<Object> documents(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        var documents = new ArrayList<Object>();
        try (var text = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(options)).loadAll(text).forEach(documents::add);
        } catch (IOException | YAMLException unreadable) {
            var reason = String.valueOf(unreadable.getMessage())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new InvalidRouteFile(file.toString(), "the document", "is not readable YAML: " + reason);
        }
        return documents;
    }

    private static List<RouteMatch> route(RouteFields route, String gateway, Set<String> services) {
        route.expect("apiVersion", "gateway.networking.k8s.io/v1");
        route.expect("kind", "HTTPRoute");
        var metadata = route.mapping("metadata");
        metadata.text("name");
        metadata.ignore("labels");
        metadata.refuseOthers();
        var spec = route.mapping("spec");
        var parent = spec.only("parentRefs");
        parent.expect("name", gateway);
        parent.refuseOthers();
        var matches = spec.mappings("rules").stream()
                .flatMap(rule -> rule(rule, services).stream())
                .toList();
        spec.refuseOthers();
        route.refuseOthers();
        return matches;
    }

    private static List<RouteMatch> rule(RouteFields rule, Set<String> services) {
        rule.ignore("name");
        var backend = rule.only("backendRefs");
        var service = backend.text("name");
        if (!services.contains(service)) {
            throw backend.refuse(
                    "name",
                    "is %s, but tiendo.gateway.backends.%s does not say where that is".formatted(service, service));
        }
        backend.number("port");
        backend.refuseOthers();
        var timeout = timeout(rule);
        var matches = rule.mappings("matches").stream()
                .map(match -> match(match, service, timeout))
                .toList();
        rule.refuseOthers();
        return matches;
    }

    private static RouteMatch match(RouteFields match, String service, Optional<Duration> timeout) {
        var path = match.mapping("path");
        var kind = switch (path.text("type")) {
            case "Exact" -> RouteMatch.Kind.EXACT;
            case "PathPrefix" -> RouteMatch.Kind.PATH_PREFIX;
            default -> throw path.refuse("type", "must be Exact or PathPrefix, nothing else is implemented");
        };
        var value = path.text("value");
        if (!PLAIN_PATH.matcher(value).matches()) {
            throw path.refuse(
                    "value", "must be a plain absolute path without escapes, dots in front or slash at the end");
        }
        path.refuseOthers();
        match.refuseOthers();
        return new RouteMatch(kind, value, service, timeout);
    }

    private static Optional<Duration> timeout(RouteFields rule) {
        if (!rule.has("timeouts")) {
            return Optional.empty();
        }
        var timeouts = rule.mapping("timeouts");
        var written = timeouts.text("request");
        if (!DURATION.matcher(written).matches()) {
            throw timeouts.refuse("request", "must be a duration such as 500ms, 30s or 1m30s");
        }
        timeouts.refuseOthers();
        var total = Duration.ZERO;
        var parts = DURATION_PART.matcher(written);
        while (parts.find()) {
            total = total.plus(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2)));
        }
        return Optional.of(total);
    }

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES,
            "s", ChronoUnit.SECONDS,
            "ms", ChronoUnit.MILLIS);
}
