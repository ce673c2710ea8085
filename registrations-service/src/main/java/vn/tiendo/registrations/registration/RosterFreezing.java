package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.campaign.Campaign;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.campaign.CampaignUnitRepository;
import vn.tiendo.registrations.registration.RosterRepository.Place;
import vn.tiendo.registrations.registration.RosterRepository.RosterMember;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitDeltas;

/// Writes down who owes: one registration per member of every unit of an open campaign, unit by unit, batch by batch.
///
/// How far a unit has come is stored with the rows of each batch, so a kill loses at most the batch under way; a member
/// who already has a registration in the campaign gets no second one, only another reviewer.
@ApplicationScoped
public class RosterFreezing implements LeaderTask {

    private static final int BATCH = 500;
    private static final int UNITS = 50;

    @Inject
    CampaignUnitRepository units;

    @Inject
    CampaignService campaigns;

    @Inject
    RosterRepository roster;

    @Inject
    RegistrationRepository registrations;

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "roster-freezing";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(200);
    }

    @Override
    public boolean pass() {
        int room = BATCH;
        var waiting = units.toFreeze(UNITS);
        for (var unit : waiting) {
            room -= freeze(unit, room);
            if (room <= 0) {
                return true;
            }
        }
        return waiting.size() == UNITS;
    }

    /// @return how many members were looked at
    private int freeze(CampaignUnit unit, int room) {
        var now = clock.instant();
        var campaign = campaigns.known(unit.campaignId());
        var day = Objects.requireNonNull(campaign.rosterOn(), "an open campaign has a day of its roster");
        var members = roster.membersOf(unit.organisationId(), day, unit.rosterCursor(), room);
        if (!members.isEmpty()) {
            var ids = members.stream().map(RosterMember::id).toList();
            var held = registrations.ofMembers(campaign.id(), ids).stream()
                    .collect(Collectors.toMap(Registration::memberId, Function.identity()));
            enter(campaign, unit, members, held, roster.placesOf(campaign.id(), ids, day), now);
            unit.rosterHas(ids.getLast());
        }
        if (members.size() < room) {
            unit.freeze(now);
            deltas.rosterIsFrozen(campaign.id(), unit.id(), now);
            campaigns.unitIsFrozen(campaign.id());
        }
        return members.size();
    }

    private void enter(
            Campaign campaign,
            CampaignUnit unit,
            List<RosterMember> members,
            Map<UUID, Registration> held,
            Map<UUID, List<Place>> places,
            Instant now) {
        var owed = new ArrayList<Registration>();
        var exempted = new ArrayList<Registration>();
        var reviewed = new ArrayList<Registration>();
        var changes = new HashMap<UUID, Tally>();
        for (var member : members) {
            var of = places.getOrDefault(member.id(), List.of());
            var known = held.get(member.id());
            if (known == null) {
                if (!of.isEmpty()) {
                    var made = register(campaign, member, of, now);
                    (made.exemptedAt() == null ? owed : exempted).add(made);
                    changes.merge(made.unitId(), made.tally(), Tally::plus);
                }
            } else if (known.addReviewer(unit.organisationId())) {
                of.stream()
                        .filter(place -> place.unitId().equals(unit.id()))
                        .findFirst()
                        .ifPresent(place -> reviewBy(known, place));
                reviewed.add(known);
            }
        }
        outbox.addAll(Registration.STREAM, owed, "owed");
        outbox.addAll(Registration.STREAM, exempted, "exempted");
        outbox.addAll(Registration.STREAM, reviewed, "reviewer-added");
        changes.forEach((unitId, change) -> deltas.add(campaign.id(), unitId, change, null, now));
    }

    private Registration register(Campaign campaign, RosterMember member, List<Place> places, Instant now) {
        var keeper = places.getFirst();
        var registration = new Registration(
                new Registration.Keeper(
                        campaign.id(),
                        campaign.planId(),
                        campaign.obligationId(),
                        keeper.unitId(),
                        keeper.organisationId(),
                        keeper.dueAt()),
                member.id(),
                places.stream().map(Place::organisationId).distinct().toList(),
                campaign.exempt().contains(member.status()),
                now);
        registrations.persist(registration);
        places.stream()
                .collect(Collectors.toMap(Place::organisationId, Function.identity(), (first, again) -> first))
                .values()
                .forEach(place -> reviewBy(registration, place));
        return registration;
    }

    private void reviewBy(Registration registration, Place place) {
        entities.persist(new RegistrationReviewer(registration, place.organisationId(), place.path()));
    }
}
