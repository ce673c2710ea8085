package vn.tiendo.kit.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;

/// Recomputes the chain of audit records once a day, some segments per pass, from two o'clock in the morning on, when
/// no deadline is near. `tiendo_audit_broken_segments` above zero: somebody has changed what was written; the log names
/// the segments. How far it came stands in the database: one replica goes on where another has stopped.
@ApplicationScoped
public class AuditChecking implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(AuditChecking.class);
    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(2);
    private static final int SEGMENTS = 2_000;

    @Inject
    AuditCheck check;

    @Inject
    Session session;

    @Inject
    Clock clock;

    private final AtomicLong broken = new AtomicLong();

    /// @param found broken ones of those checked today
    /// @param broken as the last full look found it
    private record Progress(LocalDate endedOn, long checked, long found, long broken) {}

    @Inject
    void measure(MeterRegistry meters) {
        Gauge.builder("tiendo.audit.broken.segments", broken, AtomicLong::get)
                .description("Segments of the audit trail whose records are no longer those that were sealed")
                .register(meters);
    }

    @Override
    public String name() {
        return "audit-checking";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean pass() {
        var night = Days.dayOf(clock.instant().minus(AFTER_MIDNIGHT));
        var before = progress();
        broken.set(before.broken);
        if (!before.endedOn.isBefore(night)) {
            return false;
        }
        var segments = check.brokenSegments(before.checked, before.checked + SEGMENTS);
        if (!segments.isEmpty()) {
            LOG.errorf("Segments of the audit trail are broken: %s", segments);
        }
        var checked = before.checked + SEGMENTS;
        var found = before.found + segments.size();
        if (checked < check.lastSegment()) {
            store(new Progress(before.endedOn, checked, found, before.broken));
            return true;
        }
        store(new Progress(night, 0, 0, found));
        broken.set(found);
        return false;
    }

    private Progress progress() {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                            "select ended_on, checked, found, broken from audit_checking for update");
                    var row = select.executeQuery()) {
                row.next();
                return new Progress(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        });
    }

    private void store(Progress progress) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(
                    "update audit_checking set ended_on = ?, checked = ?, found = ?, broken = ?")) {
                update.setObject(1, progress.endedOn);
                update.setLong(2, progress.checked);
                update.setLong(3, progress.found);
                update.setLong(4, progress.broken);
                update.executeUpdate();
            }
        });
    }
}
