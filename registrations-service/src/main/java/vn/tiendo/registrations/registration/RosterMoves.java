package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.Campaign;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.registration.MembershipLooks.PlaceNow;
import vn.tiendo.registrations.registration.RosterExemptions.Entered;
import vn.tiendo.registrations.registration.RosterRepository.Place;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitChanges;
import vn.tiendo.registrations.summary.UnitDeltas;

/// What a batch of members who are on rosters already changes in them, collected and then stored together.
@Dependent
class RosterMoves {

    @Inject
    MembershipLooks looks;

    @Inject
    RosterEntrance entrance;

    @Inject
    RosterExemptions exemptions;

    @Inject
    OwnDueDates dates;

    @Inject
    RosterLedger ledger;

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    private final Map<String, List<Registration>> events = new LinkedHashMap<>();
    private final Map<Registration, ExemptBy> ruled = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private UnitChanges numbers = new UnitChanges();

    /// Forgets what a pass that failed has left behind.
    void begin() {
        events.clear();
        ruled.clear();
        changes.clear();
        numbers = new UnitChanges();
    }

    /// The member belongs to units of the campaign.
    void stay(Campaign campaign, Registration registration, List<PlaceNow> places, Instant now) {
        if (registration.status() == RegistrationStatus.LEFT) {
            comeBack(registration, places.getFirst(), now);
        }
        places.forEach(place -> letReview(registration, place.place()));
        followRule(campaign, registration, places.getFirst(), now);
    }

    /// Who reviews it already stays.
    void letReview(Registration registration, Place place) {
        if (registration.addReviewer(place.organisationId())) {
            entrance.letReview(registration, place);
            events.computeIfAbsent("reviewer-added", what -> new ArrayList<>()).add(registration);
        }
    }

    private void comeBack(Registration registration, PlaceNow to, Instant now) {
        var before = registration.tally();
        var place = to.place();
        registration.comeBack(place.unitId(), place.organisationId(), place.dueAt(), dates.fromNow(place.dueAt(), now));
        count(registration, before, Kind.JOINED, "rejoined", now);
    }

    /// Only of those who have nothing in: nobody's work is put aside by a rule.
    private void followRule(Campaign campaign, Registration registration, PlaceNow place, Instant now) {
        var named = campaign.exempt().contains(place.status());
        if (named && registration.status() == RegistrationStatus.OWED) {
            ruled.put(registration, ExemptBy.rule(place.status().name()));
        } else if (!named
                && registration.status() == RegistrationStatus.EXEMPT
                && registration.exemptBy().isRule()) {
            var before = registration.tally();
            registration.oweAgain(dates.fromNow(registration.dueAt(), now));
            exemptions.ruleEnded(registration.id(), now);
            count(registration, before, Kind.EXEMPTION_REVOKED, "owed", now);
        }
    }

    /// The member belongs to no unit of the campaign any more. An organisation that ended with a successor is no
    /// leaving.
    void leave(Registration registration, Instant now) {
        if (looks.hasSuccessor(registration.organisationId())) {
            return;
        }
        var before = registration.tally();
        if (registration.leave(now)) {
            count(registration, before, Kind.LEFT, "left", now);
        }
    }

    private void count(Registration registration, Tally before, Kind kind, String event, Instant now) {
        var change = registration.tally().minus(before);
        numbers.add(registration.campaignId(), registration.unitId(), change, null);
        changes.add(new Change(
                registration.campaignId(),
                registration.unitId(),
                kind,
                registration.memberId(),
                change.owes(),
                change.exempt(),
                Days.dayOf(now)));
        events.computeIfAbsent(event, what -> new ArrayList<>()).add(registration);
    }

    /// But for those who opted in: whoever will register all the same is not exempted again without being asked.
    private void exemptRuled(Instant now) {
        if (ruled.isEmpty()) {
            return;
        }
        exemptions
                .givenUp(ruled.keySet().stream().map(Registration::id).toList())
                .forEach(id -> ruled.keySet().removeIf(each -> each.id().equals(id)));
        ruled.forEach((registration, by) -> {
            var before = registration.tally();
            registration.exempt(by, now);
            count(registration, before, Kind.EXEMPTED, "exempted", now);
        });
        exemptions.enter(
                ruled.entrySet().stream()
                        .map(each -> new Entered(
                                each.getKey().id(),
                                each.getKey().campaignId(),
                                each.getKey().memberId(),
                                each.getValue()))
                        .toList(),
                now);
    }

    void store(Instant now) {
        exemptRuled(now);
        events.forEach((what, registrations) -> outbox.addAll(Registration.STREAM, registrations, what));
        deltas.add(numbers, now);
        ledger.add(changes, now);
    }
}
