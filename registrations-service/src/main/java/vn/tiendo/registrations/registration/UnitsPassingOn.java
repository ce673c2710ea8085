package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.campaign.CampaignUnitRepository;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitChanges;
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
    RosterLedger ledger;

    @Inject
    Outbox outbox;

    @Inject
    RosterTurn turn;

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
        turn.take();
        var unit = next.get();
        passSome(unit, units.takerOf(unit));
        return true;
    }

    private void passSome(CampaignUnit unit, CampaignUnit taker) {
        var now = clock.instant();
        var found = registrations.ofUnit(unit.id(), BATCH);
        var passed = Tally.NOTHING;
        var changes = new UnitChanges();
        for (var registration : found) {
            var before = registration.tally();
            passed = passed.plus(before);
            registration.passTo(taker.id(), taker.organisationId(), taker.dueAt());
            changes.add(registration.campaignId(), unit.id(), Tally.NOTHING.minus(before), null)
                    .add(registration.campaignId(), taker.id(), registration.tally(), registration.countedAtOfUnit());
        }
        deltas.add(changes, now);
        if (!found.isEmpty()) {
            ledger.add(
                    List.of(
                            change(unit, Kind.PASSED_ON, Tally.NOTHING.minus(passed), now),
                            change(taker, Kind.TAKEN_OVER, passed, now)),
                    now);
            registrations.reviewNoMore(unit.organisationId(), found);
            registrations.letReview(organisations.get(taker.organisationId()), found);
            outbox.addAll(Registration.STREAM, found, "passed-on");
        }
        if (found.size() < BATCH) {
            unit.passed(now);
        }
    }

    private static Change change(CampaignUnit unit, Kind kind, Tally tally, Instant now) {
        return new Change(unit.campaignId(), unit.id(), kind, null, tally.owes(), tally.exempt(), Days.dayOf(now));
    }
}
