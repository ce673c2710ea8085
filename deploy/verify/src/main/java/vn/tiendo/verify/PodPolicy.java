package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How our pods are to run: the Pod Security Standard *restricted*, and what lets any of them be killed at any moment.
public final class PodPolicy implements Check {
    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Pattern PINNED_IMAGE =
            Pattern.compile("[^@\\s]+(:(?!latest(@|$))[\\w][\\w.-]*|@sha256:[0-9a-f]{64})");
    /// Between the end of the work in flight and the kill.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("Deployment").forEach(deployment -> {
            checkPod(overlay, deployment, findings);
            deployment.containers().forEach(container -> {
                checkSecurity(deployment, container, findings);
                checkResources(deployment, container, findings);
                checkProbes(overlay, deployment, container, findings);
                checkShutdown(overlay, deployment, container, findings);
            });
            checkAvailability(overlay, deployment, findings);
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

    private static void checkPod(Overlay overlay, Manifest deployment, List<Finding> findings) {
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
        if (Manifest.items(pod, "/topologySpreadConstraints")
                .noneMatch(
                        constraint -> Manifest.text(constraint, "/topologyKey").equals("kubernetes.io/hostname"))) {
            findings.add(Finding.of("topology-spread", deployment, "all replicas may land on one node"));
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

    private static void checkProbes(Overlay overlay, Manifest deployment, JsonNode container, List<Finding> findings) {
        var environment = overlay.environment(container);
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            var request = container.at("/" + probe + "/httpGet");
            if (request.isMissingNode()) {
                findings.add(Finding.of("three-probes", deployment, "no " + probe));
                continue;
            }
            var path = Manifest.text(request, "/path");
            if (!path.equals(probe.equals("readinessProbe") ? "/q/health/ready" : "/q/health/live")) {
                // Liveness that asks for the database would restart every replica when the database is away.
                findings.add(Finding.of("three-probes", deployment, probe + " asks " + path));
            }
            if (!Manifest.text(request, "/port").equals("management")) {
                findings.add(Finding.of("three-probes", deployment, probe + " is not on the management port"));
            }
        }
        for (var port : List.of("http", "management")) {
            var variable = port.equals("http") ? "QUARKUS_HTTP_PORT" : "QUARKUS_MANAGEMENT_PORT";
            var listens = environment.getOrDefault(variable, "");
            if (Manifest.items(container, "/ports")
                    .noneMatch(candidate -> Manifest.text(candidate, "/name").equals(port)
                            && Manifest.text(candidate, "/containerPort").equals(listens))) {
                findings.add(Finding.of("listens-where-it-says", deployment, variable + " is '" + listens + "'"));
            }
        }
    }

    private static void checkShutdown(
            Overlay overlay, Manifest deployment, JsonNode container, List<Finding> findings) {
        var grace = deployment.pod().path("terminationGracePeriodSeconds").asInt(30);
        var delay = container.at("/lifecycle/preStop/sleep/seconds").asInt(0);
        var timeout = overlay.environment(container).getOrDefault("QUARKUS_SHUTDOWN_TIMEOUT", "");
        if (delay < 5) {
            findings.add(Finding.of("graceful-shutdown", deployment, "stops before the routes know of it"));
        } else if (!timeout.matches("\\d+s")) {
            findings.add(Finding.of("graceful-shutdown", deployment, "cuts off the requests in flight"));
        } else if (grace < delay + Integer.parseInt(timeout.substring(0, timeout.length() - 1)) + MARGIN.toSeconds()) {
            findings.add(Finding.of("graceful-shutdown", deployment, "is killed after " + grace + " s, too early"));
        }
    }

    private static void checkAvailability(Overlay overlay, Manifest deployment, List<Finding> findings) {
        var budgets = overlay.of("PodDisruptionBudget")
                .filter(budget -> Selectors.selected(overlay, Manifest.labels(budget.at("/spec/selector/matchLabels")))
                        .contains(deployment))
                .toList();
        if (budgets.size() != 1) {
            findings.add(Finding.of("disruption-budget", deployment, "has " + budgets.size() + " budgets"));
            return;
        }
        var replicas = overlay.of("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.text("/spec/scaleTargetRef/name").equals(deployment.name()))
                .map(scaler -> scaler.at("/spec/minReplicas").asInt(1))
                .findFirst()
                .orElseGet(() -> deployment.at("/spec/replicas").asInt(1));
        var budget = budgets.getFirst();
        if (budget.at("/spec").has("minAvailable")
                ? budget.at("/spec/minAvailable").asInt() >= replicas
                : budget.at("/spec/maxUnavailable").asInt() < 1) {
            findings.add(Finding.of("disruption-budget", budget, "no node with such a pod could ever be drained"));
        }
        if (overlay.name().equals("production") && replicas < 2) {
            findings.add(Finding.of("two-replicas", deployment, "one replica is an outage waiting for a node"));
        }
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
