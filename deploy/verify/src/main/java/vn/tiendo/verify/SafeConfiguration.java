package vn.tiendo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What an installation may be told: no secrets in the open, and in production nothing that is meant for trying out.
public final class SafeConfiguration implements Check {
    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(PASSWORD|SECRET|TOKEN|PRIVATE_KEY|JAAS).*", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> PROFILES = Map.of("evaluation", "evaluation", "production", "prod");
    private static final Set<String> NEEDED = Set.of(
            "QUARKUS_PROFILE",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "TIENDO_IDENTITY_ISSUER",
            "TIENDO_IDENTITY_JWKS",
            "TIENDO_IDENTITY_AUDIENCE");

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        overlay.of("ConfigMap")
                .forEach(map -> map.at("/data").fieldNames().forEachRemaining(key -> {
                    if (SECRET_NAME.matcher(key).matches()) {
                        findings.add(Finding.of("no-secret-committed", map, key + " stands in the open"));
                    }
                }));
        overlay.of("Deployment")
                .forEach(deployment -> deployment.containers().forEach(container -> {
                    Manifest.items(container, "/env").forEach(variable -> {
                        var name = Manifest.text(variable, "/name");
                        if (SECRET_NAME.matcher(name).matches() && variable.has("value")) {
                            findings.add(Finding.of("no-secret-committed", deployment, name + " stands in the open"));
                        }
                    });
                    if (Selectors.podLabels(deployment)
                            .getOrDefault("app.kubernetes.io/component", "")
                            .equals("service")) {
                        check(overlay, deployment, overlay.environment(container), findings);
                    }
                }));
        return findings;
    }

    private static void check(
            Overlay overlay, Manifest deployment, Map<String, String> environment, List<Finding> findings) {
        for (var name : NEEDED) {
            if (!environment.containsKey(name)) {
                findings.add(Finding.of("configuration-is-complete", deployment, name + " is not set"));
            }
        }
        var profile = environment.getOrDefault("QUARKUS_PROFILE", "");
        if (!profile.equals(PROFILES.get(overlay.name()))) {
            findings.add(Finding.of("profile", deployment, "runs with the profile '" + profile + "'"));
        }
        if (overlay.name().equals("production")) {
            if (environment.containsKey("TIENDO_CLOCK_FILE")) {
                findings.add(Finding.of("real-time-in-production", deployment, "its clock could be set"));
            }
            if (!environment.getOrDefault("TIENDO_IDENTITY_ISSUER", "").startsWith("https://")
                    || !environment.getOrDefault("TIENDO_IDENTITY_JWKS", "").startsWith("https://")) {
                findings.add(Finding.of("encrypted-in-production", deployment, "identity without TLS"));
            }
            if (!environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "").contains("sslmode=verify-full")) {
                findings.add(Finding.of("encrypted-in-production", deployment, "database without verified TLS"));
            }
            if (!environment.getOrDefault("KAFKA_SECURITY_PROTOCOL", "").equals("SASL_SSL")) {
                findings.add(Finding.of("encrypted-in-production", deployment, "Kafka without TLS and a user"));
            }
        }
    }
}
