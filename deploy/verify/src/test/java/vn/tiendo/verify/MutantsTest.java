package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.verify.Mutant.array;
import static vn.tiendo.verify.Mutant.evaluation;
import static vn.tiendo.verify.Mutant.object;
import static vn.tiendo.verify.Mutant.production;
import static vn.tiendo.verify.Mutant.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checks are checked: each mutant is an overlay with one mistake in it, and the named rule must refuse it.
class MutantsTest {
    static Stream<Mutant> shape() {
        return Stream.of(
                evaluation(
                        "an unknown field of a Service",
                        "strict-model",
                        o -> spec(o, "Service", "plans-service").put("selektor", "x")),
                evaluation(
                        "an unknown field deep in a pod",
                        "strict-model",
                        o -> object(container(o), "/readinessProbe").put("periodSecond", 5)),
                evaluation(
                        "a number where a text belongs",
                        "strict-model",
                        o -> pod(o).put("serviceAccountName", 7)
                                .putObject("nodeSelector")
                                .putArray("x")),
                evaluation(
                        "a word where a number belongs",
                        "strict-model",
                        o -> spec(o, "Deployment", "plans-service").put("revisionHistoryLimit", "five")),
                evaluation(
                        "a Deployment without a selector",
                        "strict-model",
                        o -> spec(o, "Deployment", "plans-service").remove("selector")),
                evaluation(
                        "a quantity that is none",
                        "strict-model",
                        o -> object(container(o), "/resources/limits").put("memory", "768 megabytes")),
                evaluation(
                        "metadata with an unknown field",
                        "strict-model",
                        o -> object(o.get("HTTPRoute", "plans").json(), "/metadata")
                                .put("label", "x")),
                evaluation(
                        "a removed version of the budget",
                        "removed-api",
                        o -> o.get("PodDisruptionBudget", "plans-service")
                                .json()
                                .put("apiVersion", "policy/v1beta1")),
                evaluation(
                        "a removed version of the autoscaler",
                        "removed-api",
                        o -> o.get("HorizontalPodAutoscaler", "plans-service")
                                .json()
                                .put("apiVersion", "autoscaling/v2beta2")),
                production(
                        "a removed version of a topic",
                        "removed-api",
                        o -> o.get("KafkaTopic", "plans.plan.v1").json().put("apiVersion", "kafka.strimzi.io/v1beta2")),
                evaluation(
                        "a kind that is not on the list",
                        "known-kind",
                        o -> o.get("Service", "plans-service").json().put("kind", "Ingress")),
                evaluation(
                        "a Secret",
                        "no-secret-committed",
                        o -> o.get("ConfigMap", configMap(o)).json().put("kind", "Secret")));
    }

    static Stream<Mutant> custom_resources() {
        return Stream.of(
                production(
                        "an unknown field of a Cluster",
                        "crd-schema",
                        o -> spec(o, "Cluster", "tiendo-postgres").put("instance", 3)),
                production(
                        "a Cluster with a word as its size",
                        "crd-schema",
                        o -> spec(o, "Cluster", "tiendo-postgres").put("instances", "three")),
                production(
                        "an unknown reclaim policy",
                        "crd-schema",
                        o -> spec(o, "Database", "plans").put("databaseReclaimPolicy", "keep")),
                production(
                        "a Database without an owner",
                        "crd-schema",
                        o -> spec(o, "Database", "plans").remove("owner")),
                production(
                        "a Database of a reserved name",
                        "crd-rule",
                        o -> spec(o, "Database", "plans").put("name", "postgres")),
                production(
                        "an unknown role of a node pool",
                        "crd-schema",
                        o -> array(spec(o, "KafkaNodePool", "brokers"), "/roles")
                                .add("zookeeper")),
                production(
                        "a node pool without storage",
                        "crd-schema",
                        o -> spec(o, "KafkaNodePool", "brokers").remove("storage")),
                production(
                        "a topic without a number of partitions",
                        "crd-schema",
                        o -> spec(o, "KafkaTopic", "plans.plan.v1").put("partitions", "eight")),
                production(
                        "a user with an unknown way to log in",
                        "crd-schema",
                        o -> object(spec(o, "KafkaUser", "plans-service"), "/authentication")
                                .put("type", "password")),
                production(
                        "an unknown operation in an ACL",
                        "crd-schema",
                        o -> array(spec(o, "KafkaUser", "plans-service"), "/authorization/acls/0/operations")
                                .add("Publish")),
                evaluation(
                        "an unknown kind of path match",
                        "crd-schema",
                        o -> object(route(o), "/rules/0/matches/0/path").put("type", "Prefix")),
                evaluation(
                        "an unknown field of a route",
                        "crd-schema",
                        o -> object(route(o), "/rules/0").put("timeout", "60s")),
                evaluation(
                        "a path without its first slash",
                        "crd-rule",
                        o -> object(route(o), "/rules/0/matches/0/path").put("value", "api/v1/plans")),
                evaluation(
                        "a path with dots in it",
                        "crd-rule",
                        o -> object(route(o), "/rules/0/matches/0/path").put("value", "/api/../plans")),
                evaluation("a redirect beside a backend", "crd-rule", o -> {
                    var filter =
                            object(route(o), "/rules/0").putArray("filters").addObject();
                    filter.put("type", "RequestRedirect")
                            .putObject("requestRedirect")
                            .put("statusCode", 301);
                }),
                evaluation(
                        "a filter without what its type promises",
                        "crd-rule",
                        o -> object(route(o), "/rules/0")
                                .putArray("filters")
                                .addObject()
                                .put("type", "RequestHeaderModifier")),
                evaluation(
                        "a try that may take longer than the request",
                        "crd-rule",
                        o -> object(route(o), "/rules/0")
                                .putObject("timeouts")
                                .put("request", "5s")
                                .put("backendRequest", "60s")),
                production("two listeners of one name", "crd-list-key", o -> {
                    var listeners = array(spec(o, "Gateway", "tiendo"), "/listeners");
                    listeners.add(listeners.get(0).deepCopy());
                }),
                production("two listeners of one port and host", "crd-rule", o -> {
                    var listeners = array(spec(o, "Gateway", "tiendo"), "/listeners");
                    listeners.add(((ObjectNode) listeners.get(0).deepCopy()).put("name", "again"));
                }),
                production(
                        "a TLS listener that speaks plain HTTP",
                        "crd-rule",
                        o -> object(spec(o, "Gateway", "tiendo"), "/listeners/0")
                                .put("protocol", "HTTP")));
    }

    static Stream<Mutant> references() {
        return Stream.of(
                evaluation(
                        "a Deployment that selects other pods",
                        "selector-matches-pods",
                        o -> object(spec(o, "Deployment", "plans-service"), "/selector/matchLabels")
                                .put("app.kubernetes.io/name", "plan-service")),
                evaluation(
                        "a Service that selects nothing",
                        "selector-matches-pods",
                        o -> object(spec(o, "Service", "plans-service"), "/selector")
                                .put("app.kubernetes.io/name", "plan-service")),
                evaluation("a Service that selects every service", "selector-is-exclusive", o -> {
                    var selector = object(spec(o, "Service", "plans-service"), "/selector");
                    selector.removeAll();
                    selector.put("app.kubernetes.io/component", "service");
                }),
                evaluation(
                        "a budget that selects nothing",
                        "selector-matches-pods",
                        o -> object(spec(o, "PodDisruptionBudget", "plans-service"), "/selector/matchLabels")
                                .put("app.kubernetes.io/name", "plan-service")),
                production(
                        "a network policy with a peer that is not there",
                        "selector-matches-pods",
                        o -> object(spec(o, "NetworkPolicy", "engines"), "/egress/0/to/0/podSelector/matchLabels")
                                .put("cnpg.io/cluster", "postgres")),
                evaluation(
                        "a target port that the pod has not",
                        "target-port-exists",
                        o -> object(spec(o, "Service", "plans-service"), "/ports/0")
                                .put("targetPort", "web")),
                evaluation(
                        "a policy for a port that the pod has not",
                        "target-port-exists",
                        o -> object(spec(o, "NetworkPolicy", "plans-service"), "/ingress/0/ports/0")
                                .put("port", "web")),
                evaluation(
                        "a port beyond the last",
                        "port-range",
                        o -> object(spec(o, "Service", "plans-service"), "/ports/0")
                                .put("port", 80_800)),
                evaluation(
                        "a mount without a volume",
                        "mount-names-volume",
                        o -> object(container(o), "/volumeMounts/0").put("name", "temp")),
                evaluation(
                        "a volume that nobody claims",
                        "claim-exists",
                        o -> array(pod(o), "/volumes").forEach(volume -> {
                            if (volume.path("name").asText().equals("documents")) {
                                object((ObjectNode) volume, "/persistentVolumeClaim")
                                        .put("claimName", "plans-papers");
                            }
                        })),
                evaluation(
                        "a volume that nothing mounts",
                        "volume-is-mounted",
                        o -> array(pod(o), "/volumes")
                                .addObject()
                                .put("name", "spare")
                                .putObject("emptyDir")),
                evaluation(
                        "a probe of an unknown port",
                        "probe-port-exists",
                        o -> object(container(o), "/livenessProbe/httpGet").put("port", "health")),
                evaluation(
                        "an autoscaler of nothing",
                        "scale-target-exists",
                        o -> object(spec(o, "HorizontalPodAutoscaler", "plans-service"), "/scaleTargetRef")
                                .put("name", "plans")),
                evaluation(
                        "replicas beside an autoscaler",
                        "autoscaler-owns-replicas",
                        o -> spec(o, "Deployment", "plans-service").put("replicas", 2)),
                evaluation(
                        "an autoscaler upside down",
                        "scale-range",
                        o -> spec(o, "HorizontalPodAutoscaler", "plans-service").put("minReplicas", 5)),
                evaluation(
                        "a ConfigMap that is not there",
                        "configuration-exists",
                        o -> object(container(o), "/envFrom/0/configMapRef").put("name", "plans-config")),
                evaluation(
                        "a secret that nobody declared",
                        "secret-is-declared",
                        o -> object(container(o), "/env/0/valueFrom/secretKeyRef")
                                .put("name", "plan-database")),
                evaluation(
                        "a key that the secret has not",
                        "secret-is-declared",
                        o -> object(container(o), "/env/0/valueFrom/secretKeyRef")
                                .put("key", "user")),
                production(
                        "a certificate that nobody declared",
                        "secret-is-declared",
                        o -> object(spec(o, "Gateway", "tiendo"), "/listeners/0/tls/certificateRefs/0")
                                .put("name", "tls")),
                production(
                        "a role whose password nobody declared",
                        "secret-is-declared",
                        o -> object(spec(o, "Cluster", "tiendo-postgres"), "/managed/roles/0/passwordSecret")
                                .put("name", "plans")),
                evaluation(
                        "a service account that is not there",
                        "service-account-exists",
                        o -> pod(o).put("serviceAccountName", "plans")),
                evaluation(
                        "a route to a service that is not there",
                        "route-backend-exists",
                        o -> object(route(o), "/rules/0/backendRefs/0").put("name", "plans")),
                evaluation(
                        "a route to a port that is not there",
                        "route-backend-exists",
                        o -> object(route(o), "/rules/0/backendRefs/0").put("port", 8081)),
                evaluation(
                        "a route to the management port",
                        "management-stays-inside",
                        o -> object(route(o), "/rules/0/backendRefs/0").put("port", 9000)),
                evaluation(
                        "a route of a gateway that is not there",
                        "route-parent-exists",
                        o -> object(route(o), "/parentRefs/0").put("name", "gateway")),
                evaluation(
                        "an object of another namespace",
                        "namespace-exists",
                        o -> object(o.get("Service", "plans-service").json(), "/metadata")
                                .put("namespace", "default")),
                evaluation(
                        "an object that occurs twice",
                        "unique-name",
                        o -> o.manifests().add(o.get("Service", "plans-service"))),
                evaluation(
                        "a name with capitals",
                        "legal-name",
                        o -> object(o.get("ConfigMap", configMap(o)).json(), "/metadata")
                                .put("name", "Config")),
                production(
                        "a database of a cluster that is not there",
                        "engine-exists",
                        o -> object(spec(o, "Database", "plans"), "/cluster").put("name", "postgres")),
                production(
                        "a topic of a Kafka that is not there",
                        "engine-exists",
                        o -> object(o.get("KafkaTopic", "plans.plan.v1").json(), "/metadata/labels")
                                .put("strimzi.io/cluster", "kafka")),
                production(
                        "the address of a database that is not there",
                        "address-exists",
                        o -> data(o, "plans-config")
                                .put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://tiendo-postgres-rw:5432/plan")),
                production(
                        "pools that the database has no room for",
                        "connections-fit",
                        o -> data(o, "environment").put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "24")),
                production(
                        "the address of a listener that is not there",
                        "address-exists",
                        o -> data(o, "environment").put("KAFKA_BOOTSTRAP_SERVERS", "tiendo-kafka-bootstrap:9092")));
    }

    static Stream<Mutant> policy() {
        return Stream.of(
                evaluation(
                        "a pod that may run as root",
                        "non-root",
                        o -> object(pod(o), "/securityContext").put("runAsNonRoot", false)),
                evaluation(
                        "a container that runs as root",
                        "non-root",
                        o -> object(container(o), "/securityContext").put("runAsUser", 0)),
                evaluation(
                        "no seccomp profile",
                        "seccomp",
                        o -> object(pod(o), "/securityContext").remove("seccompProfile")),
                evaluation(
                        "privilege escalation",
                        "no-privilege-escalation",
                        o -> object(container(o), "/securityContext").remove("allowPrivilegeEscalation")),
                evaluation(
                        "a capability",
                        "no-capabilities",
                        o -> object(container(o), "/securityContext/capabilities")
                                .putArray("add")
                                .add("NET_BIND_SERVICE")),
                evaluation(
                        "a writable root",
                        "read-only-root",
                        o -> object(container(o), "/securityContext").put("readOnlyRootFilesystem", false)),
                evaluation("the network of the host", "no-host-access", o -> pod(o).put("hostNetwork", true)),
                evaluation(
                        "a folder of the host",
                        "no-host-access",
                        o -> object(pod(o), "/volumes/0").putObject("hostPath").put("path", "/")),
                evaluation(
                        "no place for temporary files",
                        "tmp-is-writable",
                        o -> object(container(o), "/volumeMounts/0").put("mountPath", "/temp")),
                evaluation(
                        "no limit of memory",
                        "resources",
                        o -> object(container(o), "/resources/limits").remove("memory")),
                evaluation(
                        "a request above the limit",
                        "resources",
                        o -> object(container(o), "/resources/requests").put("memory", "2Gi")),
                evaluation("no startup probe", "three-probes", o -> container(o).remove("startupProbe")),
                evaluation(
                        "two minutes for a migration",
                        "time-to-migrate",
                        o -> object(container(o), "/startupProbe").put("failureThreshold", 60)),
                evaluation(
                        "a rollout that gives up before a migration ends",
                        "time-to-migrate",
                        o -> spec(o, "Deployment", "plans-service").put("progressDeadlineSeconds", 300)),
                evaluation(
                        "liveness that asks for the database",
                        "three-probes",
                        o -> object(container(o), "/livenessProbe/httpGet").put("path", "/q/health/ready")),
                evaluation(
                        "a probe on the public port",
                        "three-probes",
                        o -> object(container(o), "/readinessProbe/httpGet").put("port", "http")),
                evaluation(
                        "a port that nothing listens on",
                        "listens-where-it-says",
                        o -> data(o, "plans-config").put("QUARKUS_MANAGEMENT_PORT", "9001")),
                evaluation(
                        "no budget",
                        "disruption-budget",
                        o -> o.manifests().remove(o.get("PodDisruptionBudget", "plans-service"))),
                evaluation("a budget that blocks every drain", "disruption-budget", o -> {
                    var budget = spec(o, "PodDisruptionBudget", "plans-service");
                    budget.remove("maxUnavailable");
                    budget.put("minAvailable", 1);
                }),
                evaluation("no topology spread", "topology-spread", o -> pod(o).remove("topologySpreadConstraints")),
                evaluation(
                        "the image tag latest",
                        "pinned-image",
                        o -> container(o).put("image", "registry.example/tiendo/plans-service:latest")),
                evaluation(
                        "an image without a tag",
                        "pinned-image",
                        o -> container(o).put("image", "registry.example:5000/tiendo/plans-service")),
                evaluation("a token in the pod", "no-token", o -> pod(o).remove("automountServiceAccountToken")),
                evaluation("service links", "no-service-links", o -> pod(o).remove("enableServiceLinks")),
                evaluation(
                        "a kill before the work is done",
                        "graceful-shutdown",
                        o -> pod(o).put("terminationGracePeriodSeconds", 30)),
                evaluation(
                        "a stop before the routes know",
                        "graceful-shutdown",
                        o -> container(o).remove("lifecycle")),
                evaluation(
                        "no default deny",
                        "default-deny",
                        o -> o.manifests().remove(o.get("NetworkPolicy", "default-deny"))),
                evaluation(
                        "an ingress from anywhere",
                        "default-deny",
                        o -> object(spec(o, "NetworkPolicy", "plans-service"), "/ingress/0")
                                .remove("from")),
                evaluation(
                        "a namespace that takes any pod",
                        "namespace-is-restricted",
                        o -> object(o.get("Namespace", "tiendo-evaluation").json(), "/metadata/labels")
                                .put("pod-security.kubernetes.io/enforce", "privileged")),
                production(
                        "one replica in production",
                        "two-replicas",
                        o -> spec(o, "HorizontalPodAutoscaler", "plans-service").put("minReplicas", 1)),
                evaluation(
                        "a password in a ConfigMap",
                        "no-secret-committed",
                        o -> data(o, "plans-config").put("QUARKUS_DATASOURCE_PASSWORD", "x")),
                evaluation(
                        "a password in a variable",
                        "no-secret-committed",
                        o -> array(container(o), "/env")
                                .addObject()
                                .put("name", "KAFKA_SASL_JAAS_CONFIG")
                                .put("value", "x")),
                evaluation(
                        "no issuer of tokens",
                        "configuration-is-complete",
                        o -> data(o, "environment").remove("TIENDO_IDENTITY_ISSUER")),
                production(
                        "the profile for evaluation",
                        "profile",
                        o -> data(o, "environment").put("QUARKUS_PROFILE", "evaluation")),
                production(
                        "a clock that can be set",
                        "real-time-in-production",
                        o -> data(o, "environment").put("TIENDO_CLOCK_FILE", "/tmp/clock")),
                production(
                        "tokens checked by keys without TLS",
                        "encrypted-in-production",
                        o -> data(o, "environment").put("TIENDO_IDENTITY_JWKS", "http://identity/jwks")),
                production(
                        "Kafka in the clear",
                        "encrypted-in-production",
                        o -> data(o, "environment").put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT")));
    }

    static Stream<Mutant> topics() {
        return Stream.of(
                production(
                        "a second writer of a topic",
                        "one-writer",
                        o -> acl(o, "reporting-service", "plans.plan.v1", "Write")),
                production(
                        "a reader of the contacts",
                        "restricted-topic",
                        o -> acl(o, "reporting-service", "registrations.member-contact.v1", "Read")),
                production(
                        "a writer of dead letters that reads nothing",
                        "dead-letter-writers",
                        o -> acl(o, "notifications-service", "plans.activity.v1.dead-letter", "Write")),
                production(
                        "a topic without its dead letters",
                        "dead-letter-exists",
                        o -> o.manifests().remove(o.get("KafkaTopic", "plans.plan.v1.dead-letter"))),
                production(
                        "a right on a topic that is not there",
                        "acl-names-topic",
                        o -> acl(o, "plans-service", "plans.plan.v2", "Read")),
                production(
                        "a topic on one broker",
                        "topic-survives-a-broker",
                        o -> spec(o, "KafkaTopic", "plans.plan.v1").put("replicas", 1)),
                production(
                        "more replicas than partitions",
                        "replicas-within-partitions",
                        o -> spec(o, "HorizontalPodAutoscaler", "plans-service").put("maxReplicas", 9)),
                production(
                        "a Kafka that asks nobody for a right",
                        "kafka-authorizes",
                        o -> object(spec(o, "Kafka", "tiendo"), "/kafka").remove("authorization")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"shape", "references", "policy", "topics"})
    void refused_by_our_rules(Mutant mutant) {
        assertThat(mutant.rulesThatRefuse(OverlaysTest.OWN_CHECKS)).contains(mutant.rule());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("custom_resources")
    void refused_by_the_definitions(Mutant mutant) {
        var definitions = Repository.customResources();
        assertThat(mutant.rulesThatRefuse(List.of(definitions))).contains(mutant.rule());
    }

    @Test
    void a_pattern_gives_no_right_on_topics() {
        var mutated = Repository.overlay("production");
        object(spec(mutated, "KafkaUser", "plans-service"), "/authorization/acls/0/resource")
                .put("patternType", "prefix");
        assertThat(new TopicOwnership().check(mutated).stream().map(Finding::rule))
                .contains("acl-names-topic");
    }

    private static ObjectNode route(Overlay overlay) {
        return spec(overlay, "HTTPRoute", "plans");
    }

    private static ObjectNode pod(Overlay overlay) {
        return object(spec(overlay, "Deployment", "plans-service"), "/template/spec");
    }

    private static ObjectNode container(Overlay overlay) {
        return object(pod(overlay), "/containers/0");
    }

    private static String configMap(Overlay overlay) {
        return overlay.of("ConfigMap").findFirst().orElseThrow().name();
    }

    private static ObjectNode data(Overlay overlay, String prefix) {
        var map = overlay.of("ConfigMap")
                .filter(found -> found.name().startsWith(prefix))
                .findFirst()
                .orElseThrow();
        return object(map.json(), "/data");
    }

    private static void acl(Overlay overlay, String user, String topic, String operation) {
        var acl = array(spec(overlay, "KafkaUser", user), "/authorization/acls").addObject();
        acl.putObject("resource").put("type", "topic").put("name", topic).put("patternType", "literal");
        acl.putArray("operations").add(operation);
    }
}
