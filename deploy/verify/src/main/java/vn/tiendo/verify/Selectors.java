package vn.tiendo.verify;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Who is meant by a selector: every one must match the pods it was written for, and only those.
public final class Selectors implements Check {
    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        var pods = overlay.of("Deployment")
                .collect(toMap(Manifest::toString, Selectors::podLabels, (first, second) -> first));
        overlay.of("Deployment").forEach(deployment -> {
            var selector = Manifest.labels(deployment.at("/spec/selector/matchLabels"));
            if (selector.isEmpty() || !matches(selector, podLabels(deployment))) {
                findings.add(Finding.of("selector-matches-pods", deployment, selector + " is not on its own pods"));
            }
            pods.forEach((other, labels) -> {
                if (!other.equals(deployment.toString()) && matches(selector, labels)) {
                    findings.add(Finding.of("selector-is-exclusive", deployment, "also selects the pods of " + other));
                }
            });
            Manifest.items(deployment.pod(), "/topologySpreadConstraints").forEach(constraint -> {
                if (!matches(Manifest.labels(constraint.at("/labelSelector/matchLabels")), podLabels(deployment))) {
                    findings.add(Finding.of(
                            "selector-matches-pods", deployment, "a topology spread counts pods of somebody else"));
                }
            });
        });
        overlay.of("Service").forEach(service -> {
            var selected = selected(overlay, Manifest.labels(service.at("/spec/selector")));
            if (selected.isEmpty()) {
                findings.add(Finding.of("selector-matches-pods", service, "selects no pod"));
            } else if (selected.size() > 1) {
                findings.add(Finding.of("selector-is-exclusive", service, "selects pods of " + selected));
            }
        });
        overlay.of("PodDisruptionBudget").forEach(budget -> {
            if (selected(overlay, Manifest.labels(budget.at("/spec/selector/matchLabels")))
                            .size()
                    != 1) {
                findings.add(Finding.of("selector-matches-pods", budget, "does not select the pods of one Deployment"));
            }
        });
        overlay.of("NetworkPolicy").forEach(policy -> checkPolicy(overlay, policy, findings));
        return findings;
    }

    private static void checkPolicy(Overlay overlay, Manifest policy, List<Finding> findings) {
        if (!anyPod(overlay, policy.at("/spec/podSelector/matchLabels"))) {
            findings.add(Finding.of("selector-matches-pods", policy, "selects no pod"));
        }
        Stream.concat(
                        policy.items("/spec/ingress").flatMap(rule -> Manifest.items(rule, "/from")),
                        policy.items("/spec/egress").flatMap(rule -> Manifest.items(rule, "/to")))
                .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                .forEach(peer -> {
                    if (!anyPod(overlay, peer.at("/podSelector/matchLabels"))) {
                        findings.add(Finding.of(
                                "selector-matches-pods", policy, "names a peer that does not exist: " + peer));
                    }
                });
    }

    private static boolean anyPod(Overlay overlay, JsonNode matchLabels) {
        var selector = Manifest.labels(matchLabels);
        return Stream.concat(overlay.of("Deployment").map(Selectors::podLabels), enginePods(overlay))
                .anyMatch(labels -> matches(selector, labels));
    }

    /// The labels that the operators put on the pods they make.
    private static Stream<Map<String, String>> enginePods(Overlay overlay) {
        return Stream.of(
                        overlay.of("Cluster").map(cluster -> Map.of("cnpg.io/cluster", cluster.name())),
                        overlay.of("KafkaNodePool")
                                .map(pool -> Map.of(
                                        "strimzi.io/cluster",
                                        pool.text("/metadata/labels/strimzi.io~1cluster"),
                                        "strimzi.io/pool-name",
                                        pool.name())))
                .flatMap(labels -> labels);
    }

    static List<Manifest> selected(Overlay overlay, Map<String, String> selector) {
        return overlay.of("Deployment")
                .filter(deployment -> !selector.isEmpty() && matches(selector, podLabels(deployment)))
                .toList();
    }

    static Map<String, String> podLabels(Manifest deployment) {
        return Manifest.labels(deployment.at("/spec/template/metadata/labels"));
    }

    static boolean matches(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }
}
