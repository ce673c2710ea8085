package vn.tiendo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Lets `pgbench` write the rows of submissions: about the least that a client of this server can spend on them.
final class PgbenchRuler {
    private static final int THREADS = 2;

    private final RunningSystem system;
    private final SampleRows sample;
    private final Path folder;

    private PgbenchRuler(RunningSystem system, SampleRows sample, Path folder) {
        this.system = system;
        this.sample = sample;
        this.folder = folder;
    }

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// @param warm called when the warm-up is over
    static RulerOutcome run(
            RunningSystem system,
            SampleRows sample,
            int rows,
            int clients,
            Duration warmUp,
            Duration time,
            Runnable warm) {
        try {
            var folder = Files.createTempDirectory("tiendo-bench-");
            try {
                var ruler = new PgbenchRuler(system, sample, folder);
                Files.writeString(folder.resolve("submission.sql"), ruler.script());
                int share = (int) (rows * (double) warmUp.toMillis() / (warmUp.toMillis() + time.toMillis()));
                var before = ruler.run("warm", 0, share, clients, warmUp);
                warm.run();
                var measured = ruler.run("measured", share, rows, clients, time);
                return new RulerOutcome(
                        measured.latencies(),
                        measured.seconds(),
                        measured.exhausted(),
                        measured.errors(),
                        before.written() + measured.written());
            } finally {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new BenchFailure("pgbench cannot be run.", e);
        }
    }

    private RulerOutcome run(String name, int first, int last, int clients, Duration time) throws IOException {
        var output = folder.resolve(name + ".out");
        var pgbench = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--file=" + folder.resolve("submission.sql"),
                        "--client=" + clients,
                        "--jobs=" + THREADS,
                        "--time=" + time.toSeconds(),
                        "--define=clients=" + clients,
                        "--define=first=" + first,
                        "--define=last=" + last,
                        "--define=i=-1",
                        "--log",
                        "--log-prefix=" + folder.resolve(name),
                        "--host=127.0.0.1",
                        "--port=" + system.postgres(),
                        "--username=postgres",
                        RulerDatabase.NAME)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        pgbench.environment().put("PGPASSWORD", system.superuserPassword());
        try {
            int code = pgbench.start().waitFor();
            var said = Files.readString(output);
            boolean exhausted = said.contains("division by zero");
            if (code != 0 && !exhausted) throw new BenchFailure("pgbench ended with " + code + ": " + said);
            return outcome(name, time, exhausted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        }
    }

    /// A line of the log: client, number, microseconds it took, script, second and microsecond of its end.
    private RulerOutcome outcome(String name, Duration time, boolean exhausted) throws IOException {
        var latencies = new ArrayList<Long>();
        long earliest = Long.MAX_VALUE;
        long latest = 0;
        for (var file : logs(name))
            for (var line : Files.readAllLines(file)) {
                var fields = line.split(" ");
                long took = Long.parseLong(fields[2]);
                long ended = Long.parseLong(fields[4]) * 1_000_000 + Long.parseLong(fields[5]);
                latencies.add(took * 1_000);
                earliest = Math.min(earliest, ended - took);
                latest = Math.max(latest, ended);
            }
        double seconds = exhausted || latencies.isEmpty()
                ? Math.max(0.001, (latest - earliest) / 1e6)
                : Math.max(time.toSeconds(), (latest - earliest) / 1e6);
        return new RulerOutcome(Latencies.of(latencies), seconds, exhausted, 0, latencies.size());
    }

    private List<Path> logs(String name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .filter(file -> !file.toString().endsWith(".out"))
                    .toList();
        }
    }

    /// Every transaction takes a registration of its own. When there is none left, the client is ended by an error.
    private String script() {
        var id = RulerDatabase.ID.formatted(":n");
        return String.join(
                "\n",
                "\\set i :i + 1",
                "\\set n :first + :i * :clients + :client_id + 1",
                "\\if :n > :last",
                "select 1 / 0;",
                "\\endif",
                "begin;",
                ("update registration set counted_at = now(), content = %s, form_version_id = '%s', received_at ="
                                + " now(), status = 'SUBMITTED', submitted_at = now(), version = 1 where id = %s and version = 0;")
                        .formatted(literal(Owed.content()), Owed.FORM, id),
                ("insert into outbox (id, aggregatetype, aggregateid, type, sequence, epoch, payload, source,"
                                + " correlation_id, occurred_at) values (uuidv7(), 'registrations.registration.v1',"
                                + " %s::text, 'registrations.registration.submitted.v1', 1, 1, %s, %s, %s, now());")
                        .formatted(
                                id, bytes(sample.payload()), literal(sample.source()), literal(sample.correlationId())),
                ("insert into audit_record (id, actor, post_id, action, subject_type, subject_id, state_before,"
                                + " state_after, correlation_id, remote_address, happened_at) values (uuidv7(), %s,"
                                + " null, 'submit-registration', 'registration', %s, %s, %s, %s, %s, now());")
                        .formatted(
                                literal(sample.actor()),
                                id,
                                literal(sample.before()),
                                literal(sample.after()),
                                literal(sample.correlationId()),
                                literal(sample.address())),
                ("insert into unit_delta (campaign_id, unit_id, owes, missing, submitted, accepted, exempt, returned,"
                                + " late, counted_at, roster_frozen, happened_at)"
                                + " values (%s, %1$s, 0, -1, 1, 0, 0, 0, 0, now(), false, now());")
                        .formatted(id),
                "commit;",
                "");
    }

    /// A colon before a letter would be taken for a variable, even inside of a literal.
    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
    }

    private static String bytes(byte[] payload) {
        var hex = new StringBuilder(2 * payload.length + 10).append("'\\x");
        for (byte one : payload) hex.append(String.format(Locale.ROOT, "%02x", one));
        return hex.append("'::bytea").toString();
    }

    static String version() {
        try {
            var process = new ProcessBuilder("pgbench", "--version").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "no pgbench";
        }
    }
}
