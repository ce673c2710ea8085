package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.verify.Mutant.array;
import static vn.tiendo.verify.Mutant.object;
import static vn.tiendo.verify.Mutant.production;
import static vn.tiendo.verify.Mutant.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Alerts read what the services really export, fire when they must, and would be missed.
class AlertsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern OWN_METRIC = Pattern.compile("\\btiendo_[a-z_]+");
    private static final Pattern AGGREGATE = Pattern.compile("_(seconds_max|total)$");

    private final Manifest alerts = Repository.overlay("production").get("PrometheusRule", "tiendo");

    @Test
    void every_number_that_an_alert_reads_is_exported() throws IOException {
        var exported = Repository.meters().map(meter -> meter.replace('.', '_')).toList();
        var read = alerts.items("/spec/groups")
                .flatMap(group -> Manifest.items(group, "/rules"))
                .flatMap(alert -> OWN_METRIC
                        .matcher(Manifest.text(alert, "/expr"))
                        .results()
                        .map(found -> AGGREGATE.matcher(found.group()).replaceFirst("")))
                .distinct()
                .toList();
        assertThat(read).isNotEmpty().allSatisfy(metric -> assertThat(exported).contains(metric));
    }

    /// A group under another name would not be watched, and one of an earlier release would look dead.
    @Test
    void the_exporter_is_asked_for_the_groups_of_the_services_and_no_others() throws IOException {
        var watched = Pattern.compile(Manifest.text(
                Repository.overlay("production").get("Kafka", "tiendo").at("/spec"), "/kafkaExporter/groupRegex"));
        for (var service : Repository.SERVICES) {
            var configuration = Repository.configurationOf(service);
            var name = configuration.getProperty("quarkus.application.name");
            var group = configuration.getProperty("mp.messaging.incoming.events.group.id", name);
            assertThat(group).matches(candidate -> watched.matcher(candidate).find());
            assertThat(Stream.of(name, name + "-2", name + "-3", group + "1"))
                    .filteredOn(candidate -> !candidate.equals(group))
                    .noneMatch(candidate -> watched.matcher(candidate).find());
        }
    }

    @Test
    void promtool_sees_each_fire_and_none_without_cause(@TempDir Path folder) throws Exception {
        var promtool = Repository.promtool();
        YAML.writeValue(folder.resolve("alerts.yaml").toFile(), alerts.at("/spec"));
        Files.copy(Path.of("src/test/resources/alerts-test.yaml"), folder.resolve("alerts-test.yaml"));
        var test = new ProcessBuilder(promtool, "test", "rules", "alerts-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(test.getInputStream().readAllBytes());
        assertThat(test.waitFor()).as(said).isZero();
    }

    static Stream<Mutant> mutants() {
        return Stream.of(
                production(
                        "services that nobody reads",
                        "service-is-watched",
                        o -> o.manifests().remove(o.get("PodMonitor", "services"))),
                production(
                        "a monitor of nothing",
                        "monitor-finds-pods",
                        o -> object(spec(o, "PodMonitor", "services"), "/selector/matchLabels")
                                .put("app.kubernetes.io/component", "services")),
                production(
                        "a monitor of a port that the pods have not",
                        "monitor-finds-pods",
                        o -> object(spec(o, "PodMonitor", "services"), "/podMetricsEndpoints/0")
                                .put("port", "metrics")),
                production(
                        "a monitor of an exporter that was not asked for",
                        "monitor-finds-pods",
                        o -> spec(o, "Kafka", "tiendo").remove("kafkaExporter")),
                production(
                        "an alert on a monitor that is not there",
                        "alert-names-monitor",
                        o -> o.get("PodMonitor", "services")
                                .json()
                                .withObject("/metadata")
                                .put("name", "tiendo")),
                production(
                        "an alert without a word",
                        "alert-says-what-to-do",
                        o -> alert(o, 0, 0).remove("annotations")),
                production(
                        "no alert on late posts",
                        "alert-exists",
                        o -> group(o, 1).remove(1)),
                production(
                        "an alert on late events after an hour",
                        "alert-exists",
                        o -> alert(o, 1, 0).put("expr", "max by (service) (tiendo_events_lag_seconds_max) > 3600")),
                production(
                        "no alert on dead letters",
                        "alert-exists",
                        o -> group(o, 1).remove(3)),
                production(
                        "no alert on a broken audit trail",
                        "alert-exists",
                        o -> group(o, 2).remove(1)),
                production(
                        "no alert on a restructuring that does not end",
                        "alert-exists",
                        o -> group(o, 3).remove(0)),
                production(
                        "no alerts at all",
                        "alert-exists",
                        o -> o.manifests().remove(o.get("PrometheusRule", "tiendo"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void refused(Mutant mutant) {
        assertThat(mutant.rulesThatRefuse(List.of(new Alerts()))).contains(mutant.rule());
    }

    @Test
    void refused_by_the_definitions() {
        var mutant = production(
                "a rule with an unknown field",
                "crd-schema",
                o -> alert(o, 0, 0).put("duration", "1m"));
        assertThat(mutant.rulesThatRefuse(List.of(Repository.customResources())))
                .contains(mutant.rule());
    }

    private static ArrayNode group(Overlay overlay, int group) {
        return array(spec(overlay, "PrometheusRule", "tiendo"), "/groups/" + group + "/rules");
    }

    private static ObjectNode alert(Overlay overlay, int group, int rule) {
        return (ObjectNode) group(overlay, group).get(rule);
    }
}
