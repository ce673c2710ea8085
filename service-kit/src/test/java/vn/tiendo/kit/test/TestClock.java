package vn.tiendo.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import vn.tiendo.kit.time.Days;

/// Sets business time; the service under test sees it at its next look. Always set it back, best in `@AfterEach`.
public final class TestClock {

    private TestClock() {}

    /// From now on it is this local time in Viet Nam, and time goes on from there.
    public static void setTo(LocalDateTime local) {
        setTo(local.atZone(Days.ZONE).toInstant());
    }

    public static void setTo(Instant moment) {
        write(Duration.between(Instant.now(), moment).toString());
    }

    public static void setBack() {
        write("");
    }

    /// In one step, so that nobody reads half a line.
    private static void write(String line) {
        try {
            var file = Path.of(System.getProperty("tiendo.clock.file"));
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "clock", ".next");
            Files.writeString(next, line);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
