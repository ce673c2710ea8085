package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.Campaign;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.member.Successions;
import vn.tiendo.registrations.registration.MembershipLooks.PlaceNow;
import vn.tiendo.registrations.registration.RosterEntrance.Coming;
import vn.tiendo.registrations.registration.RosterRepository.RosterMember;

/// Lets the rosters of open campaigns follow their members, in batches: who comes later owes from then on, who leaves
/// before anything is in leaves the roster, who moves to another unit keeps the registration and both units review it,
/// and who comes to be exempt by the plan's rule, or no longer is, is counted so.
///
/// What a unit had completed stays completed: the registration of somebody who joins later re-opens nothing. Once a
/// campaign is closed its roster stays as it is, and whoever goes on with a registration is still reviewed by both
/// units.
@ApplicationScoped
public class RosterFollowing implements LeaderTask {

    private static final int BATCH = 300;

    @Inject
    MembershipLooks looks;

    @Inject
    RegistrationRepository registrations;

    @Inject
    CampaignService campaigns;

    @Inject
    RosterEntrance entrance;

    @Inject
    RosterMoves moves;

    @Inject
    OwnDueDates dates;

    @Inject
    Successions successions;

    @Inject
    RosterTurn turn;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "roster-following";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        turn.take();
        var now = clock.instant();
        var taken = looks.take(BATCH, Days.dayOf(now));
        if (taken.isEmpty()) {
            return false;
        }
        var members = taken.stream().distinct().toList();
        follow(members, now);
        successions.noteLatecomers(members);
        return taken.size() == BATCH;
    }

    private record Key(UUID member, UUID campaign) {}

    private void follow(List<UUID> members, Instant now) {
        moves.begin();
        var held = new HashMap<Key, Registration>();
        registrations
                .inOpenCampaigns(members)
                .forEach(each -> held.put(new Key(each.memberId(), each.campaignId()), each));
        var places = looks.placesOf(members, Days.dayOf(now));
        var unreviewed = looks.unreviewed(members, Days.dayOf(now));
        var known = new HashMap<UUID, Campaign>();
        var joining = new HashMap<UUID, List<Coming>>();
        for (var place : places.entrySet()) {
            for (var of : takingByCampaign(place.getValue()).entrySet()) {
                var campaign = known.computeIfAbsent(of.getKey(), campaigns::known);
                var registration = held.get(new Key(place.getKey(), campaign.id()));
                if (registration == null) {
                    joining.computeIfAbsent(campaign.id(), id -> new ArrayList<>())
                            .add(coming(place.getKey(), of.getValue(), now));
                } else {
                    moves.stay(campaign, registration, of.getValue(), now);
                }
            }
        }
        joining.forEach((campaign, coming) ->
                entrance.enter(campaigns.known(campaign), coming, Kind.JOINED, Days.dayOf(now), now));
        leave(held.values().stream().filter(each -> !belongs(each, places)).toList(), now);
        unreviewed.forEach(each -> moves.letReview(each.registration(), each.place()));
        moves.store(now);
    }

    private static boolean belongs(Registration registration, Map<UUID, List<PlaceNow>> places) {
        return places.getOrDefault(registration.memberId(), List.of()).stream()
                .anyMatch(place -> place.campaignId().equals(registration.campaignId()));
    }

    /// A campaign that was closed between the reading of the registrations and that of the places has no places, which
    /// is no leaving: its roster stays.
    private void leave(List<Registration> leaving, Instant now) {
        var open = campaigns.stillOpen(
                leaving.stream().map(Registration::campaignId).collect(Collectors.toSet()));
        leaving.stream().filter(each -> open.contains(each.campaignId())).forEach(each -> moves.leave(each, now));
    }

    private Coming coming(UUID member, List<PlaceNow> places, Instant now) {
        var first = places.getFirst();
        return new Coming(
                new RosterMember(member, first.status()),
                places.stream().map(PlaceNow::place).toList(),
                dates.fromNow(first.place().dueAt(), now));
    }

    private static Map<UUID, List<PlaceNow>> takingByCampaign(List<PlaceNow> places) {
        var byCampaign = new HashMap<UUID, List<PlaceNow>>();
        var seen = new HashSet<UUID>();
        for (var place : places) {
            if (place.taking() && seen.add(place.place().unitId())) {
                byCampaign
                        .computeIfAbsent(place.campaignId(), id -> new ArrayList<>())
                        .add(place);
            }
        }
        return byCampaign;
    }
}
