package vn.tiendo.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// A system that `deploy/run` started on this machine, known by the files in its home.
record RunningSystem(Path home, int portBase) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static RunningSystem in(Path home) {
        try {
            var lines = Files.readAllLines(home.resolve("run/launcher.pid"));
            long launcher = Long.parseLong(lines.getFirst().split(" ")[0]);
            if (ProcessHandle.of(launcher).filter(ProcessHandle::isAlive).isEmpty())
                throw new BenchFailure("Nothing runs in " + home + ".");
            return new RunningSystem(home, Integer.parseInt(lines.get(1).strip()));
        } catch (IOException e) {
            throw new BenchFailure("Nothing runs in " + home + ".", e);
        }
    }

    int gateway() {
        return portBase;
    }

    int plans() {
        return portBase + 1;
    }

    int registrations() {
        return portBase + 2;
    }

    int reporting() {
        return portBase + 3;
    }

    int notifications() {
        return portBase + 4;
    }

    int identity() {
        return portBase + 10;
    }

    int postgres() {
        return portBase + 15;
    }

    int kafka() {
        return portBase + 16;
    }

    /// The process of a part.
    ProcessHandle process(String part) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    var command = command(process.pid());
                    return command.contains("-Dtiendo.home=" + home) && command.contains("-Dtiendo.part=" + part);
                })
                .findFirst()
                .orElseThrow(() -> new BenchFailure("There is no process of " + part + "."));
    }

    /// Resident memory of a part.
    double megabytesOf(String part) {
        try (var status =
                Files.lines(Path.of("/proc", Long.toString(process(part).pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new BenchFailure("The memory of " + part + " cannot be read.", e);
        }
    }

    private static List<String> command(long pid) {
        try {
            return Arrays.asList(
                    Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8)
                            .split("\0"));
        } catch (IOException ended) {
            return List.of();
        }
    }

    Path postgresData() {
        return home.resolve("data/postgres");
    }

    String superuserPassword() {
        try {
            var passwords = new Properties();
            passwords.load(new StringReader(Files.readString(home.resolve("data/secrets.properties"))));
            return passwords.getProperty("postgres");
        } catch (IOException e) {
            throw new BenchFailure("The passwords in " + home + " cannot be read.", e);
        }
    }

    Connection database(String name) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", superuserPassword());
        settings.setProperty("ApplicationName", "bench");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postgres() + "/" + name, settings);
    }

    /// From now on it is this local time in Vietnam for all services, and time goes on from there.
    void setBusinessTime(LocalDateTime time) {
        try {
            var line = Duration.between(Instant.now(), time.atZone(VIETNAM).toInstant())
                    .toString();
            var next = Files.writeString(home.resolve("data/clock.next"), line);
            Files.move(next, home.resolve("data/clock"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BenchFailure("The clock of the system cannot be set.", e);
        }
    }

    /// Today as the services see it.
    LocalDate businessDay() {
        try {
            var file = home.resolve("data/clock");
            var shift = Files.exists(file) ? Files.readString(file).strip() : "";
            var clock = Clock.offset(Clock.system(VIETNAM), shift.isEmpty() ? Duration.ZERO : Duration.parse(shift));
            return LocalDate.now(clock);
        } catch (IOException e) {
            throw new BenchFailure("The clock of the system cannot be read.", e);
        }
    }
}
