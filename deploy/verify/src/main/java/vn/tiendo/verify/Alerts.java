package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Somebody is told when the system no longer does what it promises: every service is read, every promise has its
/// alert at its bar, and every alert says what to do.
public final class Alerts implements Check {
    private static final Pattern JOB = Pattern.compile("job=\"([^\"]*)\"");
    private static final Set<String> SEVERITIES = Set.of("critical", "warning");

    /// What must not go unnoticed, and how an alert that notices it reads.
    private static final Map<String, String> BARS = Map.ofEntries(
            Map.entry("events a minute late", "(tiendo_events_lag_seconds_max) > 60"),
            Map.entry("posts five seconds late", "(tiendo_events_lag_seconds_max{topic=\"plans.post.v1\"}) > 5"),
            Map.entry("events that nobody takes for a minute", "(min_over_time(kafka_consumergroup_lag[1m])) > 0"),
            Map.entry("a dead letter", "(tiendo_dead_letters_waiting) > 0"),
            Map.entry("events that wait a minute to leave", "(tiendo_outbox_oldest_milliseconds) > 60000"),
            Map.entry("a service that sends nothing", "(tiendo_outbox_oldest_milliseconds >= 0)"),
            Map.entry("a damaged document", "(tiendo_documents_damaged) > 0"),
            Map.entry("a broken audit trail", "(tiendo_audit_broken_segments) > 0"),
            Map.entry("a restructuring that does not end", "(tiendo_restructurings_executing_seconds) > 900"),
            Map.entry("a service that is away", "(up{job=\"tiendo/services\"}) == 0"),
            Map.entry("a broker that is not asked", "absent(up{job=\"tiendo/consumer-groups\"} == 1)"));

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("PodMonitor").forEach(monitor -> checkMonitor(overlay, monitor, findings));
        overlay.of("PrometheusRule")
                .forEach(rule -> rules(rule).forEach(alert -> checkAlert(overlay, rule, alert, findings)));
        if (overlay.name().equals("production")) {
            checkCoverage(overlay, findings);
        }
        return findings;
    }

    private static void checkMonitor(Overlay overlay, Manifest monitor, List<Finding> findings) {
        var selector = Manifest.labels(monitor.at("/spec/selector/matchLabels"));
        var pods = Selectors.selected(overlay, selector);
        if (pods.isEmpty() && !isExporterOf(overlay, selector)) {
            findings.add(Finding.of("monitor-finds-pods", monitor, "selects no pod: " + selector));
        }
        for (var pod : pods) {
            monitor.items("/spec/podMetricsEndpoints")
                    .map(endpoint -> Manifest.text(endpoint, "/port"))
                    .filter(port -> pod.containers()
                            .noneMatch(container ->
                                    Manifest.names(container, "/ports").contains(port)))
                    .forEach(port ->
                            findings.add(Finding.of("monitor-finds-pods", monitor, pod + " has no port " + port)));
        }
    }

    /// The operator makes that pod, when it is asked to.
    private static boolean isExporterOf(Overlay overlay, Map<String, String> selector) {
        return overlay.of("Kafka")
                .filter(kafka -> kafka.at("/spec").has("kafkaExporter"))
                .anyMatch(kafka -> kafka.name().equals(selector.get("strimzi.io/cluster"))
                        && (kafka.name() + "-kafka-exporter").equals(selector.get("strimzi.io/name")));
    }

    private static void checkAlert(Overlay overlay, Manifest rule, JsonNode alert, List<Finding> findings) {
        var name = Manifest.text(alert, "/alert");
        if (!SEVERITIES.contains(Manifest.text(alert, "/labels/severity"))
                || Manifest.text(alert, "/annotations/summary").isBlank()
                || Manifest.text(alert, "/annotations/description").isBlank()) {
            findings.add(Finding.of("alert-says-what-to-do", rule, name + " has no severity, summary or description"));
        }
        JOB.matcher(Manifest.text(alert, "/expr"))
                .results()
                .map(found -> found.group(1))
                .filter(job -> overlay.of("PodMonitor")
                        .noneMatch(monitor -> (monitor.namespace() + "/" + monitor.name()).equals(job)))
                .forEach(job -> findings.add(Finding.of("alert-names-monitor", rule, name + " reads " + job)));
    }

    private static void checkCoverage(Overlay overlay, List<Finding> findings) {
        overlay.of("Deployment")
                .filter(deployment ->
                        "service".equals(Selectors.podLabels(deployment).get("app.kubernetes.io/component")))
                .filter(deployment -> overlay.of("PodMonitor")
                        .noneMatch(monitor -> Selectors.matches(
                                Manifest.labels(monitor.at("/spec/selector/matchLabels")),
                                Selectors.podLabels(deployment))))
                .forEach(deployment ->
                        findings.add(Finding.of("service-is-watched", deployment, "no PodMonitor reads its numbers")));
        var expressions = overlay.of("PrometheusRule")
                .flatMap(Alerts::rules)
                .map(alert -> Manifest.text(alert, "/expr"))
                .toList();
        BARS.forEach((promise, words) -> {
            if (expressions.stream().noneMatch(expression -> expression.contains(words))) {
                findings.add(new Finding("alert-exists", overlay.name(), "nobody is told of " + promise));
            }
        });
    }

    private static Stream<JsonNode> rules(Manifest rule) {
        return rule.items("/spec/groups").flatMap(group -> Manifest.items(group, "/rules"));
    }
}
