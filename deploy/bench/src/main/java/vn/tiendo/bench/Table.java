package vn.tiendo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The results as one Markdown table: a column per run, a row per figure.
final class Table {
    private final List<Result> results;
    private final List<String> lines = new ArrayList<>();

    private Table(List<Result> results) {
        this.results = results;
    }

    static List<String> of(List<Result> results) {
        var table = new Table(results);
        table.write();
        return table.lines;
    }

    private void write() {
        line("", result -> result.way() + " " + result.clients());
        lines.add("|---|" + "---:|".repeat(results.size()));
        line("**submissions/s**", result -> "**" + number(result.perSecond(), 0) + "**");
        line("p50 ms", result -> number(result.latencies().millis(0.50), 1));
        line("p95 ms", result -> number(result.latencies().millis(0.95), 1));
        line("p99 ms", result -> number(result.latencies().millis(0.99), 1));
        line("max ms", result -> number(result.latencies().longestMillis(), 1));
        line(
                "submissions measured",
                result -> Integer.toString(result.latencies().count()));
        line("in seconds", result -> number(result.seconds(), 1) + (result.exhausted() ? " (none left)" : ""));
        line("÷ pgbench", result -> ratio(result, Result.PGBENCH));
        line("÷ JDBC", result -> ratio(result, Result.JDBC));
        line("errors", Table::errors);
        line("lost / surplus / not audited once / sums off", result -> ofService(result, Table::books));
        line(
                "lag p50 ms",
                result -> ofService(result, service -> number(service.lag().millis(0.50), 0)));
        line(
                "lag p99 ms",
                result -> ofService(result, service -> number(service.lag().millis(0.99), 0)));
        line(
                "lag max ms",
                result -> ofService(result, service -> number(service.lag().longestMillis(), 0)));
        line("lag samples", result -> ofService(result, Table::probes));
        line("all projected, s after the end", result -> ofService(result, service -> number(service.drained(), 1)));
        line("**CPU ms per submission**, all parts", result -> "**" + perSubmission(result, Cpu::system) + "**");
        line("– registrations", result -> perSubmission(result, cpu -> cpu.of("registrations")));
        line("– PostgreSQL", result -> perSubmission(result, Cpu::postgres));
        line("– client, not in the sum", result -> perSubmission(result, cpu -> cpu.of(Cpu.CLIENT)));
        line("CPU was counted for submissions", result -> Long.toString(result.cpuOf()));
        for (var part : Cpu.SYSTEM)
            line("CPU s " + part, result -> number(result.cpu().of(part), 1));
        line("CPU s client", result -> number(result.cpu().of(Cpu.CLIENT), 1));
        line("CPU s other programs", result -> number(result.cpu().others(), 1));
        line(
                "other programs, % of the machine",
                result -> number(100 * result.cpu().shareOfOthers(), 0));
    }

    private void line(String name, Function<Result, String> value) {
        lines.add(results.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " |")));
    }

    private String ratio(Result result, String ruler) {
        return results.stream()
                .filter(other -> other.way().equals(ruler) && other.clients() == result.clients())
                .findFirst()
                .map(other -> number(result.perSecond() / other.perSecond(), 2))
                .orElse("–");
    }

    private static String errors(Result result) {
        return result.errors().isEmpty()
                ? "0"
                : result.errors().entrySet().stream()
                        .map(error -> error.getValue() + " × " + error.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String books(Result.OfService service) {
        var difference = service.difference();
        return difference.lost()
                + " / "
                + difference.surplus()
                + " / "
                + difference.audited()
                + " / "
                + difference.sums()
                + (service.unknown() == 0 ? "" : " (" + service.unknown() + " in doubt)");
    }

    private static String probes(Result.OfService service) {
        return service.lag().count() + (service.troubles() == 0 ? "" : ", " + service.troubles() + " never seen");
    }

    private static String ofService(Result result, Function<Result.OfService, String> value) {
        var service = result.service();
        return service == null ? "" : value.apply(service);
    }

    private static String perSubmission(Result result, ToDoubleFunction<Cpu> seconds) {
        return number(result.millisPerSubmission(seconds.applyAsDouble(result.cpu())), 2);
    }

    static String number(double number, int digits) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
