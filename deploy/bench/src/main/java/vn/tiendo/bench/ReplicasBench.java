package vn.tiendo.bench;

import static vn.tiendo.bench.Waiting.count;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Two replicas of notifications-service, killed in turn while they remind people by mail and call a webhook. Then what
/// arrived at a real mail server and a real receiver is counted.
final class ReplicasBench {

    private static final String PART = "notifications";
    private static final int KILLS = 4;

    /// Of the mail server, from the port base; `deploy/bench/run` tells the service.
    private static final int MAIL = 150;

    private static final int RECEIVER = 151;
    private static final int SECOND = 160;

    private final RunningSystem system;
    private final int many;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final Waiting waiting = new Waiting(Duration.ofMinutes(15), Duration.ofMillis(50));

    private ReplicasBench(RunningSystem system, int many, PrintStream out) {
        this.system = system;
        this.many = many;
        this.out = out;
    }

    /// Arguments: the home of a running system, the repository, `replicas`, then options.
    public static void main(String[] arguments) {
        Program.run(arguments, Set.of("--reminders"), Set.of(), program -> {
            var bench = new ReplicasBench(program.system(), program.number("--reminders", 1_000), program.out());
            bench.run();
            return bench.lines;
        });
    }

    private void run() throws SQLException {
        try (var sinks = new Sinks(system.gateway() + MAIL, system.gateway() + RECEIVER);
                var scene = new MorningScene(system);
                var second = new SecondReplica(system, PART, system.gateway() + SECOND);
                var api = new Api(system);
                var database = system.database(PART)) {
            scene.introduceWithMail(many);
            waiting.until(
                    "every member is known", () -> count(database, "select count(*) from member_contact") >= many);
            register(api, scene);
            var morning = system.businessDay().plusDays(1);
            system.setBusinessTime(morning.minusDays(1).atTime(LocalTime.of(20, 0)));
            scene.owe(many, morning.plusDays(7));
            waiting.until(
                    "everything is planned",
                    () -> count(
                                    database,
                                    "select count(distinct r.duty_id) from reminder r join duty d on d.id = r.duty_id"
                                            + " where d.plan_id = ?",
                                    scene.plan)
                            >= many);
            second.start();
            system.setBusinessTime(morning.atTime(LocalTime.of(8, 0)));
            scene.assign(many, morning.plusDays(200));
            killInTurn(sinks, second);
            waiting.until("everything has left", () -> left(database, scene.plan));
            tell(sinks, database, scene.plan);
        }
    }

    private void register(Api api, MorningScene scene) {
        var webhook = Map.of(
                "organisationId",
                scene.root(),
                "url",
                "http://127.0.0.1:" + (system.gateway() + RECEIVER) + "/hook",
                "eventTypes",
                List.of("*"));
        var key = UUID.randomUUID().toString();
        waiting.until("the administrator is known", () -> {
            try {
                api.post(MorningScene.ADMINISTRATOR, "/webhooks", webhook, key, null);
                return true;
            } catch (BenchFailure notYet) {
                return false;
            }
        });
    }

    /// One is killed when a further share has arrived, and is back before the other is.
    private void killInTurn(Sinks sinks, SecondReplica second) {
        for (int kill = 1; kill <= KILLS; kill++) {
            int share = many * kill / (KILLS + 2);
            waiting.until("a further share has arrived", () -> sinks.mails() >= share || sinks.messages() >= share);
            out.printf("  %d mails and %d messages are there; killing a replica%n", sinks.mails(), sinks.messages());
            if (kill % 2 == 1) {
                long killed = system.process(PART).pid();
                system.process(PART).destroyForcibly();
                waiting.until("it is started again", () -> isAnother(killed));
            } else {
                second.kill();
                second.start();
            }
        }
    }

    private boolean isAnother(long killed) {
        try {
            return system.process(PART).pid() != killed;
        } catch (BenchFailure none) {
            return false;
        }
    }

    private boolean left(Connection database, UUID plan) {
        return count(database, "select count(*) from notification where plan_id = ?", plan) >= many
                && count(database, "select count(*) from dispatch where state = 'PLANNED'") == 0
                && count(database, "select count(*) from webhook_delivery where status = 'DELIVERED'") >= many
                && count(database, "select count(*) from webhook_delivery where status <> 'DELIVERED'") == 0;
    }

    private void tell(Sinks sinks, Connection database, UUID plan) {
        var letters = sinks.letters();
        var messages = sinks.webhooks();
        tell("| two replicas, killed %d times in turn | expected | arrived | again under the same id |"
                .formatted(KILLS));
        tell("|---|---:|---:|---:|");
        tell("| people reminded in their inbox | %d | %d | |"
                .formatted(many, count(database, "select count(*) from notification where plan_id = ?", plan)));
        tell("| people reminded by mail | %d | %d | %d |".formatted(many, letters.things(), letters.again()));
        tell("| messages at the webhook's receiver | %d | %d | %d |"
                .formatted(many, messages.things(), messages.again()));
        if (letters.things() != many || letters.twice() != 0 || messages.things() != many)
            throw new BenchFailure("Not everybody was told exactly once: " + letters + " " + messages);
    }

    private void tell(String line) {
        lines.add(line);
        out.println(line);
    }
}
