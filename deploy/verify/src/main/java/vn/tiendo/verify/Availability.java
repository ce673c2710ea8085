package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// That any pod may be killed at any moment, and a node be drained, without anybody noticing: probes on the management
/// port, an orderly stop, a budget that holds and still lets go, replicas apart from each other.
public final class Availability implements Check {
    /// Between the end of the work in flight and the kill.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /// What a migration of the database may take, before a pod answers anything.
    private static final Duration MIGRATION = Duration.ofMinutes(15);

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("Deployment").forEach(deployment -> {
            deployment.containers().forEach(container -> {
                checkProbes(overlay, deployment, container, findings);
                checkShutdown(overlay, deployment, container, findings);
                checkMigration(deployment, container, findings);
            });
            checkBudget(overlay, deployment, findings);
            checkSpread(deployment, findings);
        });
        return findings;
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

    private static void checkMigration(Manifest deployment, JsonNode container, List<Finding> findings) {
        if (!"service".equals(Selectors.podLabels(deployment).get("app.kubernetes.io/component"))) {
            return;
        }
        var probe = container.path("startupProbe");
        var patience = Duration.ofSeconds((long) probe.path("periodSeconds").asInt(10)
                * probe.path("failureThreshold").asInt(3));
        if (patience.compareTo(MIGRATION) < 0) {
            findings.add(Finding.of("time-to-migrate", deployment, "is killed after " + patience + " of migrating"));
        }
        if (deployment.at("/spec/progressDeadlineSeconds").asInt(600) <= MIGRATION.toSeconds()) {
            findings.add(Finding.of("time-to-migrate", deployment, "its rollout has failed before it has migrated"));
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

    private static void checkBudget(Overlay overlay, Manifest deployment, List<Finding> findings) {
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

    private static void checkSpread(Manifest deployment, List<Finding> findings) {
        if (Manifest.items(deployment.pod(), "/topologySpreadConstraints")
                .noneMatch(
                        constraint -> Manifest.text(constraint, "/topologyKey").equals("kubernetes.io/hostname"))) {
            findings.add(Finding.of("topology-spread", deployment, "all replicas may land on one node"));
        }
    }
}
