package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What our pods may do: the Pod Security Standard *restricted*, within limits, and only talk to whom they must.
public final class PodPolicy implements Check {
    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Pattern PINNED_IMAGE =
            Pattern.compile("[^@\\s]+(:(?!latest(@|$))[\\w][\\w.-]*|@sha256:[0-9a-f]{64})");

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("Deployment").forEach(deployment -> {
            checkPod(deployment, findings);
            deployment.containers().forEach(container -> {
                checkSecurity(deployment, container, findings);
                checkResources(deployment, container, findings);
            });
            checkNetwork(overlay, deployment, findings);
        });
        overlay.of("ServiceAccount").forEach(account -> {
            if (account.at("/automountServiceAccountToken").asBoolean(true)) {
                findings.add(Finding.of("no-token", account, "mounts its token"));
            }
        });
        overlay.of("Namespace").forEach(namespace -> {
            if (!namespace
                    .text("/metadata/labels/pod-security.kubernetes.io~1enforce")
                    .equals("restricted")) {
                findings.add(Finding.of("namespace-is-restricted", namespace, "does not enforce restricted"));
            }
        });
        return findings;
    }

    private static void checkPod(Manifest deployment, List<Finding> findings) {
        var pod = deployment.pod();
        if (pod.path("automountServiceAccountToken").asBoolean(true)) {
            findings.add(Finding.of("no-token", deployment, "mounts a token of the API server"));
        }
        if (pod.path("enableServiceLinks").asBoolean(true)) {
            findings.add(
                    Finding.of("no-service-links", deployment, "names of Services would become environment variables"));
        }
        for (var host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.path(host).asBoolean()) {
                findings.add(Finding.of("no-host-access", deployment, host));
            }
        }
        Manifest.items(pod, "/volumes")
                .forEach(volume -> volume.fieldNames().forEachRemaining(field -> {
                    if (!field.equals("name") && !RESTRICTED_VOLUMES.contains(field)) {
                        findings.add(Finding.of("no-host-access", deployment, "volume of the kind " + field));
                    }
                }));
        if (!Manifest.text(pod, "/securityContext/seccompProfile/type").equals("RuntimeDefault")) {
            findings.add(Finding.of("seccomp", deployment, "no seccomp profile of the runtime"));
        }
        var user = pod.at("/securityContext/runAsUser");
        if (!pod.at("/securityContext/runAsNonRoot").asBoolean() || user.asInt() == 0) {
            findings.add(Finding.of("non-root", deployment, "may run as root"));
        }
    }

    private static void checkSecurity(Manifest deployment, JsonNode container, List<Finding> findings) {
        var security = container.path("securityContext");
        if (security.path("allowPrivilegeEscalation").asBoolean(true)
                || security.path("privileged").asBoolean()) {
            findings.add(Finding.of("no-privilege-escalation", deployment, "a container may gain privileges"));
        }
        if (Manifest.items(security, "/capabilities/drop")
                        .noneMatch(drop -> drop.asText().equals("ALL"))
                || !security.at("/capabilities/add").isMissingNode()) {
            findings.add(Finding.of("no-capabilities", deployment, "a container keeps or adds capabilities"));
        }
        if (!security.path("readOnlyRootFilesystem").asBoolean()) {
            findings.add(Finding.of("read-only-root", deployment, "a container can change its own program"));
        }
        if (security.has("runAsUser") && security.path("runAsUser").asInt() == 0) {
            findings.add(Finding.of("non-root", deployment, "a container runs as root"));
        }
        if (Manifest.items(container, "/ports").anyMatch(port -> port.has("hostPort"))) {
            findings.add(Finding.of("no-host-access", deployment, "a port of the node"));
        }
        var tmp = Manifest.items(container, "/volumeMounts")
                .filter(mount -> Manifest.text(mount, "/mountPath").equals("/tmp"))
                .map(mount -> Manifest.text(mount, "/name"))
                .findFirst()
                .orElse("");
        if (Manifest.items(deployment.pod(), "/volumes")
                .noneMatch(volume -> Manifest.text(volume, "/name").equals(tmp) && volume.has("emptyDir"))) {
            findings.add(Finding.of("tmp-is-writable", deployment, "no emptyDir at /tmp"));
        }
        if (!PINNED_IMAGE.matcher(Manifest.text(container, "/image")).matches()) {
            findings.add(Finding.of("pinned-image", deployment, Manifest.text(container, "/image") + " may change"));
        }
    }

    private static void checkResources(Manifest deployment, JsonNode container, List<Finding> findings) {
        var request = container.at("/resources/requests/memory");
        var limit = container.at("/resources/limits/memory");
        if (request.isMissingNode()
                || limit.isMissingNode()
                || container.at("/resources/requests/cpu").isMissingNode()) {
            findings.add(Finding.of("resources", deployment, "requests for both and a limit of memory are needed"));
            return;
        }
        try {
            if (bytes(request) > bytes(limit)) {
                findings.add(Finding.of("resources", deployment, "asks for more memory than its limit"));
            }
        } catch (QuantityFormatException e) {
            findings.add(Finding.of("resources", deployment, request + " or " + limit + " is no quantity"));
        }
    }

    private static double bytes(JsonNode quantity) {
        return Quantity.fromString(quantity.asText()).getNumber().doubleValue();
    }

    private static void checkNetwork(Overlay overlay, Manifest deployment, List<Finding> findings) {
        var labels = Selectors.podLabels(deployment);
        var policies = overlay.of("NetworkPolicy")
                .filter(policy ->
                        Selectors.matches(Manifest.labels(policy.at("/spec/podSelector/matchLabels")), labels))
                .toList();
        for (var direction : List.of("Ingress", "Egress")) {
            if (policies.stream()
                    .noneMatch(policy -> policy.items("/spec/policyTypes")
                                    .anyMatch(type -> type.asText().equals(direction))
                            && policy.at("/spec/" + direction.toLowerCase(Locale.ROOT))
                                    .isEmpty())) {
                findings.add(Finding.of("default-deny", deployment, direction + " is not denied by default"));
            }
        }
        for (var policy : policies) {
            policy.items("/spec/ingress").forEach(rule -> {
                if (rule.path("from").isEmpty() || rule.path("ports").isEmpty()) {
                    findings.add(Finding.of("default-deny", policy, "lets anybody in, or in on any port"));
                }
            });
            policy.items("/spec/egress").forEach(rule -> {
                if (rule.path("ports").isEmpty()) {
                    findings.add(Finding.of("default-deny", policy, "lets pods out on any port"));
                }
            });
        }
    }
}
