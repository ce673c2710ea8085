package vn.tiendo.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the edge does towards the services: it bounds the rate, repeats only what nobody has seen, leaves streams
/// open, and answers in the form of the services where it answers itself.
public final class EdgeServices implements Check {
    private static final String KIND = "BackendTrafficPolicy";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOT_YET_SENT = Set.of("connect-failure", "refused-stream");
    private static final Set<String> SECRETS = Set.of("authorization", "cookie");
    private static final List<Integer> OWN_ANSWERS = List.of(413, 429, 503, 504);
    private static final Set<Integer> WORTH_REPEATING = Set.of(429, 503);
    private static final int MOST_RETRIES = 2;

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        EdgeTargets.check(overlay, KIND, findings);
        if (overlay.name().equals("production")) {
            overlay.of("Gateway").forEach(gateway -> checkGateway(overlay, gateway, findings));
        }
        overlay.of(KIND).forEach(policy -> {
            checkSecrets(policy, findings);
            checkRetry(policy, findings);
            checkTimeouts(policy, findings);
            policy.items("/spec/responseOverride").forEach(answer -> checkAnswer(policy, answer, findings));
        });
        return findings;
    }

    private static void checkGateway(Overlay overlay, Manifest gateway, List<Finding> findings) {
        var policy = overlay.of(KIND)
                .filter(candidate -> EdgeTargets.names(candidate, "Gateway", gateway.name()))
                .findFirst();
        if (policy.isEmpty()) {
            findings.add(Finding.of("edge-policy-exists", gateway, "no " + KIND + " stands for it"));
            return;
        }
        checkRates(policy.get(), findings);
        var covered = policy.get()
                .items("/spec/responseOverride")
                .flatMap(EdgeServices::statuses)
                .toList();
        OWN_ANSWERS.stream()
                .filter(status -> !covered.contains(status))
                .forEach(status -> findings.add(
                        Finding.of("edge-answers-problems", policy.get(), status + " is answered as plain text")));
        for (var threshold : List.of("maxConnections", "maxPendingRequests", "maxParallelRequests")) {
            if (!policy.get().at("/spec/circuitBreaker").has(threshold)) {
                findings.add(Finding.of("edge-breaks-circuits", policy.get(), "does not state " + threshold));
            }
        }
    }

    private static void checkRates(Manifest policy, List<Finding> findings) {
        for (var network : List.of("0.0.0.0/0", "::/0")) {
            var limited = policy.items("/spec/rateLimit/global/rules")
                    .anyMatch(rule -> rule.path("shared").asBoolean()
                            && Manifest.items(rule, "/clientSelectors")
                                    .map(selector -> selector.path("sourceCIDR"))
                                    .anyMatch(source ->
                                            isDistinct(source) && network.equals(Manifest.text(source, "/value"))));
            if (!limited) {
                findings.add(Finding.of("edge-limits-rate", policy, "no limit for each address of " + network));
            }
        }
        if (policy.items("/spec/rateLimit/local/rules")
                .flatMap(EdgeServices::headers)
                .noneMatch(header ->
                        isDistinct(header) && Manifest.text(header, "/name").equalsIgnoreCase("authorization"))) {
            findings.add(Finding.of("edge-limits-rate", policy, "no limit for each token"));
        }
    }

    /// What a shared count is kept by is written into its store as it stands.
    private static void checkSecrets(Manifest policy, List<Finding> findings) {
        policy.items("/spec/rateLimit/global/rules")
                .flatMap(EdgeServices::headers)
                .map(header -> Manifest.text(header, "/name"))
                .filter(name -> SECRETS.stream().anyMatch(name::equalsIgnoreCase))
                .forEach(name ->
                        findings.add(Finding.of("tokens-stay-in-memory", policy, "would store " + name + " in Redis")));
    }

    private static void checkRetry(Manifest policy, List<Finding> findings) {
        var retry = policy.at("/spec/retry");
        if (retry.isMissingNode()) {
            return;
        }
        var triggers =
                Manifest.items(retry, "/retryOn/triggers").map(JsonNode::asText).toList();
        if (triggers.isEmpty() || !NOT_YET_SENT.containsAll(triggers)) {
            findings.add(Finding.of(
                    "edge-repeats-nothing-done", policy, "repeats what a service may have done, on " + triggers));
        }
        if (retry.path("numRetries").asInt(Integer.MAX_VALUE) > MOST_RETRIES) {
            findings.add(Finding.of("edge-repeats-nothing-done", policy, "repeats without a bound worth the name"));
        }
    }

    private static void checkTimeouts(Manifest policy, List<Finding> findings) {
        if (policy.at("/spec/timeout/http").has("requestTimeout")
                || policy.at("/spec/timeout/http").has("maxConnectionDuration")) {
            findings.add(Finding.of("edge-keeps-streams", policy, "ends the inbox stream; routes state their time"));
        }
    }

    private static void checkAnswer(Manifest policy, JsonNode answer, List<Finding> findings) {
        statuses(answer).forEach(status -> {
            var fault = faultOf(answer, status);
            if (!fault.isEmpty()) {
                findings.add(Finding.of("edge-answers-problems", policy, status + " " + fault));
            }
        });
    }

    private static String faultOf(JsonNode answer, int status) {
        if (!Manifest.text(answer, "/source").equals("Local")) {
            return "of a service would be replaced";
        }
        if (!Manifest.text(answer, "/response/contentType").equals("application/problem+json")) {
            return "is no problem document";
        }
        if (WORTH_REPEATING.contains(status)
                && !Manifest.names(answer, "/response/header/set").contains("Retry-After")) {
            return "does not say when to try again";
        }
        var text = Manifest.text(answer, "/response/body/inline");
        if (text.replace("%REQ(X-REQUEST-ID)%", "").contains("%")) {
            return "has a per cent sign, which Envoy reads as a command";
        }
        try {
            var document = JSON.readTree(text);
            return document.path("status").asInt() == status
                            && document.path("type").asText().startsWith("/problems/")
                            && Stream.of("title", "detail", "traceId").allMatch(document::hasNonNull)
                    ? ""
                    : "lacks a member of the document or states another status";
        } catch (JsonProcessingException notJson) {
            return "is not JSON";
        }
    }

    private static Stream<Integer> statuses(JsonNode answer) {
        return Manifest.items(answer, "/match/statusCodes")
                .map(code -> code.path("value").asInt());
    }

    private static Stream<JsonNode> headers(JsonNode rule) {
        return Manifest.items(rule, "/clientSelectors").flatMap(selector -> Manifest.items(selector, "/headers"));
    }

    private static boolean isDistinct(JsonNode selector) {
        return Manifest.text(selector, "/type").equals("Distinct");
    }
}
