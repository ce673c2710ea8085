package vn.tiendo.kit.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;

/// Recomputes the chain of audit records once a day, some segments per pass. `tiendo_audit_broken_segments` above zero:
/// somebody has changed
/// what was written; the log names the segments.
@ApplicationScoped
public class AuditChecking implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(AuditChecking.class);

    @Inject
    AuditCheck check;

    @Inject
    Clock clock;

    private static final int SEGMENTS = 2_000;

    private final AtomicLong broken = new AtomicLong();
    private long checked;
    private long found;
    private @Nullable LocalDate endedOn;

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
        var today = Days.dayOf(clock.instant());
        if (today.equals(endedOn)) {
            return false;
        }
        var segments = check.brokenSegments(checked, checked + SEGMENTS);
        if (!segments.isEmpty()) {
            LOG.errorf("Segments of the audit trail are broken: %s", segments);
        }
        found += segments.size();
        checked += SEGMENTS;
        if (checked < check.lastSegment()) {
            return true;
        }
        broken.set(found);
        found = 0;
        checked = 0;
        endedOn = today;
        return false;
    }
}
