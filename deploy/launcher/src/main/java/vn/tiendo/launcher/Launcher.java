package vn.tiendo.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.tiendo.launcher.sample.SampleLoader;

/// The program behind `deploy/run`.
final class Launcher {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int LOG_LINES = 200;
    /// The day after the sample's town issues its plan, when everything is still ahead.
    private static final LocalDateTime DAY_OF_THE_SAMPLE = LocalDateTime.of(2024, Month.MARCH, 13, 8, 0);

    private final Home home;
    private final Path repository;
    private final Consumer<String> say;

    Launcher(Home home, Path repository, Consumer<String> say) {
        this.home = home;
        this.repository = repository;
        this.say = say;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var repository = Path.of(System.getProperty("tiendo.repository", "")).toAbsolutePath();
        try {
            new Launcher(Home.ofThisUser(), repository, out::println).carryOut(Command.parse(List.of(arguments)));
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    void carryOut(Command command) {
        switch (command) {
            case Command.Start start -> start(start);
            case Command.Status status -> status();
            case Command.Stop stop -> stop();
            case Command.Logs logs -> logs(logs.part());
            case Command.Reset reset -> reset();
            case Command.ShowClock show -> showClock();
            case Command.SetClock set -> {
                home.create();
                clock().set(set.time());
                showClock();
            }
            case Command.RealClock real -> {
                home.create();
                clock().reset();
                showClock();
            }
            case Command.Help help -> say.accept(Command.USAGE);
        }
    }

    private void start(Command.Start command) {
        var ports = new Ports(command.portBase());
        var launch = Launch.begin(home, ports, command.fresh(), say);
        var parts = new Parts(home, ports, repository, System.getenv());
        if (command.sample() && !Files.exists(home.sampleMarker()) && !Files.exists(home.clock()))
            clock().set(DAY_OF_THE_SAMPLE);
        say.accept("Starting in " + home.folder());
        launch.bringUp(List.of(parts.engines(), parts.identity()), 2);
        var served = new ArrayList<>(parts.services(Secrets.of(home)));
        served.add(parts.gateway());
        launch.bringUp(served, atATime(Runtime.getRuntime().availableProcessors()));
        launch.settled();

        loadSample(command, ports);
        say.accept(Banner.of(home, ports, repository, clock()));
        launch.untilSignal();
    }

    /// On two processors four starting JVMs take longer than two and two.
    private static int atATime(int processors) {
        return processors <= 2 ? 2 : 4;
    }

    private void loadSample(Command.Start command, Ports ports) {
        if (!command.sample()) return;
        if (Files.exists(home.sampleMarker())) {
            say.accept("The sample campaign was loaded before.");
            return;
        }
        try {
            var loaded = SampleLoader.load(
                    Ports.http(ports.gateway(), ""),
                    new DevelopmentTokens(ports.identity()),
                    repository.resolve("deploy/sample"),
                    line -> say.accept("  sample         " + line));
            if (loaded) Home.write(home.sampleMarker(), "");
            else say.accept("No sample to load.");
        } catch (RuntimeException e) {
            say.accept("The sample campaign could not be loaded (" + e.getMessage() + "); the system runs without it.");
        }
    }

    private void stop() {
        var running = RunningLauncher.of(home);
        if (running.isEmpty() || !RunningLauncher.isHeld(home)) {
            var remains = !Remains.find(home, mark -> true).isEmpty()
                    || Postmaster.running(home.postgresData()).isPresent();
            if (remains) Remains.end(home, mark -> true);
            say.accept(remains ? "Its launcher was gone; what was left of it is stopped." : "It does not run.");
            return;
        }
        var launcher = running.get().process();
        launcher.find().ifPresent(ProcessHandle::destroy);
        if (!Waiting.until(STOP_PATIENCE, () -> launcher.find().isEmpty())) {
            launcher.find().ifPresent(ProcessHandle::destroyForcibly);
            Remains.end(home, mark -> true);
        }
        say.accept("Stopped.");
    }

    private void status() {
        var running = RunningLauncher.of(home);
        if (running.isEmpty() || !RunningLauncher.isHeld(home)) throw new Refusal("It does not run.");
        var status = Status.of(home, running.get());
        status.lines().forEach(say);
        if (!status.complete()) throw new Refusal("Not everything is ready.");
    }

    private void logs(String part) {
        var log = home.log(part);
        if (part.contains("/") || !Files.exists(log))
            throw new Refusal("There is no log of " + part + " in " + log.getParent() + ".");
        say.accept(LogTail.of(log, LOG_LINES));
        say.accept("(" + log + ")");
    }

    private void reset() {
        if (RunningLauncher.isHeld(home)) throw new Refusal("It runs; deploy/run stop ends it.");
        home.deleteData();
        say.accept("Deleted " + home.data() + ".");
    }

    private BusinessClock clock() {
        return new BusinessClock(home.clock(), InstantSource.system());
    }

    private void showClock() {
        var clock = clock();
        say.accept("Business time is " + clock.described() + ".");
    }
}
