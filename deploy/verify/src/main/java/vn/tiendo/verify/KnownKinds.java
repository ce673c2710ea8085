package vn.tiendo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Only the kinds we mean to use, each in the one version that clusters of today serve. A new kind is added here on
/// purpose, with a model or a schema to check it by.
public final class KnownKinds implements Check {
    private static final Set<String> ALLOWED = Set.of(
            "v1/Namespace",
            "v1/Service",
            "v1/ServiceAccount",
            "v1/ConfigMap",
            "v1/PersistentVolumeClaim",
            "apps/v1/Deployment",
            "autoscaling/v2/HorizontalPodAutoscaler",
            "networking.k8s.io/v1/NetworkPolicy",
            "policy/v1/PodDisruptionBudget",
            "gateway.networking.k8s.io/v1/Gateway",
            "gateway.networking.k8s.io/v1/HTTPRoute",
            "gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy",
            "gateway.envoyproxy.io/v1alpha1/ClientTrafficPolicy",
            "monitoring.coreos.com/v1/PodMonitor",
            "monitoring.coreos.com/v1/PrometheusRule",
            "postgresql.cnpg.io/v1/Cluster",
            "postgresql.cnpg.io/v1/Database",
            "postgresql.cnpg.io/v1/ScheduledBackup",
            "kafka.strimzi.io/v1/Kafka",
            "kafka.strimzi.io/v1/KafkaNodePool",
            "kafka.strimzi.io/v1/KafkaTopic",
            "kafka.strimzi.io/v1/KafkaUser");

    private static final Map<String, String> REMOVED = Map.ofEntries(
            Map.entry("extensions/v1beta1", "Kubernetes 1.22"),
            Map.entry("apps/v1beta1", "Kubernetes 1.16"),
            Map.entry("apps/v1beta2", "Kubernetes 1.16"),
            Map.entry("networking.k8s.io/v1beta1", "Kubernetes 1.22"),
            Map.entry("batch/v1beta1", "Kubernetes 1.25"),
            Map.entry("policy/v1beta1", "Kubernetes 1.25"),
            Map.entry("autoscaling/v2beta1", "Kubernetes 1.25"),
            Map.entry("autoscaling/v2beta2", "Kubernetes 1.26"),
            Map.entry("kafka.strimzi.io/v1beta1", "Strimzi 1.0"),
            Map.entry("kafka.strimzi.io/v1beta2", "Strimzi 1.0"));

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        for (var manifest : overlay.manifests()) {
            var removed = REMOVED.get(manifest.apiVersion());
            if (removed != null) {
                findings.add(Finding.of("removed-api", manifest, manifest.apiVersion() + " is gone since " + removed));
            } else if (manifest.is("Secret")) {
                findings.add(Finding.of("no-secret-committed", manifest, "secrets are named, never written down"));
            } else if (!ALLOWED.contains(manifest.apiVersion() + "/" + manifest.kind())) {
                findings.add(Finding.of(
                        "known-kind", manifest, manifest.apiVersion() + " " + manifest.kind() + " is not on the list"));
            }
        }
        return findings;
    }
}
