package vn.tiendo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The program behind `deploy/bench/run plans`: what planning costs in a province of five thousand organisations.
final class PlansBench {

    private static final int OBLIGATIONS = 12;
    private static final int SMALL = 2;
    private static final Pattern BOUND = Pattern.compile("\\$(\\d+)");

    private final RunningSystem system;
    private final Api api;
    private final PlansScene scene;
    private final PlansListing listing;
    private final int plans;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();

    private PlansBench(RunningSystem system, Api api, int plans, PrintStream out) {
        this.system = system;
        this.api = api;
        this.scene = PlansScene.of(api, system);
        this.listing = new PlansListing(system, api, scene);
        this.plans = plans;
        this.out = out;
    }

    /// Arguments: the home of a running system, the repository, `plans`, then `--plans N` and `--out FILE`.
    public static void main(String[] arguments) {
        Program.run(arguments, Set.of("--plans"), Set.of(), program -> {
            try (var api = new Api(program.system())) {
                var bench = new PlansBench(program.system(), api, program.number("--plans", 7), program.out());
                bench.run();
                return bench.lines;
            }
        });
    }

    private void run() {
        var province = scene.grow(line -> out.println("  " + line));
        tell("| | |");
        tell("|---|---:|");
        tell(row("import of %d organisations".formatted(province.organisations()), "%.1f s", province.seconds()));
        open(province, SMALL, false);
        var small = lists(province);
        for (int i = 0; i < plans; i++) open(province, OBLIGATIONS, true);
        vacuum();
        var large = lists(province);
        tell("");
        tell("| list, 50 items | in sight | first page p50 / p99 ms | last page p50 / p99 ms |");
        tell("|---|---:|---:|---:|");
        small.forEach(this::tell);
        large.forEach(this::tell);
        explain(province);
        restructure(province);
    }

    private void restructure(PlansScene.Province province) {
        tell("");
        tell("| restructuring | organisations | assignments | answer | done | everything passed on |");
        tell("|---|---:|---:|---:|---:|---:|");
        restructure("move of a district", province.district(), place -> scene.move(place, scene.district(2)));
        restructure("dissolution of that district", province.district(), scene::dissolve);
        var neighbour = scene.neighbour();
        restructure("move of the province", province.province(), place -> scene.move(place, neighbour));
    }

    private void restructure(
            String what, PlansScene.Place place, Function<PlansScene.Place, PlansScene.Restructured> act) {
        var path = scene.one("select path from organisation where id = ?::uuid", place.id()) + "%";
        int organisations = scene.count("select count(*) from organisation where path like ?", path);
        int assignments = scene.count("select count(*) from assignment where organisation_path like ?", path);
        var took = act.apply(place);
        tell("| %s | %d | %d | %d after %.0f ms | %.1f s | %.1f s |"
                .formatted(
                        what,
                        organisations,
                        assignments,
                        took.status(),
                        took.answered(),
                        took.applied() / 1e3,
                        took.complete() / 1e3));
    }

    private void open(PlansScene.Province province, int obligations, boolean shown) {
        var adopted = scene.adopted(province, obligations);
        long began = System.nanoTime();
        double answer = scene.issue(adopted);
        scene.awaitOpened(adopted);
        double opened = (System.nanoTime() - began) / 1e9;
        scene.awaitSent();
        double sent = (System.nanoTime() - began) / 1e9;
        int number = scene.count("select count(*) from assignment where plan_id = ?::uuid", adopted.id());
        if (number != obligations * province.organisations())
            throw new BenchFailure(
                    "%d assignments instead of %d".formatted(number, obligations * province.organisations()));
        var text = "answer %.0f ms, open %.1f s, events sent %.1f s".formatted(answer, opened, sent);
        out.println("  " + number + " assignments: " + text);
        if (shown)
            tell("| issue to %d organisations × %d obligations | %s |"
                    .formatted(province.organisations(), obligations, text));
    }

    private List<PlansListing.Pages> lists(PlansScene.Province province) {
        var all = List.of(
                listing.of(province.cell(), ""),
                listing.of(province.district(), ""),
                listing.of(province.province(), ""),
                listing.of(province.board(), ""),
                listing.of(province.province(), "&standing=AWAITED"),
                listing.of(province.district(), "&kind=RESULT_REPORT"));
        all.forEach(pages -> out.println("  " + line(pages)));
        return all;
    }

    private void tell(PlansListing.Pages pages) {
        tell(line(pages));
    }

    private static String line(PlansListing.Pages pages) {
        return "| %s | %d | %s / %s | %s / %s |"
                .formatted(
                        pages.name(),
                        pages.visible(),
                        Table.number(pages.first().millis(0.50), 1),
                        Table.number(pages.first().millis(0.99), 1),
                        Table.number(pages.last().millis(0.50), 1),
                        Table.number(pages.last().millis(0.99), 1));
    }

    private static String row(String what, String format, Object value) {
        return "| %s | %s |".formatted(what, String.format(Locale.ROOT, format, value));
    }

    private void tell(String line) {
        lines.add(line);
        out.println(line);
    }

    private void vacuum() {
        try (var database = system.database("plans");
                var statement = database.createStatement()) {
            statement.execute("vacuum analyze assignment");
        } catch (SQLException e) {
            throw new BenchFailure("The table cannot be analysed: " + e.getMessage(), e);
        }
    }

    /// Catches the service's own statement in the server's log and asks for its plan, with the values it had.
    private void explain(PlansScene.Province province) {
        for (var place : List.of(province.cell(), province.district(), province.province(), province.board())) {
            var statement = caught(place);
            tell("");
            tell("Plan of the first page, " + place.name() + ":");
            tell("```");
            try (var database = system.database("plans");
                    var explain = database.createStatement();
                    var rows = explain.executeQuery("explain (analyze, buffers, costs off, summary on) " + statement)) {
                while (rows.next()) tell(rows.getString(1));
            } catch (SQLException e) {
                throw new BenchFailure("A statement cannot be explained: " + e.getMessage(), e);
            }
            tell("```");
        }
    }

    private String caught(PlansScene.Place place) {
        var log = system.home().resolve("logs/postgres.log");
        try {
            set("alter system set log_min_duration_statement = 0");
            long from = Files.size(log);
            Thread.sleep(500); // until every process of the server has read its settings again
            api.get(place.reader(), "/assignments?limit=50");
            Thread.sleep(500);
            try (var grown = Files.newInputStream(log)) {
                grown.skipNBytes(from);
                return bound(new String(grown.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new BenchFailure("The log of the server cannot be read: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        } finally {
            set("alter system reset log_min_duration_statement");
        }
    }

    private void set(String setting) {
        try (var database = system.database("postgres");
                var statement = database.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new BenchFailure("A setting cannot be changed: " + e.getMessage(), e);
        }
    }

    private static String bound(String log) {
        var found = Pattern.compile(
                        "(?s)execute [^:]*: (select a\\.\\* from \\(.*?)\\n[^\\n]*DETAIL:  [Pp]arameters: ([^\\n]*)")
                .matcher(log);
        if (!found.find()) throw new BenchFailure("The statement of a list is not in the log.");
        var values = new ArrayList<String>();
        var value = Pattern.compile("\\$\\d+ = ('(?:[^']|'')*'|NULL)").matcher(found.group(2));
        while (value.find()) values.add(value.group(1));
        return BOUND.matcher(found.group(1))
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(values.get(Integer.parseInt(match.group(1)) - 1)));
    }
}
