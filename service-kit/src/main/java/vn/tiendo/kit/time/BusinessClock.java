package vn.tiendo.kit.time;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Business time of the deployment: real time, moved by the duration that a file of one line holds.
///
/// All services of one machine read the same file, so a whole year can be lived through in a demonstration or a test.
/// Leases, tokens and TLS never use this clock. The profile `prod` refuses the setting at start.
@ApplicationScoped
public class BusinessClock {

    private static final Logger LOG = Logger.getLogger(BusinessClock.class);

    private final Optional<Path> file;
    private final long lookEveryNanos;
    private volatile Shift shift;

    private record Shift(Duration by, @Nullable FileTime modified, long lookedAtNanos) {}

    @Inject
    public BusinessClock(
            @ConfigProperty(name = "tiendo.clock.file") Optional<Path> file,
            @ConfigProperty(name = "tiendo.clock.look-every", defaultValue = "PT0.1S") Duration lookEvery) {
        this.file = file;
        this.lookEveryNanos = lookEvery.toNanos();
        this.shift = new Shift(Duration.ZERO, null, System.nanoTime() - lookEveryNanos);
        if (file.isPresent() && ConfigUtils.getProfiles().contains("prod")) {
            throw new IllegalStateException("tiendo.clock.file is set, but production runs on real time only");
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Shifted(Days.ZONE, this::now);
    }

    /// The moment that deadlines are judged by.
    public Instant now() {
        return Instant.now().plus(currentShift());
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

    private static Shift look(Path file, Shift held) {
        var looked = System.nanoTime();
        try {
            if (!Files.exists(file)) {
                return new Shift(Duration.ZERO, null, looked);
            }
            var modified = Files.getLastModifiedTime(file);
            if (modified.equals(held.modified)) {
                return new Shift(held.by, modified, looked);
            }
            var line = Files.readString(file).strip();
            return new Shift(line.isEmpty() ? Duration.ZERO : Duration.parse(line), modified, looked);
        } catch (IOException | DateTimeParseException e) {
            LOG.warnf("The clock file cannot be read, business time stays shifted by %s", held.by);
            return new Shift(held.by, held.modified, looked);
        }
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
