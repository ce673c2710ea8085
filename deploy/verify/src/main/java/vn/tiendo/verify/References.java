package vn.tiendo.verify;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one object names in another must be there: the mistakes that a server accepts and a cluster answers with a pod
/// that never starts.
public final class References implements Check {
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9](-?[a-z0-9]){0,14}");

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        checkNames(overlay, findings);
        overlay.of("Deployment").forEach(deployment -> checkPod(overlay, deployment, findings));
        overlay.of("Service").forEach(service -> checkService(overlay, service, findings));
        overlay.of("NetworkPolicy").forEach(policy -> checkPolicyPorts(overlay, policy, findings));
        overlay.of("HorizontalPodAutoscaler").forEach(scaler -> checkScaler(overlay, scaler, findings));
        return findings;
    }

    private static void checkNames(Overlay overlay, List<Finding> findings) {
        var seen = new HashSet<String>();
        var namespaces = overlay.of("Namespace").map(Manifest::name).collect(toSet());
        for (var manifest : overlay.manifests()) {
            if (!seen.add(manifest.group() + "/" + manifest)) {
                findings.add(Finding.of("unique-name", manifest, "occurs twice"));
            }
            if (!LEGAL_NAME.matcher(manifest.name()).matches()) {
                findings.add(Finding.of("legal-name", manifest, "is no name that Kubernetes takes"));
            }
            if (!manifest.is("Namespace") && !namespaces.contains(manifest.namespace())) {
                findings.add(Finding.of(
                        "namespace-exists",
                        manifest,
                        "namespace '" + manifest.namespace() + "' is not of this overlay"));
            }
        }
    }

    private static void checkPod(Overlay overlay, Manifest deployment, List<Finding> findings) {
        var pod = deployment.pod();
        var account = Manifest.text(pod, "/serviceAccountName");
        if (overlay.find("ServiceAccount", account).isEmpty()) {
            findings.add(Finding.of("service-account-exists", deployment, "no ServiceAccount '" + account + "'"));
        }
        var volumes = Manifest.names(pod, "/volumes");
        var mounted = deployment
                .containers()
                .flatMap(container -> Manifest.items(container, "/volumeMounts"))
                .map(mount -> Manifest.text(mount, "/name"))
                .collect(toSet());
        difference(mounted, volumes)
                .forEach(name -> findings.add(
                        Finding.of("mount-names-volume", deployment, "mount '" + name + "' names no volume")));
        difference(volumes, mounted)
                .forEach(name -> findings.add(
                        Finding.of("volume-is-mounted", deployment, "nothing mounts the volume '" + name + "'")));
        deployment.containers().forEach(container -> {
            checkPorts(deployment, container, findings);
            checkEnvironment(overlay, deployment, container, findings);
        });
        Manifest.items(pod, "/volumes").forEach(volume -> {
            if (volume.has("secret")) {
                Manifest.items(volume, "/secret/items")
                        .forEach(item -> overlay.requireSecret(
                                deployment,
                                Manifest.text(volume, "/secret/secretName"),
                                Manifest.text(item, "/key"),
                                findings));
            }
            if (volume.has("persistentVolumeClaim")
                    && overlay.find("PersistentVolumeClaim", Manifest.text(volume, "/persistentVolumeClaim/claimName"))
                            .isEmpty()) {
                findings.add(Finding.of("claim-exists", deployment, "no PersistentVolumeClaim for " + volume));
            }
            if (volume.has("configMap")
                    && overlay.find("ConfigMap", Manifest.text(volume, "/configMap/name"))
                            .isEmpty()) {
                findings.add(Finding.of("configuration-exists", deployment, "no ConfigMap for " + volume));
            }
        });
    }

    private static void checkPorts(Manifest deployment, JsonNode container, List<Finding> findings) {
        Manifest.items(container, "/ports").forEach(port -> {
            requirePort(deployment, port.path("containerPort"), findings);
            if (!PORT_NAME.matcher(Manifest.text(port, "/name")).matches()) {
                findings.add(Finding.of("legal-name", deployment, "port name of " + port));
            }
        });
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            var port = container.at("/" + probe + "/httpGet/port");
            if (!port.isMissingNode() && !hasPort(container, port)) {
                findings.add(Finding.of("probe-port-exists", deployment, probe + " asks the unknown port " + port));
            }
        }
    }

    private static void checkEnvironment(
            Overlay overlay, Manifest deployment, JsonNode container, List<Finding> findings) {
        Manifest.items(container, "/envFrom").forEach(source -> {
            if (overlay.find("ConfigMap", Manifest.text(source, "/configMapRef/name"))
                    .isEmpty()) {
                findings.add(Finding.of("configuration-exists", deployment, "no ConfigMap for " + source));
            }
        });
        var names = new HashSet<String>();
        Manifest.items(container, "/env").forEach(variable -> {
            if (!names.add(Manifest.text(variable, "/name"))) {
                findings.add(Finding.of("unique-name", deployment, "variable twice: " + variable));
            }
            var secret = variable.at("/valueFrom/secretKeyRef");
            if (secret.isObject()) {
                overlay.requireSecret(
                        deployment, Manifest.text(secret, "/name"), Manifest.text(secret, "/key"), findings);
            }
            var map = variable.at("/valueFrom/configMapKeyRef");
            if (map.isObject()
                    && overlay.find("ConfigMap", Manifest.text(map, "/name"))
                            .filter(found -> found.at("/data").has(Manifest.text(map, "/key")))
                            .isEmpty()) {
                findings.add(Finding.of("configuration-exists", deployment, "no ConfigMap key for " + variable));
            }
        });
    }

    private static void checkService(Overlay overlay, Manifest service, List<Finding> findings) {
        for (var deployment : Selectors.selected(overlay, Manifest.labels(service.at("/spec/selector")))) {
            service.items("/spec/ports").forEach(port -> {
                requirePort(service, port.path("port"), findings);
                var target = port.path("targetPort");
                if (deployment.containers().noneMatch(container -> hasPort(container, target))) {
                    findings.add(
                            Finding.of("target-port-exists", service, deployment + " has no container port " + target));
                }
            });
        }
    }

    private static void checkPolicyPorts(Overlay overlay, Manifest policy, List<Finding> findings) {
        var selected = Selectors.selected(overlay, Manifest.labels(policy.at("/spec/podSelector/matchLabels")));
        Stream.concat(policy.items("/spec/ingress"), policy.items("/spec/egress"))
                .flatMap(rule -> Manifest.items(rule, "/ports"))
                .filter(port -> port.path("port").isNumber())
                .forEach(port -> requirePort(policy, port.path("port"), findings));
        for (var deployment : selected) {
            policy.items("/spec/ingress")
                    .flatMap(rule -> Manifest.items(rule, "/ports"))
                    .map(port -> port.path("port"))
                    .filter(port -> deployment.containers().noneMatch(container -> hasPort(container, port)))
                    .forEach(port -> findings.add(
                            Finding.of("target-port-exists", policy, deployment + " has no container port " + port)));
        }
    }

    private static void checkScaler(Overlay overlay, Manifest scaler, List<Finding> findings) {
        var target = overlay.find(scaler.text("/spec/scaleTargetRef/kind"), scaler.text("/spec/scaleTargetRef/name"))
                .filter(found -> found.apiVersion().equals(scaler.text("/spec/scaleTargetRef/apiVersion")));
        if (target.isEmpty()) {
            findings.add(Finding.of("scale-target-exists", scaler, "scales nothing that is here"));
        } else if (target.get().at("/spec").has("replicas")) {
            findings.add(Finding.of(
                    "autoscaler-owns-replicas", target.get(), "states replicas, which each apply would set back"));
        }
        if (scaler.at("/spec/minReplicas").asInt(1)
                > scaler.at("/spec/maxReplicas").asInt()) {
            findings.add(Finding.of("scale-range", scaler, "its smallest number is above its largest"));
        }
    }

    private static boolean hasPort(JsonNode container, JsonNode port) {
        return Manifest.items(container, "/ports")
                .anyMatch(candidate -> candidate.path("name").equals(port)
                        || candidate.path("containerPort").equals(port));
    }

    private static void requirePort(Manifest manifest, JsonNode port, List<Finding> findings) {
        if (port.asInt() < 1 || port.asInt() > 65_535) {
            findings.add(Finding.of("port-range", manifest, port + " is no port"));
        }
    }

    private static Set<String> difference(Set<String> these, Set<String> without) {
        var left = new HashSet<>(these);
        left.removeAll(without);
        return left;
    }
}
