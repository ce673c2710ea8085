package vn.tiendo.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What every child carries on its command line, so that it is found again without any bookkeeping that a crash could
/// lose: the home it belongs to, the launch that started it, and which part it is.
record Mark(Home home, String launch, String part) {
    private static final String HOME = "-Dtiendo.home=";
    private static final String LAUNCH = "-Dtiendo.launch=";
    private static final String PART = "-Dtiendo.part=";

    /// To be the first arguments of its JVM: a system may show only the beginning of a long command line.
    List<String> arguments() {
        return List.of(HOME + home.folder(), LAUNCH + launch, PART + part);
    }

    record Marked(ProcessHandle process, Mark mark) {}

    static Stream<Marked> findAll(Home home) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> of(process, home).stream().map(mark -> new Marked(process, mark)));
    }

    private static Optional<Mark> of(ProcessHandle process, Home home) {
        var arguments = List.of(process.info().arguments().orElse(new String[0]));
        if (!arguments.contains(HOME + home.folder())) return Optional.empty();
        return value(arguments, LAUNCH)
                .flatMap(launch -> value(arguments, PART).map(part -> new Mark(home, launch, part)));
    }

    private static Optional<String> value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }
}
