package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.campaign.CampaignUnitRepository;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitChanges;
import vn.tiendo.registrations.summary.UnitDeltas;

/// When an assignment gets another date or follows from an amended plan, so do its registrations, in batches.
@ApplicationScoped
public class RegistrationDates implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    CampaignUnitRepository units;

    @Inject
    CampaignService campaigns;

    @Inject
    RegistrationRepository registrations;

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    @Inject
    RosterTurn turn;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "registration-dates";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var next = units.nextToDate();
        if (next.isEmpty()) {
            return false;
        }
        turn.take();
        var unit = next.get();
        var now = clock.instant();
        var found = registrations.unlike(unit, BATCH);
        var changes = new UnitChanges();
        for (var registration : found) {
            var before = registration.tally();
            registration.fallDue(unit.dueAt());
            registration.carryTo(unit.planId(), unit.obligationId());
            var change = registration.tally().minus(before);
            changes.add(registration.campaignId(), registration.unitId(), change, null);
        }
        deltas.add(changes, now);
        outbox.addAll(Registration.STREAM, found, "dated");
        if (found.size() < BATCH) {
            unit.datesAreTaken();
            deltas.add(
                    unit.campaignId(), unit.id(), Tally.NOTHING, null, now); // its numbers may follow from another plan
            campaigns.date(unit.campaignId());
        }
        return true;
    }
}
