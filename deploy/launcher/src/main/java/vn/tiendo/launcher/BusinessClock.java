package vn.tiendo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The file by which all services shift their business time: one ISO duration added to real time, or nothing.
record BusinessClock(Path file, InstantSource real) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    void set(LocalDateTime time) {
        var shift = Duration.between(real.instant(), time.atZone(VIETNAM)).truncatedTo(ChronoUnit.SECONDS);
        Home.write(file, shift + "\n");
    }

    void reset() {
        Home.write(file, "");
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(real.instant().plus(shift()), VIETNAM).truncatedTo(ChronoUnit.SECONDS);
    }

    String described() {
        return shift().isZero()
                ? "real time, " + now() + " in Vietnam"
                : now() + " in Vietnam, " + shift() + " from real time";
    }

    Duration shift() {
        try {
            var text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
