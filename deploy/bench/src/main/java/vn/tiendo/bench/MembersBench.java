package vn.tiendo.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The program behind `deploy/bench/run members`: a province's members in one file, through the gateway, as the officer
/// of the province sends it: only looked at, taken in, and sent once more.
final class MembersBench {

    private static final String PATH = "/members/imports";
    private static final String SERVICE = "registrations";
    private static final long FIRST_ID = 100_000_000_000L;

    private final RunningSystem system;
    private final Api api;
    private final int members;
    private final PrintStream out;
    private final Waiting waiting = new Waiting(Duration.ofMinutes(20), Duration.ofMillis(500));
    private final List<String> lines = new ArrayList<>();

    private MembersBench(RunningSystem system, Api api, int members, PrintStream out) {
        this.system = system;
        this.api = api;
        this.members = members;
        this.out = out;
    }

    /// Arguments: the home of a running system, the repository, `members`, then `--members N` and `--out FILE`.
    public static void main(String[] arguments) {
        Program.run(arguments, Set.of("--members"), Set.of(), program -> {
            try (var api = new Api(program.system())) {
                var bench =
                        new MembersBench(program.system(), api, program.number("--members", 300_000), program.out());
                bench.run();
                return bench.lines;
            }
        });
    }

    private void run() {
        try (var database = system.database(SERVICE)) {
            run(database);
        } catch (SQLException e) {
            throw new BenchFailure("The members cannot be counted: " + e.getMessage(), e);
        }
    }

    private void run(Connection database) throws SQLException {
        var scene = PlansScene.of(api, system);
        var province = scene.grow(line -> out.println("  " + line));
        var path = province.province().path();
        waiting.until(
                "the organisations were known",
                () -> Waiting.count(
                                database, "select count(*) from reach_organisation where starts_with(path, ?)", path)
                        == province.organisations());
        waiting.until(
                "the officer was known",
                () -> Waiting.count(
                                database, "select count(*) from reach_post where holder_subject = ?", scene.officer())
                        > 0);
        var cells = cells(database, path);
        var officer = scene.officer();
        var file = new MemberFile("http://127.0.0.1:%d/tiendo".formatted(system.identity()));
        for (int i = 0; i < members; i++)
            file.add(cells.get(i % cells.size()), officer + "." + i, Long.toString(FIRST_ID + i));
        var csv = file.csv();

        tell("| %d members in %d cells, %.1f MB of CSV | s | rows/s | accepted / unchanged / rejected | memory, MB |"
                .formatted(members, cells.size(), csv.getBytes(StandardCharsets.UTF_8).length / 1e6));
        tell("|---|---:|---:|---:|---:|");
        LongSupplier kept = () -> Waiting.count(
                database, "select count(*) from member where starts_with(identity_subject, ?)", officer + ".");
        measure("only looked at", "?dryRun=true", officer, csv, kept, 0);
        measure("taken in", "", officer, csv, kept, members);
        long began = System.nanoTime();
        waiting.until("the events were sent", () -> Waiting.count(database, "select count(*) from outbox") == 0);
        tell("| its events sent, after that | %.1f | | | |".formatted((System.nanoTime() - began) / 1e9));
        measure("the same file again", "", officer, csv, kept, members);
    }

    private void measure(String what, String query, String officer, String csv, LongSupplier kept, int expected) {
        var most = new AtomicReference<>(system.megabytesOf(SERVICE));
        var done = new AtomicReference<@Nullable Import>();
        var importing = Thread.ofVirtual()
                .start(() -> done.set(Import.of(
                        api, officer, PATH, query, csv, UUID.randomUUID().toString())));
        waiting.until(what, () -> {
            most.accumulateAndGet(system.megabytesOf(SERVICE), Math::max);
            return !importing.isAlive();
        });
        var result = done.get();
        if (result == null) throw new BenchFailure("The import failed.");
        if (result.rejected() > 0)
            throw new BenchFailure("%d rows were rejected: %s"
                    .formatted(result.rejected(), Import.refusals(api, officer, PATH, result.id())));
        if (kept.getAsLong() != expected)
            throw new BenchFailure("%d members instead of %d".formatted(kept.getAsLong(), expected));
        tell("| %s | %.1f | %.0f | %d / %d / %d | %.0f |"
                .formatted(
                        what,
                        result.seconds(),
                        members / result.seconds(),
                        result.accepted(),
                        result.unchanged(),
                        result.rejected(),
                        most.get()));
    }

    private static List<String> cells(Connection database, String path) throws SQLException {
        try (var select = database.prepareStatement(
                "select code from reach_organisation where starts_with(path, ?) and kind = 'CELL' order by code")) {
            select.setString(1, path);
            try (var rows = select.executeQuery()) {
                var cells = new ArrayList<String>();
                while (rows.next()) cells.add(rows.getString(1));
                return cells;
            }
        }
    }

    private void tell(String line) {
        out.println("  " + line);
        lines.add(line);
    }
}
