package vn.tiendo.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One packaged service as an image. The same files on the same base give the same digest, on any day and any machine:
/// every file and the image itself are dated to the epoch and belong to root, so the user that runs it can change none.
public final class ServiceImage {
    private static final String USER = "10001:10001";
    private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");
    /// The heap takes part of the container's memory; classes, threads and buffers need the rest.
    private static final List<String> ENTRYPOINT = List.of(
            "java",
            "-XX:MaxRAMPercentage=55",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            "/app/quarkus-run.jar");

    private final Path quarkusApp;
    private final String name;

    /// @param quarkusApp the fast-jar folder that the build of a service leaves in target
    /// @param name what the image is called, with its tag
    public ServiceImage(Path quarkusApp, String name) {
        this.quarkusApp = quarkusApp;
        this.name = name;
    }

    /// @param base `scratch`, `tar:FILE`, or an image in a registry
    /// @param cache where layers are kept between builds
    /// @return the digest of the image
    public String buildTar(String base, Path tar, Path cache) throws IOException, InterruptedException {
        Files.createDirectories(cache);
        if (tar.getParent() instanceof Path folder) {
            Files.createDirectories(folder);
        }
        try {
            // What others publish changes seldom, what we build changes always: two layers.
            var image = startingFrom(base)
                    .addFileEntriesLayer(layer("libraries", file -> isLibrary(file) && !isOurs(file)))
                    .addFileEntriesLayer(layer("application", file -> !isLibrary(file) || isOurs(file)))
                    .setEntrypoint(ENTRYPOINT)
                    .setUser(USER)
                    .setWorkingDirectory(HOME)
                    .setExposedPorts(Port.tcp(8080), Port.tcp(9000))
                    .setLabels(Map.of("org.opencontainers.image.title", name))
                    .setCreationTime(Instant.EPOCH)
                    .containerize(Containerizer.to(TarImage.at(tar).named(name))
                            .setBaseImageLayersCache(cache)
                            .setApplicationLayersCache(cache)
                            .setToolName("tiendo"));
            return image.getDigest().toString();
        } catch (InvalidImageReferenceException
                | RegistryException
                | CacheDirectoryCreationException
                | ExecutionException
                | IOException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new IOException("cannot build " + name + " on " + base + ": " + cause, e);
        }
    }

    private static JibContainerBuilder startingFrom(String base) throws InvalidImageReferenceException {
        if (base.equals("scratch")) {
            return Jib.fromScratch();
        }
        return base.startsWith("tar:")
                ? Jib.from(TarImage.at(Path.of(base.substring("tar:".length()))).named("tiendo/base:local"))
                : Jib.from(RegistryImage.named(base));
    }

    private FileEntriesLayer layer(String layerName, Predicate<Path> belongs) throws IOException {
        var layer = FileEntriesLayer.builder().setName(layerName);
        try (Stream<Path> files = Files.walk(quarkusApp)) {
            files.filter(Files::isRegularFile)
                    .map(quarkusApp::relativize)
                    .filter(belongs)
                    .sorted()
                    .forEach(file -> layer.addEntry(
                            quarkusApp.resolve(file),
                            HOME.resolve(file),
                            FileEntriesLayer.DEFAULT_FILE_PERMISSIONS_PROVIDER.get(
                                    quarkusApp.resolve(file), HOME.resolve(file)),
                            Instant.EPOCH));
        }
        return layer.build();
    }

    private static boolean isLibrary(Path file) {
        return file.startsWith("lib");
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().startsWith("vn.tiendo.");
    }
}
