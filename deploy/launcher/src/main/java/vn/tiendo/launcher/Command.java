package vn.tiendo.launcher;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the person at the terminal wants.
sealed interface Command {
    String USAGE = """
            deploy/run [--fresh] [--no-sample] [--port-base N]   build what is missing and start everything
            deploy/run status                                    what runs, where, and how much memory it takes
            deploy/run stop                                      stop everything
            deploy/run logs PART                                 the last lines of one part's log
            deploy/run clock [YYYY-MM-DDTHH:MM | real]           show, set or reset the business time (Vietnam)
            deploy/run reset                                     delete all data""";

    /// @param fresh delete all data first
    record Start(boolean fresh, boolean sample, int portBase) implements Command {}

    record Status() implements Command {}

    record Stop() implements Command {}

    record Logs(String part) implements Command {}

    record Reset() implements Command {}

    record ShowClock() implements Command {}

    record SetClock(LocalDateTime time) implements Command {}

    record RealClock() implements Command {}

    record Help() implements Command {}

    static Command parse(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) return start(rest);
        var command = switch (rest.removeFirst()) {
            case "start" -> start(rest);
            case "status" -> new Status();
            case "stop" -> new Stop();
            case "reset" -> new Reset();
            case "logs" -> new Logs(next(rest, "logs needs the name of a part, such as plans, engines or postgres."));
            case "clock" -> clock(rest);
            case "help" -> new Help();
            case String unknown -> throw new Refusal("No such command: " + unknown + ".\n" + USAGE);
        };
        if (!rest.isEmpty()) throw new Refusal("Too much on the command line: " + rest.getFirst() + ".\n" + USAGE);
        return command;
    }

    private static Command start(Deque<String> rest) {
        boolean fresh = false;
        boolean sample = true;
        int portBase = Ports.DEFAULT_BASE;
        while (!rest.isEmpty()) {
            switch (rest.removeFirst()) {
                case "--fresh" -> fresh = true;
                case "--no-sample" -> sample = false;
                case "--port-base" -> portBase = port(next(rest, "--port-base needs a number."));
                case "--help" -> {
                    return new Help();
                }
                case String unknown -> throw new Refusal("No such option: " + unknown + ".\n" + USAGE);
            }
        }
        return new Start(fresh, sample, portBase);
    }

    private static int port(String text) {
        try {
            int base = Integer.parseInt(text);
            if (Ports.allows(base)) return base;
        } catch (NumberFormatException e) {
            // Answered below like any other unusable number.
        }
        throw new Refusal("--port-base must be a number from " + Ports.LOWEST_BASE + " to " + Ports.HIGHEST_BASE
                + ", not " + text + ".");
    }

    private static Command clock(Deque<String> rest) {
        if (rest.isEmpty()) return new ShowClock();
        var text = rest.removeFirst();
        if (text.equals("real")) return new RealClock();
        try {
            return new SetClock(LocalDateTime.parse(text.contains("T") ? text : text + "T00:00"));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "The clock takes a local time of Vietnam such as 2024-03-01T08:00, or real; not " + text + ".");
        }
    }

    private static String next(Deque<String> rest, String otherwise) {
        var value = rest.pollFirst();
        if (value == null) throw new Refusal(otherwise);
        return value;
    }
}
