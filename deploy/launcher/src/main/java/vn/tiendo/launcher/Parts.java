package vn.tiendo.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The parts of the system: how each is run and what environment it is given.
final class Parts {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ISSUER = "tiendo";
    private static final String AUDIENCE = "tiendo";
    private static final String FIRST_ADMINISTRATOR = "quantri";
    private static final long TOKEN_SECONDS = 8 * 60 * 60;
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String SERVICE_JVM = "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /// That of the launcher: its own classes and what the engines and the identity provider need. It goes by the
    /// environment, because it is longer than what a system shows of a command line.
    private static final String CLASSPATH = System.getProperty("java.class.path");

    private final Home home;
    private final Ports ports;
    private final Path repository;
    private final Map<String, String> settings;

    /// @param settings the environment of the launcher
    Parts(Home home, Ports ports, Path repository, Map<String, String> settings) {
        this.home = home;
        this.ports = ports;
        this.repository = repository;
        this.settings = settings;
    }

    static Part watchdog(Home home, String launch) {
        var launcher = KnownProcess.of(ProcessHandle.current()).written().split(" ");
        return new Part(
                "watchdog",
                Part.Stage.WATCHDOG,
                concat(
                        List.of("-Xmx16m"),
                        SMALL,
                        List.of(WatchdogMain.class.getName(), home.folder().toString(), launch),
                        List.of(launcher)),
                Map.of("CLASSPATH", CLASSPATH),
                () -> true,
                "");
    }

    Part engines() {
        return new Part(
                "engines",
                Part.Stage.ENGINES,
                concat(
                        words("TIENDO_ENGINES_JVM", "-Xmx384m"),
                        SMALL,
                        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                        List.of(EnginesMain.class.getName(), home.folder().toString(), Integer.toString(ports.base()))),
                Map.of("CLASSPATH", CLASSPATH),
                Readiness.says(home.enginesReady()),
                "PostgreSQL " + LOOPBACK + ":" + ports.postgres() + ", Kafka " + bootstrapServers());
    }

    /// Signs a token for anyone who asks: for development on loopback, and nothing else.
    Part identity() {
        Home.write(home.identityConfiguration(), """
                {
                  "interactiveLogin": false,
                  "httpServer": {"type": "NettyWrapper"},
                  "tokenCallbacks": [{
                    "issuerId": "%s",
                    "tokenExpiry": %d,
                    "requestMappings": [{
                      "requestParam": "grant_type",
                      "match": "client_credentials",
                      "claims": {"sub": "${clientId}", "aud": ["%s"]}
                    }]
                  }]
                }
                """.formatted(ISSUER, TOKEN_SECONDS, AUDIENCE));
        return new Part(
                "identity",
                Part.Stage.FRONT,
                concat(
                        words("TIENDO_IDENTITY_JVM", "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
                        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                        List.of("no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt")),
                Map.of(
                        "CLASSPATH",
                        CLASSPATH,
                        "SERVER_HOSTNAME",
                        LOOPBACK,
                        "SERVER_PORT",
                        Integer.toString(ports.identity()),
                        "JSON_CONFIG_PATH",
                        home.identityConfiguration().toString()),
                Readiness.answers(Ports.http(ports.identity(), "/" + ISSUER + "/jwks")),
                issuer());
    }

    List<Part> services(Secrets secrets) {
        return Stream.of(Service.values())
                .map(service -> service(service, secrets))
                .toList();
    }

    private Part service(Service service, Secrets secrets) {
        int port = ports.service(service);
        var environment = new LinkedHashMap<>(http(port));
        environment.put("QUARKUS_PROFILE", "evaluation");
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + LOOPBACK + ":" + ports.postgres() + "/" + service.label());
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.label());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of(service));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("TIENDO_IDENTITY_ISSUER", issuer());
        environment.put("TIENDO_IDENTITY_JWKS", issuer() + "/jwks");
        environment.put("TIENDO_IDENTITY_AUDIENCE", AUDIENCE);
        environment.put("TIENDO_CLOCK_FILE", home.clock().toString());
        if (service == Service.PLANS) {
            environment.put("TIENDO_ADMINISTRATOR_SUBJECT", FIRST_ADMINISTRATOR);
            environment.put("TIENDO_DOCUMENTS_FOLDER", home.documents().toString());
        } else if (service == Service.REGISTRATIONS) {
            environment.put(
                    "TIENDO_DOCUMENTS_FOLDER",
                    home.documents().resolve(service.label()).toString());
        } else if (service == Service.NOTIFICATIONS) {
            environment.put(
                    "TIENDO_PREFERENCES_PUBLIC_URL",
                    Ports.http(ports.gateway(), "").toString());
        }
        return new Part(
                service.label(),
                Part.Stage.FRONT,
                concat(
                        words("TIENDO_SERVICE_JVM", SERVICE_JVM),
                        List.of("--enable-native-access=ALL-UNNAMED"),
                        List.of("-jar", program(repository.resolve(service.module())))),
                environment,
                Readiness.answers(Ports.http(Ports.managementOf(port), "/q/health/ready")),
                Ports.http(port, "").toString());
    }

    Part gateway() {
        var environment = new LinkedHashMap<>(http(ports.gateway()));
        environment.put(
                "TIENDO_GATEWAY_ROUTES", repository.resolve("deploy/k8s/routes").toString());
        var backends = Stream.of(Service.values())
                .map(service ->
                        "-Dtiendo.gateway.backends." + service.module() + "=" + Ports.http(ports.service(service), ""))
                .toList();
        return new Part(
                "gateway",
                Part.Stage.FRONT,
                concat(
                        words("TIENDO_GATEWAY_JVM", "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
                        List.of("--enable-native-access=ALL-UNNAMED"),
                        backends,
                        List.of("-jar", program(repository.resolve("deploy/gateway")))),
                environment,
                Readiness.answers(Ports.http(Ports.managementOf(ports.gateway()), "/q/health/ready")),
                Ports.http(ports.gateway(), "").toString());
    }

    private static Map<String, String> http(int port) {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                LOOPBACK,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_MANAGEMENT_HOST",
                LOOPBACK,
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(Ports.managementOf(port)));
    }

    private String issuer() {
        return Ports.http(ports.identity(), "/" + ISSUER).toString();
    }

    private String bootstrapServers() {
        return LOOPBACK + ":" + ports.kafka();
    }

    private static String program(Path module) {
        var program = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) throw new Refusal(program + " is missing; deploy/run builds it.");
        return program.toString();
    }

    private List<String> words(String setting, String otherwise) {
        var given = settings.getOrDefault(setting, otherwise).strip();
        return List.of(given.split("\\s+"));
    }

    @SafeVarargs
    private static List<String> concat(List<String>... lists) {
        var all = new ArrayList<String>();
        for (var list : lists) all.addAll(list);
        return all;
    }
}
