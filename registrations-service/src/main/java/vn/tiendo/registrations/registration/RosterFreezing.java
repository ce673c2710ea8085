package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.Campaign;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.campaign.CampaignUnitRepository;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.member.Standings;
import vn.tiendo.registrations.registration.RosterEntrance.Coming;
import vn.tiendo.registrations.registration.RosterRepository.Place;
import vn.tiendo.registrations.registration.RosterRepository.RosterMember;
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
    RosterEntrance entry;

    @Inject
    MembershipLooks looks;

    @Inject
    Standings standings;

    @Inject
    RosterTurn turn;

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
        if (!waiting.isEmpty()) {
            turn.take();
        }
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
        var members = asOf(day, roster.membersOf(unit.organisationId(), day, unit.rosterCursor(), room), now);
        if (!members.isEmpty()) {
            var ids = members.stream().map(RosterMember::id).toList();
            var held = registrations.ofMembers(campaign.id(), ids).stream()
                    .collect(Collectors.toMap(Registration::memberId, Function.identity()));
            enter(campaign, unit, members, held, roster.placesOf(campaign.id(), ids, day), now);
            unit.rosterHas(ids.getLast());
        }
        if (members.size() < room) {
            unit.freeze(now);
            looks.lookAtThoseAfter(unit, day);
            deltas.rosterIsFrozen(campaign.id(), unit.id(), now);
            campaigns.unitIsFrozen(campaign.id());
        }
        return members.size();
    }

    /// Who they were on the day of the roster; who is something else today is looked at again once the unit is frozen.
    private List<RosterMember> asOf(LocalDate day, List<RosterMember> members, Instant now) {
        var today = Days.dayOf(now);
        if (members.isEmpty() || !day.isBefore(today)) {
            return members;
        }
        var statuses =
                standings.statusesOn(day, members.stream().map(RosterMember::id).toList());
        var then = members.stream()
                .map(member -> new RosterMember(member.id(), statuses.getOrDefault(member.id(), member.status())))
                .toList();
        var asThen = Set.copyOf(then);
        looks.lookAt(
                members.stream()
                        .filter(member -> !asThen.contains(member))
                        .map(RosterMember::id)
                        .toList(),
                today);
        return then;
    }

    private void enter(
            Campaign campaign,
            CampaignUnit unit,
            List<RosterMember> members,
            Map<UUID, Registration> held,
            Map<UUID, List<Place>> places,
            Instant now) {
        var coming = new ArrayList<Coming>();
        var reviewed = new ArrayList<Registration>();
        var left = new ArrayList<UUID>();
        for (var member : members) {
            var of = places.getOrDefault(member.id(), List.of());
            var known = held.get(member.id());
            if (known == null) {
                if (!of.isEmpty()) {
                    coming.add(new Coming(member, of, null));
                }
            } else {
                if (known.status() == RegistrationStatus.LEFT) {
                    left.add(member.id());
                }
                if (known.addReviewer(unit.organisationId())) {
                    of.stream()
                            .filter(place -> place.unitId().equals(unit.id()))
                            .findFirst()
                            .ifPresent(place -> entry.letReview(known, place));
                    reviewed.add(known);
                }
            }
        }
        var day = Objects.requireNonNull(campaign.rosterOn(), "an open campaign has a day of its roster");
        entry.enter(campaign, coming, Kind.FROZEN, day, now);
        outbox.addAll(Registration.STREAM, reviewed, "reviewer-added");
        looks.lookAt(left, Days.dayOf(now)); // who had left the roster owes again once the unit is frozen
    }
}
