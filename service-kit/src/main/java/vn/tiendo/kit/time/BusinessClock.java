package vn.tiendo.kit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Business time of the deployment: real time, moved by the duration that a file of one line holds.
///
/// All services of one machine read the same file, so a whole year can be lived through in a demonstration or a test.
/// Leases, tokens and TLS never use this clock. The profile `prod` refuses the setting at start.
@ApplicationScoped
public class BusinessClock {

    private static final Logger LOG = Logger.getLogger(BusinessClock.class);

    private static final Duration FARTHEST = Duration.ofDays(36_525);

    private final Optional<Path> file;
    private final long lookEveryNanos;
    private volatile Shift shift;

    private record Shift(Duration by, String line, long lookedAtNanos) {}

    @Inject
    public BusinessClock(
            @ConfigProperty(name = "tiendo.clock.file") Optional<Path> file,
            @ConfigProperty(name = "tiendo.clock.look-every", defaultValue = "PT0.1S") Duration lookEvery) {
        this(file, lookEvery, ConfigUtils.getProfiles());
    }

    BusinessClock(Optional<Path> file, Duration lookEvery, List<String> profiles) {
        if (file.isPresent() && profiles.contains("prod")) {
            throw new IllegalStateException("tiendo.clock.file is set, but production runs on real time only");
        }
        this.file = file;
        this.lookEveryNanos = lookEvery.toNanos();
        this.shift = new Shift(Duration.ZERO, "", System.nanoTime() - lookEveryNanos);
    }

    /// Makes the bean exist from the start on, so that production refuses the setting then and not later.
    void start(@Observes StartupEvent event) {
        LOG.debugf("Business time is shifted by %s", currentShift());
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Shifted(Days.ZONE, this::now);
    }

    /// The moment that deadlines are judged by, in microseconds as the database keeps it: answers equal what is stored.
    public Instant now() {
        return Instant.now().plus(currentShift()).truncatedTo(ChronoUnit.MICROS);
    }

    private Duration currentShift() {
        if (file.isEmpty()) {
            return Duration.ZERO;
        }
        var held = shift;
        if (System.nanoTime() - held.lookedAtNanos < lookEveryNanos) {
            return held.by;
        }
        shift = look(file.get(), held);
        return shift.by;
    }

    /// Reads the line itself each time: the file's time of change is too coarse to tell two writes apart.
    private static Shift look(Path file, Shift held) {
        var looked = System.nanoTime();
        var line = "";
        try {
            line = Files.exists(file) ? Files.readString(file).strip() : "";
            if (line.equals(held.line)) {
                return new Shift(held.by, line, looked);
            }
            var by = line.isEmpty() ? Duration.ZERO : Duration.parse(line);
            if (by.abs().compareTo(FARTHEST) <= 0) {
                return new Shift(by, line, looked);
            }
        } catch (IOException | DateTimeParseException | ArithmeticException unreadable) {
            LOG.debugf(unreadable, "The clock file cannot be read");
        }
        LOG.warnf("The clock file holds no duration of at most a century, business time stays shifted by %s", held.by);
        return new Shift(held.by, line, looked);
    }

    private static final class Shifted extends Clock {
        private final ZoneId zone;
        private final InstantSource source;

        Shifted(ZoneId zone, InstantSource source) {
            this.zone = zone;
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Shifted(other, source);
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }
}
