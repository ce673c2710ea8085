package vn.tiendo.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import vn.tiendo.engines.Engines;

/// Starts PostgreSQL, Kafka and a key server once per test JVM, before Quarkus boots, and tells Quarkus where they are.
public class TestSurroundings implements LauncherSessionListener {

    private static final String DATABASE = "service";
    private static final String PASSWORD = "test-only";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("quarkus.datasource.jdbc.url") != null) {
            return;
        }
        var engines = Engines.startForTests();
        engines.postgres().createDatabase(DATABASE, DATABASE, PASSWORD);
        Map.ofEntries(
                        Map.entry("quarkus.devservices.enabled", "false"),
                        Map.entry("quarkus.http.test-port", "0"),
                        Map.entry("quarkus.management.test-port", "0"),
                        Map.entry(
                                "quarkus.datasource.jdbc.url",
                                engines.postgres().jdbcUrl(DATABASE)),
                        Map.entry("quarkus.datasource.username", DATABASE),
                        Map.entry("quarkus.datasource.password", PASSWORD),
                        Map.entry("kafka.bootstrap.servers", engines.kafka().bootstrapServers()),
                        Map.entry("tiendo.identity.issuer", Tokens.ISSUER),
                        Map.entry("tiendo.identity.jwks", Tokens.startKeyServer()),
                        Map.entry("tiendo.background.pace", "0.2"),
                        Map.entry("tiendo.clock.file", clockFile()),
                        Map.entry("tiendo.clock.look-every", "PT0S"))
                .forEach(System::setProperty);
    }

    private static String clockFile() {
        try {
            var file = Files.createTempFile("clock", ".txt");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
