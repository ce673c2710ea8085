package vn.tiendo.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A child that says that it is ready and then waits. Arguments: the file to say it in, and how to behave.
final class FakePart {
    private FakePart() {}

    public static void main(String[] arguments) {
        var ready = Path.of(arguments[0]);
        switch (arguments[1]) {
            case "polite" -> {}
            case "stubborn" -> Runtime.getRuntime().addShutdownHook(new Thread(FakePart::sleepForLong));
            case "stillborn" -> {
                System.out.println("I cannot live like this");
                System.exit(7);
            }
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        Home.write(ready, KnownProcess.of(ProcessHandle.current()).written());
        sleepForLong();
    }

    private static void sleepForLong() {
        Waiting.pause(Duration.ofHours(1));
    }

    static Part part(Home home, String name, String behaviour) {
        var ready = home.folder().resolve("run").resolve(name + ".ready");
        return new Part(
                name,
                Part.Stage.FRONT,
                List.of("-Xmx16m", "-XX:+UseSerialGC", FakePart.class.getName(), ready.toString(), behaviour),
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                Readiness.says(ready),
                behaviour);
    }
}
