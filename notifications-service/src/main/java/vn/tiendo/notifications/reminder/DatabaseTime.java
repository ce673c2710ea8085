package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.hibernate.Session;

/// Business time by the clock of the database, so that a replica whose own clock is wrong fires nothing early and
/// nothing late.
@ApplicationScoped
class DatabaseTime {

    @Inject
    Session session;

    @Inject
    Clock clock;

    Instant now() {
        var shift = Duration.between(InstantSource.system().instant(), clock.instant());
        var database = session.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
        return moved(database, shift);
    }

    /// A shift of less than a second is what lay between two looks at the clock.
    static Instant moved(Instant database, Duration shift) {
        return shift.abs().compareTo(Duration.ofSeconds(1)) < 0 ? database : database.plus(shift);
    }
}
