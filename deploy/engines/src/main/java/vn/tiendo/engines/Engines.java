package vn.tiendo.engines;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Both engines together.
///
/// @param postgres the server, without databases of ours until asked for
/// @param kafka the broker, with every topic of [Topics]
public record Engines(PostgresEngine postgres, KafkaEngine kafka) implements AutoCloseable {
    private static @Nullable Engines forTests;

    /// The engines of this test JVM: temporary, on free ports, started on the first call, stopped when the JVM ends.
    /// To be called on the system class loader, before Quarkus boots (a JUnit `LauncherSessionListener`).
    public static synchronized Engines startForTests() {
        var running = forTests;
        if (running == null) {
            running = start(PostgresEngine.Settings.temporary(), KafkaEngine.Settings.temporary());
            forTests = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-engines"));
        }
        return running;
    }

    /// Starts both at the same time; when one fails, the other is stopped again.
    public static Engines start(PostgresEngine.Settings postgresSettings, KafkaEngine.Settings kafkaSettings) {
        var starting = CompletableFuture.supplyAsync(() -> PostgresEngine.start(postgresSettings));
        KafkaEngine kafka;
        try {
            kafka = KafkaEngine.start(kafkaSettings);
            kafka.createTopics(Topics.all());
        } catch (RuntimeException e) {
            starting.thenAccept(PostgresEngine::close)
                    .handle((done, failure) -> done)
                    .join();
            throw e;
        }
        try {
            return new Engines(starting.join(), kafka);
        } catch (CompletionException e) {
            kafka.close();
            if (e.getCause() instanceof EngineFailure failure) throw failure;
            throw e;
        }
    }

    public String postgresHost() {
        return postgres.host();
    }

    public int postgresPort() {
        return postgres.port();
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
    }
}
