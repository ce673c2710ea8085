package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.tiendo.engines.EngineFailure;
import vn.tiendo.engines.Engines;
import vn.tiendo.engines.KafkaEngine;
import vn.tiendo.engines.PostgresEngine;

/// The child process that holds PostgreSQL and Kafka. Arguments: home, port base.
final class EnginesMain {
    private EnginesMain() {}

    public static void main(String[] arguments) throws IOException {
        var home = new Home(Path.of(arguments[0]));
        var ports = new Ports(Integer.parseInt(arguments[1]));
        Files.deleteIfExists(home.enginesReady());
        // A server that outlived its last holder would keep the port and the data directory.
        Postmaster.running(home.postgresData()).ifPresent(Postmaster::stop);
        try {
            run(home, ports);
        } catch (EngineFailure e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(Home home, Ports ports) {
        var secrets = Secrets.of(home);
        var engines = Engines.start(
                PostgresEngine.Settings.persistent(
                        home.postgresData(),
                        home.postgresPrograms(),
                        ports.postgres(),
                        secrets.superuser(),
                        home.log("postgres")),
                KafkaEngine.Settings.persistent(home.kafkaData(), ports.kafka(), ports.kafkaController()));
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "stop-engines"));
        for (var service : Service.values())
            engines.postgres().createDatabase(service.label(), service.label(), secrets.of(service));
        // Without its server this process is of no use; the launcher starts another.
        Postmaster.running(home.postgresData())
                .flatMap(server -> server.process().find())
                .ifPresent(server -> server.onExit().thenRun(() -> System.exit(1)));
        Home.write(home.enginesReady(), KnownProcess.of(ProcessHandle.current()).written());
        engines.kafka().awaitEnd();
    }
}
