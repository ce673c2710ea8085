package vn.tiendo.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is measured, as the command line says it.
///
/// @param members each owes one registration per run; when they are used up, a run ends early and says so
/// @param kill whether one more run ends the service by force in its middle
/// @param out where the result is written too; null for nowhere
record Options(
        Duration time,
        List<Integer> clients,
        int members,
        boolean kill,
        @Nullable Path out) {
    static final String USAGE = """
            deploy/bench/run [registrations] [--seconds 60] [--clients 16,64] [--members N] [--kill] [--out FILE]
              --seconds   how long each run is measured; a quarter more goes before it as warm-up
              --clients   how many submit at once, one run through the gateway and one at the service for each
              --members   how many members there are; each submits once per run (500 per second of a run)
              --kill      one more run, in whose middle the service is ended by force while clients keep a ledger
              --out       a file for the result""";

    private static final int MEMBERS_PER_SECOND = 500;

    static Options parse(List<String> arguments) {
        int seconds = 60;
        int members = 0;
        boolean kill = false;
        List<Integer> clients = List.of(16, 64);
        @Nullable Path out = null;
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            switch (rest.removeFirst()) {
                case "registrations" -> {
                    // The only thing that is measured so far.
                }
                case "--seconds" -> seconds = number(rest.pollFirst());
                case "--members" -> members = number(rest.pollFirst());
                case "--kill" -> kill = true;
                case "--clients" ->
                    clients = Arrays.stream(text(rest.pollFirst()).split(","))
                            .map(Options::number)
                            .toList();
                case "--out" -> out = Path.of(text(rest.pollFirst()));
                case String unknown -> throw new BenchFailure("No such option: " + unknown + ".\n" + USAGE);
            }
        }
        return new Options(
                Duration.ofSeconds(seconds), clients, members == 0 ? seconds * MEMBERS_PER_SECOND : members, kill, out);
    }

    /// Before each run, with the same clients.
    Duration warmUp() {
        return time.dividedBy(4).plusSeconds(1);
    }

    private static String text(@Nullable String text) {
        if (text == null) throw new BenchFailure("An option lacks its value.\n" + USAGE);
        return text;
    }

    private static int number(@Nullable String text) {
        try {
            int number = Integer.parseInt(text(text));
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // Answered below like zero.
        }
        throw new BenchFailure("Not a positive number: " + text + ".\n" + USAGE);
    }
}
