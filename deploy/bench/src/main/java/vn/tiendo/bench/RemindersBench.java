package vn.tiendo.bench;

import static vn.tiendo.bench.Waiting.count;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// The program behind `deploy/bench/run reminders`: one morning on which very many members are reminded at once.
final class RemindersBench {

    private static final int RUNGS = 8;

    /// Both together, planning and delivery.
    private static final double BAR_SECONDS = 300;

    private static final String PART = "notifications";

    /// Of the mail server, from the port base; `deploy/bench/run` tells the service.
    private static final int MAIL = 150;

    private final RunningSystem system;
    private final int many;
    private final int mails;
    private final boolean kills;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final Waiting waiting = new Waiting(Duration.ofSeconds(1_800), Duration.ofSeconds(1), this::sampleMemory);
    private double largestMegabytes;

    private RemindersBench(RunningSystem system, int many, int mails, boolean kills, PrintStream out) {
        this.system = system;
        this.many = many;
        this.mails = Math.min(mails, many);
        this.kills = kills;
        this.out = out;
    }

    /// Arguments: the home of a running system, the repository, `reminders`, then options.
    public static void main(String[] arguments) {
        Program.run(arguments, Set.of("--reminders", "--mails"), Set.of("--kill"), program -> {
            var bench = new RemindersBench(
                    program.system(),
                    program.number("--reminders", 300_000),
                    program.number("--mails", 0),
                    program.has("--kill"),
                    program.out());
            bench.run();
            return bench.lines;
        });
    }

    private void run() throws SQLException {
        try (var scene = new MorningScene(system);
                var sink = mails > 0 ? new MailSink(system.gateway() + MAIL) : null;
                var api = new Api(system);
                var database = system.database(PART)) {
            out.println("  telling the service who the members are");
            introduce(scene, api);
            waiting.until(
                    "every member is known", () -> count(database, "select count(*) from member_contact") >= many);
            vacuum(database);

            // the rung of seven days before fires tomorrow at eight
            var morning = system.businessDay().plusDays(1);
            system.setBusinessTime(morning.minusDays(1).atTime(LocalTime.of(20, 0)));
            var cpu = Cpu.now(system);
            double began = seconds();
            scene.owe(many, morning.plusDays(7));
            killWhen(() -> plannedOf(database, scene.plan) > many / 2 * RUNGS);
            waiting.until("everything is planned", () -> plannedOf(database, scene.plan) >= (long) many * RUNGS);
            double planned = seconds() - began;
            double planningCpu = cpuOf(cpu);
            vacuum(database);

            cpu = Cpu.now(system);
            system.setBusinessTime(morning.atTime(LocalTime.of(8, 0)));
            began = seconds();
            killWhen(() -> deliveredOf(database, scene.plan) > many / 2);
            waiting.until("everything is in inboxes", () -> deliveredOf(database, scene.plan) >= many);
            double delivered = seconds() - began;
            double deliveryCpu = cpuOf(cpu);
            if (sink != null) awaitMails(sink);
            double mailed = seconds() - began;
            double mailCpu = cpuOf(cpu);
            waiting.until("every delivery is reported", () -> count(database, "select count(*) from outbox") == 0);
            double reported = seconds() - began;
            tell(planned, planningCpu, delivered, deliveryCpu, reported);
            if (sink != null) tellMails(sink, mailed, mailCpu);
            compareBooks(database, scene.plan);
            if (planned + delivered > BAR_SECONDS && !kills)
                throw new BenchFailure(
                        "It took %.0f s instead of %.0f at most.".formatted(planned + delivered, BAR_SECONDS));
        }
    }

    /// Where mail is on, the caps of a tenant are lifted as far as they go: what is measured is the service.
    private void introduce(MorningScene scene, Api api) {
        if (mails == 0) {
            scene.introduce(many);
            return;
        }
        scene.introduceWithMail(many, mails);
        var defaults = Map.of(
                "organisationId",
                scene.root(),
                "defaults",
                Map.of("caps", Map.of("perMinute", 100_000, "perDay", 10_000_000)));
        var key = UUID.randomUUID().toString();
        waiting.until("the administrator is known", () -> {
            try {
                api.post(MorningScene.ADMINISTRATOR, "/preference-defaults", defaults, key, null);
                return true;
            } catch (BenchFailure notYet) {
                return false;
            }
        });
    }

    private void awaitMails(MailSink sink) {
        waiting.until("every mail has arrived", () -> sink.people() >= mails);
    }

    /// Everybody with an address has one mail; only what a kill leaves open comes again, under the same id.
    private void tellMails(MailSink sink, double seconds, double cpu) {
        var letters = sink.letters();
        tell(String.format(
                Locale.ROOT,
                "| taken over by the mail server, from 08:00 on | %.1f | %.0f | %.1f |",
                seconds,
                mails / seconds,
                cpu));
        tell("| people with mail / again under the same id / two different ones | %d / %d / %d | | |"
                .formatted(letters.things(), letters.again(), letters.twice()));
        if (letters.things() != mails || letters.twice() != 0 || letters.again() != 0 && !kills)
            throw new BenchFailure("Not everybody got exactly one mail: " + letters);
    }

    private void tell(double planned, double planningCpu, double delivered, double deliveryCpu, double reported) {
        tell("| %,d reminders of one morning%s | seconds | per second | CPU s |"
                .formatted(many, kills ? ", killed twice" : ""));
        tell("|---|---:|---:|---:|");
        tell(row("planned from events (%d rungs each)".formatted(RUNGS), planned, planningCpu));
        tell(row("put into inboxes", delivered, deliveryCpu));
        tell(row("both", planned + delivered, planningCpu + deliveryCpu));
        tell("| until the last delivery was reported | %.1f | | |".formatted(reported));
        tell("| largest resident memory of the service | %.0f MB | | |".formatted(largestMegabytes));
    }

    private String row(String what, double seconds, double cpu) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.0f | %.1f |", what, seconds, many / seconds, cpu);
    }

    /// Everybody once, nobody twice, nothing left.
    private void compareBooks(Connection database, UUID plan) {
        var told = count(database, "select count(*) from notification where plan_id = ?", plan);
        var people =
                count(database, "select count(distinct recipient_subject) from notification where plan_id = ?", plan);
        var fired = count(
                database,
                "select count(*) from reminder r join duty d on d.id = r.duty_id where d.plan_id = ? and r.rung = -7"
                        + " and r.status = 'FIRED'",
                plan);
        tell("| messages / people / fired | %d / %d / %d | | |".formatted(told, people, fired));
        if (told != many || people != many || fired != many)
            throw new BenchFailure("Not everybody was told exactly once.");
    }

    private void killWhen(BooleanSupplier halfway) {
        if (!kills) return;
        waiting.until("half of it is done", halfway);
        out.println("  killing " + PART);
        system.process(PART).destroyForcibly();
    }

    private long plannedOf(Connection database, UUID plan) {
        return count(
                database, "select count(*) from reminder r join duty d on d.id = r.duty_id where d.plan_id = ?", plan);
    }

    private long deliveredOf(Connection database, UUID plan) {
        return count(database, "select count(*) from notification where plan_id = ?", plan);
    }

    private double cpuOf(Cpu before) {
        var now = Cpu.now(system);
        return now.machine() - before.machine();
    }

    private void sampleMemory() {
        try {
            var status = Files.readAllLines(
                    Path.of("/proc", Long.toString(system.process(PART).pid()), "status"));
            status.stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .forEach(megabytes -> largestMegabytes = Math.max(largestMegabytes, megabytes));
        } catch (IOException | BenchFailure betweenTwoProcesses) {
            // The next sample finds the new one.
        }
    }

    private static void vacuum(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var table : List.of("member_contact", "duty", "reminder", "notification"))
                statement.execute("vacuum analyze " + table);
        }
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }

    private void tell(String line) {
        lines.add(line);
        out.println(line);
    }
}
