package vn.tiendo.verify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the tests read of the repository. Where a tool or a file is missing, the test is skipped and says so in one
/// line.
final class Repository {
    static final List<String> SERVICES =
            List.of("plans-service", "registrations-service", "reporting-service", "notifications-service");

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path CRDS = Path.of(
            System.getProperty("tiendo.crds", ROOT.resolve("../shared/crds").toString()));
    private static final Optional<Kubectl> KUBECTL = Kubectl.find(ROOT.resolve("deploy/verify/fetch-kubectl.sh"));
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    private static final Pattern METER =
            Pattern.compile("(?:builder|gauge|counter|timer|summary)\\(\\s*\"(tiendo\\.[a-z.]+)\"");
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Repository() {}

    static Overlay overlay(String name) {
        skipUnless(KUBECTL.isPresent(), "rendering needs kubectl, or npm to fetch it");
        var folder = ROOT.resolve("deploy/k8s/overlays").resolve(name);
        return RENDERED.computeIfAbsent(
                        name,
                        key -> Overlay.read(
                                key, KUBECTL.orElseThrow().render(folder), folder.resolve("required-secrets.yaml")))
                .copy();
    }

    private static final class Definitions {
        static final CustomResources READ = new CustomResources(CRDS);
    }

    static CustomResources customResources() {
        skipUnless(Files.isDirectory(CRDS), "no custom resource definitions in " + CRDS.normalize());
        return Definitions.READ;
    }

    static Path contractOf(String service) {
        var contract = ROOT.resolve(service).resolve("contract/openapi.yaml");
        skipUnless(Files.exists(contract), service + " has no contract/openapi.yaml yet");
        return contract;
    }

    static Properties configurationOf(String service) throws IOException {
        var file = ROOT.resolve(service).resolve("src/main/resources/application.properties");
        skipUnless(Files.exists(file), service + " has no application.properties yet");
        return properties(file);
    }

    static Properties configurationOfLocalGateway() throws IOException {
        return properties(ROOT.resolve("deploy/gateway/src/main/resources/application.properties"));
    }

    static Properties sentencesOfLocalGateway() throws IOException {
        return properties(ROOT.resolve("deploy/gateway/src/main/resources/messages_vi.properties"));
    }

    /// The names of the meters in the kit's and the services' sources.
    static Stream<String> meters() throws IOException {
        var names = new HashSet<String>();
        for (var module :
                Stream.concat(Stream.of("service-kit"), SERVICES.stream()).toList()) {
            try (var sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    METER.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group(1)));
                }
            }
        }
        return names.stream();
    }

    /// The Java files of all modules' tests.
    static List<Path> testSources() throws IOException {
        var found = new ArrayList<Path>();
        for (var parent : List.of(ROOT, ROOT.resolve("deploy"))) {
            try (var modules = Files.newDirectoryStream(parent)) {
                for (var module : modules) {
                    var tests = module.resolve("src/test/java");
                    if (Files.isDirectory(tests)) {
                        try (var files = Files.walk(tests)) {
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .forEach(found::add);
                        }
                    }
                }
            }
        }
        return found;
    }

    static String promtool() {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        skipUnless(found.isPresent(), "trying the alerts needs promtool");
        return found.orElseThrow().toString();
    }

    private static Properties properties(Path file) throws IOException {
        var configuration = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            configuration.load(reader);
        }
        return configuration;
    }

    private static void skipUnless(boolean possible, String reason) {
        if (!possible && SAID.add(reason)) {
            System.out.println("skipped: " + reason);
        }
        assumeTrue(possible, () -> "skipped: " + reason);
    }
}
