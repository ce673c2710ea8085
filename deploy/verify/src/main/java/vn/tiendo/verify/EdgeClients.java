package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the edge takes from a client: no word about itself, no two ways to read a path or a header, and no more than
/// one client may hold.
public final class EdgeClients implements Check {
    private static final String KIND = "ClientTrafficPolicy";
    private static final String ADDRESS_CLAIM = "x-forwarded-for";

    /// Headers by which some server or library lets itself be told who asks, from where, or for what.
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-url",
            "x-rewrite-url",
            "x-user-id");

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        EdgeTargets.check(overlay, KIND, findings);
        if (overlay.name().equals("production")) {
            overlay.of("Gateway")
                    .filter(gateway ->
                            overlay.of(KIND).noneMatch(policy -> EdgeTargets.names(policy, "Gateway", gateway.name())))
                    .forEach(gateway ->
                            findings.add(Finding.of("edge-policy-exists", gateway, "no " + KIND + " stands for it")));
        }
        overlay.of(KIND).forEach(policy -> {
            checkClaims(policy, findings);
            checkReadings(policy, findings);
            checkLimits(policy, findings);
        });
        return findings;
    }

    private static void checkClaims(Manifest policy, List<Finding> findings) {
        var removed = policy.items("/spec/headers/earlyRequestHeaders/remove")
                .map(JsonNode::asText)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        CLAIMS.stream()
                .filter(claim -> !removed.contains(claim))
                .sorted()
                .forEach(claim -> findings.add(Finding.of("edge-drops-claims", policy, "lets " + claim + " pass")));
        var detection = policy.at("/spec/clientIPDetection/xForwardedFor");
        var trusts = detection.path("numTrustedHops").asInt() > 0 || detection.has("trustedCIDRs");
        if (!trusts && !removed.contains(ADDRESS_CLAIM)) {
            findings.add(Finding.of("edge-address-is-true", policy, "a client may begin X-Forwarded-For itself"));
        }
        if (trusts && removed.contains(ADDRESS_CLAIM)) {
            findings.add(Finding.of("edge-address-is-true", policy, "drops what the proxies in front say"));
        }
        if (!policy.text("/spec/headers/requestID").equals("Generate")) {
            findings.add(Finding.of("edge-makes-request-ids", policy, "a client's id would reach logs and documents"));
        }
    }

    private static void checkReadings(Manifest policy, List<Finding> findings) {
        if (!Set.of("RejectRequest", "DropHeader").contains(policy.text("/spec/headers/withUnderscoresAction"))) {
            findings.add(Finding.of("edge-reads-one-way", policy, "lets headers with underscores pass"));
        }
        if (!policy.text("/spec/path/escapedSlashesAction").equals("RejectRequest")) {
            findings.add(Finding.of("edge-reads-one-way", policy, "lets escaped slashes pass"));
        }
    }

    private static void checkLimits(Manifest policy, List<Finding> findings) {
        for (var limit : List.of(
                "/spec/connection/connectionLimit/value",
                "/spec/timeout/http/requestReceivedTimeout",
                "/spec/timeout/http/idleTimeout",
                "/spec/timeout/http/streamIdleTimeout")) {
            if (policy.at(limit).isMissingNode()) {
                findings.add(Finding.of("edge-limits-clients", policy, "does not state " + limit));
            }
        }
        if (!Set.of("1.2", "1.3").contains(policy.text("/spec/tls/minVersion"))) {
            findings.add(Finding.of("edge-limits-clients", policy, "speaks TLS before 1.2"));
        }
    }
}
