package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.verify.Mutant.array;
import static vn.tiendo.verify.Mutant.object;
import static vn.tiendo.verify.Mutant.production;
import static vn.tiendo.verify.Mutant.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes in what stands for the edge of a cluster.
class EdgeMutantsTest {
    static Stream<Mutant> edge() {
        return Stream.of(
                production(
                        "an edge that lets any client in",
                        "edge-policy-exists",
                        o -> o.manifests().remove(o.get("ClientTrafficPolicy", "tiendo"))),
                production(
                        "an edge without limits towards the services",
                        "edge-policy-exists",
                        o -> o.manifests().remove(o.get("BackendTrafficPolicy", "tiendo"))),
                production(
                        "a policy for a gateway that is not there",
                        "edge-target-exists",
                        o -> object(clients(o), "/targetRefs/0").put("name", "edge")),
                production(
                        "a second policy for one gateway",
                        "edge-target-once",
                        o -> o.manifests().add(copy(o.get("BackendTrafficPolicy", "tiendo"), "again"))),
                production("a client that names its user", "edge-drops-claims", o -> remove(o, "X-User-Id")),
                production(
                        "a client that begins the list of addresses",
                        "edge-address-is-true",
                        o -> remove(o, "X-Forwarded-For")),
                production(
                        "a proxy in front that is not heard",
                        "edge-address-is-true",
                        o -> object(clients(o), "/clientIPDetection/xForwardedFor")
                                .put("numTrustedHops", 1)),
                production(
                        "a request id of the client",
                        "edge-makes-request-ids",
                        o -> object(clients(o), "/headers").put("requestID", "PreserveOrGenerate")),
                production(
                        "headers with underscores",
                        "edge-reads-one-way",
                        o -> object(clients(o), "/headers").put("withUnderscoresAction", "Allow")),
                production(
                        "escaped slashes",
                        "edge-reads-one-way",
                        o -> object(clients(o), "/path").put("escapedSlashesAction", "KeepUnchanged")),
                production(
                        "connections without number",
                        "edge-limits-clients",
                        o -> object(clients(o), "/connection").remove("connectionLimit")),
                production(
                        "a sender without haste",
                        "edge-limits-clients",
                        o -> object(clients(o), "/timeout/http").remove("requestReceivedTimeout")),
                production(
                        "old TLS",
                        "edge-limits-clients",
                        o -> object(clients(o), "/tls").put("minVersion", "1.0")),
                production(
                        "tokens without a limit",
                        "edge-limits-rate",
                        o -> object(services(o), "/rateLimit").remove("local")),
                production(
                        "addresses that share one limit",
                        "edge-limits-rate",
                        o -> services(o)
                                .at("/rateLimit/global/rules")
                                .forEach(rule -> object((ObjectNode) rule, "/clientSelectors/0/sourceCIDR")
                                        .put("type", "Exact"))),
                production(
                        "a limit for each route by itself",
                        "edge-limits-rate",
                        o -> services(o)
                                .at("/rateLimit/global/rules")
                                .forEach(rule -> ((ObjectNode) rule).put("shared", false))),
                production(
                        "tokens stored in Redis",
                        "tokens-stay-in-memory",
                        o -> array(services(o), "/rateLimit/global/rules")
                                .add(services(o).at("/rateLimit/local/rules/0").deepCopy())),
                production(
                        "a change that is sent twice",
                        "edge-repeats-nothing-done",
                        o -> array(services(o), "/retry/retryOn/triggers").add("reset")),
                production(
                        "Envoy's own choice of what to repeat",
                        "edge-repeats-nothing-done",
                        o -> object(services(o), "/retry").remove("retryOn")),
                production(
                        "repeating for ever",
                        "edge-repeats-nothing-done",
                        o -> object(services(o), "/retry").put("numRetries", 10)),
                production(
                        "a time limit that ends streams",
                        "edge-keeps-streams",
                        o -> object(services(o), "/timeout/http").put("requestTimeout", "60s")),
                production(
                        "a thousand connections, by default",
                        "edge-breaks-circuits",
                        o -> object(services(o), "/circuitBreaker").remove("maxConnections")),
                production(
                        "a refusal in plain text",
                        "edge-answers-problems",
                        o -> array(services(o), "/responseOverride").remove(1)),
                production(
                        "a service's own answer replaced",
                        "edge-answers-problems",
                        o -> object(services(o), "/responseOverride/1").put("source", "All")),
                production(
                        "a document that states another status",
                        "edge-answers-problems",
                        o -> object(services(o), "/responseOverride/1/match/statusCodes/0")
                                .put("value", 502)),
                production(
                        "a document that is not JSON",
                        "edge-answers-problems",
                        o -> object(services(o), "/responseOverride/1/response/body")
                                .put("inline", "{\"status\":429")),
                production(
                        "a per cent sign that is a command",
                        "edge-answers-problems",
                        o -> object(services(o), "/responseOverride/1/response/body")
                                .put("inline", "{\"status\":429,\"detail\":\"100%\"}")),
                production(
                        "a refusal that does not say for how long",
                        "edge-answers-problems",
                        o -> object(services(o), "/responseOverride/1/response/header")
                                .remove("set")));
    }

    static Stream<Mutant> edge_definitions() {
        return Stream.of(
                production(
                        "an unknown field of a client policy",
                        "crd-schema",
                        o -> object(clients(o), "/headers").put("maxBytes", 8192)),
                production(
                        "hops and addresses of proxies at once",
                        "crd-rule",
                        o -> object(clients(o), "/clientIPDetection/xForwardedFor")
                                .putArray("trustedCIDRs")
                                .add("10.0.0.0/8")),
                production(
                        "more headers removed than allowed",
                        "crd-schema",
                        o -> array(clients(o), "/headers/earlyRequestHeaders/remove")
                                .add("X-Original-Host")),
                production(
                        "an unknown trigger of a retry",
                        "crd-schema",
                        o -> array(services(o), "/retry/retryOn/triggers").add("timeout")),
                production(
                        "a time without a unit",
                        "crd-schema",
                        o -> object(services(o), "/timeout/tcp").put("connectTimeout", "2")),
                production(
                        "a value where each counts by itself",
                        "crd-rule",
                        o -> object(services(o), "/rateLimit/local/rules/0/clientSelectors/0/headers/0")
                                .put("value", "x")),
                production(
                        "a Gateway's policy to be merged",
                        "crd-rule",
                        o -> services(o).put("mergeType", "StrategicMerge")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edge")
    void refused_by_our_rules(Mutant mutant) {
        assertThat(mutant.rulesThatRefuse(List.of(new EdgeClients(), new EdgeServices())))
                .contains(mutant.rule());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edge_definitions")
    void refused_by_the_definitions(Mutant mutant) {
        assertThat(mutant.rulesThatRefuse(List.of(Repository.customResources())))
                .contains(mutant.rule());
    }

    private static ObjectNode clients(Overlay overlay) {
        return spec(overlay, "ClientTrafficPolicy", "tiendo");
    }

    private static ObjectNode services(Overlay overlay) {
        return spec(overlay, "BackendTrafficPolicy", "tiendo");
    }

    private static void remove(Overlay overlay, String header) {
        var removed = array(clients(overlay), "/headers/earlyRequestHeaders/remove");
        for (int i = removed.size() - 1; i >= 0; i--) {
            if (removed.get(i).asText().equals(header)) {
                removed.remove(i);
            }
        }
    }

    private static Manifest copy(Manifest manifest, String name) {
        var copy = manifest.json().deepCopy();
        object(copy, "/metadata").put("name", name);
        return new Manifest(copy);
    }
}
