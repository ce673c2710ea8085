package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.campaign.CampaignUnitRepository;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitDeltas;

/// When an assignment is transferred, its registrations belong to the unit that owes it now, in batches.
///
/// What leaves one unit's numbers enters the other's in the same transaction, so the sums above both never change.
@ApplicationScoped
public class UnitsPassingOn implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    CampaignUnitRepository units;

    @Inject
    RegistrationRepository registrations;

    @Inject
    ReachRepository organisations;

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "units-passing-on";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var next = units.nextToPass();
        if (next.isEmpty()) {
            return false;
        }
        var unit = next.get();
        passSome(unit, units.takerOf(unit));
        return true;
    }

    private void passSome(CampaignUnit unit, CampaignUnit taker) {
        var now = clock.instant();
        var found = registrations.ofUnit(unit.id(), BATCH);
        for (var registration : found) {
            var before = registration.tally();
            registration.passTo(taker.id(), taker.organisationId(), taker.dueAt());
            deltas.add(registration.campaignId(), unit.id(), Tally.NOTHING.minus(before), null, now);
            deltas.add(
                    registration.campaignId(), taker.id(), registration.tally(), registration.countedAtOfUnit(), now);
        }
        if (!found.isEmpty()) {
            registrations.reviewNoMore(unit.organisationId(), found);
            registrations.letReview(organisations.get(taker.organisationId()), found);
            outbox.addAll(Registration.STREAM, found, "passed-on");
        }
        if (found.size() < BATCH) {
            unit.passed(now);
        }
    }
}
