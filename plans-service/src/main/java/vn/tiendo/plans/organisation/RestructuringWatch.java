package vn.tiendo.plans.organisation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.tiendo.kit.leader.LeaderTask;

/// Measures for how long a restructuring has been carried out. `tiendo_restructurings_executing_seconds` above 900: a
/// defect keeps it from ending, and those after it wait; it can be called off.
@ApplicationScoped
class RestructuringWatch implements LeaderTask {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration UNKNOWN_AFTER = Duration.ofMinutes(1);

    private record Measured(double seconds, long atNanos) {}

    @Inject
    RestructuringRepository restructurings;

    @Inject
    Clock clock;

    private volatile Measured last = new Measured(Double.NaN, System.nanoTime());

    @Inject
    void measure(MeterRegistry meters) {
        Gauge.builder("tiendo.restructurings.executing.seconds", this, RestructuringWatch::known)
                .description("For how long a restructuring has been carried out; 0 while none is")
                .register(meters);
    }

    @Override
    public String name() {
        return "restructuring-watch";
    }

    @Override
    public Duration pause() {
        return EVERY;
    }

    @Override
    public boolean pass() {
        var seconds = restructurings.executingSince().map(this::secondsSince).orElse(0L);
        last = new Measured(seconds, System.nanoTime());
        return false;
    }

    private long secondsSince(Instant begun) {
        return Math.max(0, Duration.between(begun, clock.instant()).toSeconds());
    }

    /// Only the leader measures; elsewhere the gauge says NaN: unknown.
    private double known() {
        var measured = last;
        return System.nanoTime() - measured.atNanos() < UNKNOWN_AFTER.toNanos() ? measured.seconds() : Double.NaN;
    }
}
