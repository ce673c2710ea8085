package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata:
              name: plans
            spec:
              parentRefs:
                - name: tiendo
              rules:
                - matches:
                    - path:
                        type: PathPrefix
                        value: /api/v1/plans
                    - path:
                        type: Exact
                        value: /api/v1/plans/stream
                  backendRefs:
                    - name: plans-service
                      port: 8080
                  timeouts:
                    request: 1m30s
            """;

    @TempDir
    Path folder;

    @Test
    void a_route_is_read_with_its_time_limit() throws IOException {
        var found = read(ROUTE).find("/api/v1/plans/1").orElseThrow();
        assertThat(found.service()).isEqualTo("plans-service");
        assertThat(found.timeout()).isEqualTo(Optional.of(Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans,          /api/v1/plans",
        "/api/v1/plans/,         /api/v1/plans",
        "/api/v1/plans/1,        /api/v1/plans",
        "/api/v1/plans/stream,   /api/v1/plans/stream",
        "/api/v1/plans/stream/x, /api/v1/plans",
        "/api/v1/plans/deep/x,   /api/v1/plans/deep",
    })
    void exact_goes_before_the_longest_prefix(String requested, String matched) throws IOException {
        var longer = ROUTE.replace("name: plans\n", "name: deep\n")
                .replace("/api/v1/plans", "/api/v1/plans/deep")
                .replace("/deep/stream", "/deep/other");
        var table = read(ROUTE + "---\n" + longer);
        assertThat(table.find(requested).orElseThrow().path()).isEqualTo(matched);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/plansX", "/api/v1/plan-imports", "/api/v1/plan", "/api/v1", "/"})
    void a_prefix_matches_whole_segments_only(String requested) throws IOException {
        assertThat(read(ROUTE).find(requested)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: HTTPRoute          | kind: GRPCRoute                 | kind is GRPCRoute",
                "gateway.io/v1            | gateway.io/v1beta1              | apiVersion",
                "metadata:                | status: {}\\nmetadata:          | status is not implemented",
                "name: plans\\n           | name: plans\\n  namespace: x\\n | metadata.namespace is not implemented",
                "parentRefs:              | hostnames: [a.vn]\\n  parentRefs: | spec.hostnames is not implemented",
                "- name: tiendo           | - name: other                   | spec.parentRefs[0].name is other",
                "- name: tiendo           | - {name: tiendo, port: 80}      | spec.parentRefs[0].port is not implemented",
                "- name: tiendo           | - name: tiendo\\n    - name: b  | spec.parentRefs has 2 entries",
                "- matches:               | - filters: []\\n      matches:   | spec.rules[0].filters is not implemented",
                "- matches:               | - retry: {}\\n      matches:     | spec.rules[0].retry is not implemented",
                "- path:\\n               | - method: GET\\n          path:\\n | spec.rules[0].matches[0].method is not implemented",
                "- path:\\n               | - headers: []\\n          path:\\n | spec.rules[0].matches[0].headers is not implemented",
                "type: PathPrefix         | type: RegularExpression         | spec.rules[0].matches[0].path.type must be",
                "value: /api/v1/plans\\n  | value: /api/../plans\\n         | spec.rules[0].matches[0].path.value must be",
                "value: /api/v1/plans\\n  | value: /api/v1/plans/\\n        | spec.rules[0].matches[0].path.value must be",
                "- name: plans-service    | - name: unknown-service         | spec.rules[0].backendRefs[0].name is unknown-service",
                "port: 8080               | port: web                       | spec.rules[0].backendRefs[0].port must be",
                "port: 8080               | port: 8080\\n          weight: 1 | spec.rules[0].backendRefs[0].weight is not implemented",
                "request: 1m30s           | request: soon                   | spec.rules[0].timeouts.request must be",
                "request: 1m30s           | backendRequest: 1s              | spec.rules[0].timeouts.request must be",
                "request: 1m30s           | request: 1s\\n        backendRequest: 1s | spec.rules[0].timeouts.backendRequest is not",
                "kind: HTTPRoute          | kind: HTTPRoute\\nkind: HTTPRoute | is not readable YAML",
            })
    void what_is_not_implemented_refuses_the_start(String part, String replacement, String reason) {
        var changed = ROUTE.replace("gateway.networking.k8s.io", "gateway.io");
        var from = part.replace("\\n", "\n");
        assertThat(changed).contains(from);
        var to = replacement.replace("\\n", "\n").replace("\\", "");
        var route = replaceFirst(changed, from, to).replace("gateway.io", "gateway.networking.k8s.io");
        assertThatThrownBy(() -> read(route))
                .isInstanceOf(InvalidRouteFile.class)
                .hasMessageStartingWith("The gateway does not start: " + folder.resolve("routes.yaml"))
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    @Test
    void two_routes_for_one_path_refuse_the_start() {
        assertThatThrownBy(() -> read(ROUTE + "---\n" + ROUTE.replace("name: plans\n", "name: again\n")))
                .hasMessageContaining("/api/v1/plans has a route already");
    }

    @Test
    void a_folder_without_routes_refuses_the_start() {
        assertThatThrownBy(() -> RouteTable.read(folder, "tiendo", Set.of("plans-service")))
                .hasMessageContaining("holds no route file");
    }

    @Test
    void a_missing_folder_refuses_the_start() {
        assertThatThrownBy(() -> RouteTable.read(folder.resolve("none"), "tiendo", Set.of()))
                .hasMessageContaining("does not name a folder");
    }

    private RouteTable read(String text) throws IOException {
        Files.writeString(folder.resolve("routes.yaml"), text);
        return RouteTable.read(folder, "tiendo", Set.of("plans-service"));
    }

    private static String replaceFirst(String text, String from, String to) {
        var at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
