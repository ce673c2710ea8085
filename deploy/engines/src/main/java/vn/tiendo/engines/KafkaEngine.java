package vn.tiendo.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/// One Kafka broker and its controller (KRaft) inside this process, on loopback.
///
/// Guarantees: no topic comes into being by itself; data outlives [#close()] unless the directory was temporary.
/// Everything has one replica, so a lost disk is a lost log. Its classes must be on the system class loader.
public final class KafkaEngine implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int NODE = 1;
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Path temporaryDirectory;
    private final @Nullable LastWill lastWill;

    private KafkaEngine(
            KafkaRaftServer server, int port, @Nullable Path temporaryDirectory, @Nullable LastWill lastWill) {
        this.server = server;
        this.port = port;
        this.temporaryDirectory = temporaryDirectory;
        this.lastWill = lastWill;
    }

    /// Where a broker runs.
    ///
    /// @param logDirectory null for a temporary one, deleted on close
    /// @param port 0 for any two free ones
    public record Settings(@Nullable Path logDirectory, int port, int controllerPort) {
        public static Settings temporary() {
            return new Settings(null, 0, 0);
        }

        public static Settings persistent(Path logDirectory, int port, int controllerPort) {
            return new Settings(logDirectory, port, controllerPort);
        }
    }

    public static KafkaEngine start(Settings settings) {
        QuietLogs.install();
        int attempt = 1;
        while (true) {
            try {
                return startOnce(settings);
            } catch (EngineFailure e) {
                // A free port may be taken by somebody else before the broker binds it.
                if (settings.port() != 0 || attempt++ == ATTEMPTS) throw e;
            }
        }
    }

    private static KafkaEngine startOnce(Settings settings) {
        var free = settings.port() == 0 ? FreePort.several(2) : null;
        int port = free == null ? settings.port() : free.getFirst();
        int controllerPort = free == null ? settings.controllerPort() : free.getLast();
        Path temporary = null;
        KafkaRaftServer server = null;
        try {
            var given = settings.logDirectory();
            if (given == null) temporary = Files.createTempDirectory("tiendo-kafka-");
            var directory = given == null ? temporary : Files.createDirectories(given);
            if (directory == null) throw new IllegalStateException("no log directory");
            format(directory);
            server = new KafkaRaftServer(
                    KafkaConfig.fromProps(configuration(directory, port, controllerPort)), Time.SYSTEM);
            server.startup();
            return new KafkaEngine(server, port, temporary, temporary == null ? null : LastWill.of(temporary));
        } catch (Exception e) {
            if (server != null) server.shutdown();
            if (temporary != null) delete(temporary);
            throw new EngineFailure("Kafka did not start on ports " + port + " and " + controllerPort + ".", e);
        }
    }

    private static void format(Path directory) throws Exception {
        try (var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            if (Files.exists(directory.resolve("meta.properties"))) return;
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
        }
    }

    private static Properties configuration(Path directory, int port, int controllerPort) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@" + ADDRESS + ":" + controllerPort,
                "listeners",
                "PLAINTEXT://" + ADDRESS + ":" + port + ",CONTROLLER://" + ADDRESS + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + ADDRESS + ":" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                directory.toString(),
                "auto.create.topics.enable",
                "false"));
        // One node: whatever would be replicated has one replica, or the first consumer waits for ever.
        properties.putAll(Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4"));
        // A killed broker is waited for this long before its successor may register.
        properties.put("broker.session.timeout.ms", "5000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        // Small and quick: a group starts at once, index files are not mapped at 10 MiB each, and a stack that was
        // switched off for months still knows its offsets.
        properties.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "offsets.retention.minutes", Long.toString(60L * 24 * 366),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "log.segment.bytes", Integer.toString(64 << 20),
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
                "log.cleaner.min.cleanable.ratio", "0.2",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "num.recovery.threads.per.data.dir", "2"));
        return properties;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return ADDRESS + ":" + port;
    }

    /// Creates what is missing and leaves the rest as it is. Repeatable.
    public void createTopics(Collection<Topics.Topic> topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            var existing = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic ->
                            new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configuration()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw e;
                }
            }
        } catch (ExecutionException e) {
            throw new EngineFailure("Kafka refused to create topics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while Kafka created topics.", e);
        }
    }

    /// Returns when the broker has ended, for whatever reason.
    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporaryDirectory != null) delete(temporaryDirectory);
        if (lastWill != null) lastWill.revoke();
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
