package vn.tiendo.verify;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Built-in kinds, decoded by the official client's models, which refuse unknown fields, wrong types and missing
/// required ones. Of a custom resource only the metadata is read here.
public final class StrictModels implements Check {
    private interface Decoder {
        Object decode(String json) throws IOException;
    }

    private static final Map<String, Decoder> DECODERS = Map.of(
            "v1/Namespace", V1Namespace::fromJson,
            "v1/Service", V1Service::fromJson,
            "v1/ServiceAccount", V1ServiceAccount::fromJson,
            "v1/ConfigMap", V1ConfigMap::fromJson,
            "v1/PersistentVolumeClaim", V1PersistentVolumeClaim::fromJson,
            "apps/v1/Deployment", V1Deployment::fromJson,
            "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::fromJson,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::fromJson);

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        for (var manifest : overlay.manifests()) {
            var decoder = DECODERS.get(manifest.apiVersion() + "/" + manifest.kind());
            try {
                var unused = decoder == null
                        ? V1ObjectMeta.fromJson(manifest.at("/metadata").toString())
                        : decoder.decode(manifest.json().toString());
            } catch (IOException | RuntimeException e) {
                findings.add(Finding.of("strict-model", manifest, String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }
}
