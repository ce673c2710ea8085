package vn.tiendo.plans.organisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import vn.tiendo.kit.leader.LeaderTask;

/// Passes on what ended organisations leave, one kind of things after the other, a bounded number per pass.
@ApplicationScoped
class SuccessionTask implements LeaderTask {

    static final String NAME = "succession";

    private static final int BATCH = 200;

    /// Organisations that leave nothing are quick; so many steps are done in one transaction.
    private static final int STEPS = 100;

    @Inject
    SuccessionRepository successions;

    @Inject
    RestructuringRepository restructurings;

    @Inject
    @All
    List<PassingOn> kinds;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var left = BATCH;
        for (int step = 0; step < STEPS && left > 0; step++) {
            var open = successions.next();
            if (open.isEmpty()) {
                return false;
            }
            left -= step(open.get(), left);
        }
        return true;
    }

    private int step(SuccessionRepository.Open open, int most) {
        var ordered =
                kinds.stream().sorted(Comparator.comparing(PassingOn::what)).toList();
        if (open.passedOn() >= ordered.size()) {
            finish(open);
            return 0;
        }
        var passed = ordered.get(open.passedOn()).passOn(successions.ending(open), most);
        if (passed < most) {
            successions.note(open.organisationId(), open.passedOn() + 1);
        }
        return passed;
    }

    private void finish(SuccessionRepository.Open open) {
        var now = clock.instant();
        if (successions.complete(open, now)) {
            restructurings.findById(open.restructuringId()).completed(now);
        }
    }
}
