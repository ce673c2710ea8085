package vn.tiendo.verify;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What the resources of operators name, in each other and in ours: gateways and backends, databases and roles,
/// brokers.
public final class EngineReferences implements Check {
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

    /// The kit's own default.
    private static final int POOL_WHEN_NOT_STATED = 24;
    private static final int CONNECTIONS_OUTSIDE_THE_POOL = 2;
    /// For the operator and for people.
    private static final int RESERVED_CONNECTIONS = 20;

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("Gateway").forEach(gateway -> checkGateway(overlay, gateway, findings));
        overlay.of("HTTPRoute").forEach(route -> checkRoute(overlay, route, findings));
        checkPostgres(overlay, findings);
        checkKafka(overlay, findings);
        return findings;
    }

    private static void checkGateway(Overlay overlay, Manifest gateway, List<Finding> findings) {
        gateway.items("/spec/listeners")
                .flatMap(listener -> Manifest.items(listener, "/tls/certificateRefs"))
                .forEach(certificate -> {
                    var name = Manifest.text(certificate, "/name");
                    overlay.requireSecret(gateway, name, "tls.crt", findings);
                    overlay.requireSecret(gateway, name, "tls.key", findings);
                });
    }

    private static void checkRoute(Overlay overlay, Manifest route, List<Finding> findings) {
        route.items("/spec/parentRefs").forEach(parent -> {
            var section = parent.path("sectionName");
            var listeners = overlay.find("Gateway", Manifest.text(parent, "/name"))
                    .map(gateway -> Manifest.names(gateway.json(), "/spec/listeners"));
            if (listeners.isEmpty()
                    || (!section.isMissingNode() && !listeners.get().contains(section.asText()))) {
                findings.add(Finding.of("route-parent-exists", route, "no Gateway or listener for " + parent));
            }
        });
        route.items("/spec/rules")
                .flatMap(rule -> Manifest.items(rule, "/backendRefs"))
                .forEach(backend -> {
                    var port = backend.path("port").asInt();
                    var known = overlay.find("Service", Manifest.text(backend, "/name")).stream()
                            .flatMap(service -> service.items("/spec/ports"))
                            .filter(candidate -> candidate.path("port").asInt() == port)
                            .findFirst();
                    if (known.isEmpty()) {
                        findings.add(
                                Finding.of("route-backend-exists", route, "no Service with this port: " + backend));
                    } else if (Manifest.text(known.get(), "/name").equals("management")) {
                        findings.add(Finding.of("management-stays-inside", route, "routes to " + backend));
                    }
                });
    }

    private static void checkPostgres(Overlay overlay, List<Finding> findings) {
        overlay.of("Cluster")
                .forEach(cluster -> cluster.items("/spec/managed/roles").forEach(role -> {
                    for (var key : List.of("username", "password")) {
                        overlay.requireSecret(cluster, Manifest.text(role, "/passwordSecret/name"), key, findings);
                    }
                }));
        overlay.of("Cluster").forEach(cluster -> checkConnections(overlay, cluster, findings));
        overlay.of("ScheduledBackup").forEach(backup -> {
            if (overlay.find("Cluster", backup.text("/spec/cluster/name")).isEmpty()) {
                findings.add(Finding.of("engine-exists", backup, "no such Cluster"));
            }
        });
        overlay.of("Database").forEach(database -> {
            var cluster = overlay.find("Cluster", database.text("/spec/cluster/name"));
            if (cluster.isEmpty()) {
                findings.add(Finding.of("engine-exists", database, "no such Cluster"));
            } else if (!Manifest.names(cluster.get().json(), "/spec/managed/roles")
                    .contains(database.text("/spec/owner"))) {
                findings.add(Finding.of("engine-exists", database, "its owner is no role of the cluster"));
            }
        });
        if (overlay.of("Cluster").findAny().isPresent()) {
            overlay.of("Deployment")
                    .forEach(deployment -> deployment.containers().forEach(container -> {
                        var url = overlay.environment(container).get("QUARKUS_DATASOURCE_JDBC_URL");
                        if (url != null && !isDatabaseOfTheOverlay(overlay, url)) {
                            findings.add(Finding.of("address-exists", deployment, "no Database behind " + url));
                        }
                    }));
        }
    }

    /// All replicas at their most, one more of each while a rollout goes on, and the connections that a replica holds
    /// outside its pool (the leader's lock, the listener) must find a place on the one primary.
    private static void checkConnections(Overlay overlay, Manifest cluster, List<Finding> findings) {
        var needed = overlay.of("HorizontalPodAutoscaler")
                .mapToInt(scaler -> {
                    var pool = overlay.find("Deployment", scaler.text("/spec/scaleTargetRef/name")).stream()
                            .flatMap(Manifest::containers)
                            .map(container -> overlay.environment(container).get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"))
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::parseInt)
                            .findFirst()
                            .orElse(POOL_WHEN_NOT_STATED);
                    return (scaler.at("/spec/maxReplicas").asInt() + 1) * (pool + CONNECTIONS_OUTSIDE_THE_POOL);
                })
                .sum();
        var offered = cluster.at("/spec/postgresql/parameters/max_connections").asInt();
        if (needed + RESERVED_CONNECTIONS > offered) {
            findings.add(Finding.of("connections-fit", cluster, needed + " may be asked of " + offered));
        }
    }

    private static boolean isDatabaseOfTheOverlay(Overlay overlay, String url) {
        var matcher = JDBC_URL.matcher(url);
        return matcher.matches()
                && overlay.of("Database")
                        .anyMatch(database -> database.text("/spec/name").equals(matcher.group(3))
                                && (database.text("/spec/cluster/name") + "-rw").equals(matcher.group(1)));
    }

    private static void checkKafka(Overlay overlay, List<Finding> findings) {
        for (var kind : List.of("KafkaNodePool", "KafkaTopic", "KafkaUser")) {
            overlay.of(kind).forEach(manifest -> {
                if (overlay.find("Kafka", manifest.text("/metadata/labels/strimzi.io~1cluster"))
                        .isEmpty()) {
                    findings.add(Finding.of("engine-exists", manifest, "its label names no Kafka"));
                }
            });
        }
        overlay.of("Kafka").forEach(kafka -> {
            var addresses = kafka.items("/spec/kafka/listeners")
                    .map(listener -> kafka.name() + "-kafka-bootstrap:" + Manifest.text(listener, "/port"))
                    .collect(toSet());
            overlay.of("Deployment")
                    .forEach(deployment -> deployment.containers().forEach(container -> {
                        var servers = overlay.environment(container).get("KAFKA_BOOTSTRAP_SERVERS");
                        if (servers != null && !addresses.contains(servers)) {
                            findings.add(Finding.of("address-exists", deployment, "no Kafka listener at " + servers));
                        }
                    }));
        });
    }
}
