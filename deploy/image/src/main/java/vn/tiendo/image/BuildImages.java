package vn.tiendo.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The program behind `deploy/image/build`: root of the repository, base, version, output folder, then the parts.
public final class BuildImages {
    private BuildImages() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            build(Path.of(arguments[0]), arguments[1], arguments[2], Path.of(arguments[3]), partsOf(arguments));
        } catch (IOException e) {
            System.err.println("deploy/image/build: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Iterable<String> partsOf(String[] arguments) {
        return Arrays.asList(arguments).subList(4, arguments.length);
    }

    private static void build(Path root, String base, String version, Path out, Iterable<String> parts)
            throws IOException, InterruptedException {
        for (var part : parts) {
            var module = root.resolve(part.equals("gateway") ? "deploy/gateway" : part);
            if (!Files.exists(module.resolve("pom.xml"))) {
                throw new IOException("there is no part called " + part);
            }
            var packaged = module.resolve("target/quarkus-app");
            if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
                System.out.println("skipped: " + part + " is not packaged; run ./mvnw -q package first");
                continue;
            }
            var tar = out.resolve(part + ".tar");
            var digest = new ServiceImage(packaged, "tiendo/" + part + ":" + version)
                    .buildTar(base, tar, root.resolve("deploy/image/target/cache"));
            System.out.printf("%s: %s, %d MiB, %s%n", part, tar, Files.size(tar) >> 20, digest);
        }
    }
}
