package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.campaign.Campaign;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.registration.RosterExemptions.Entered;
import vn.tiendo.registrations.registration.RosterRepository.Place;
import vn.tiendo.registrations.registration.RosterRepository.RosterMember;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitChanges;
import vn.tiendo.registrations.summary.UnitDeltas;

/// Puts members on a roster: one registration each, owed or exempt, with its event, its place in the numbers, and the
/// row of the ledger that says since when.
@ApplicationScoped
class RosterEntrance {

    @Inject
    RegistrationRepository registrations;

    @Inject
    RosterExemptions exemptions;

    @Inject
    RosterLedger ledger;

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    /// A member who is to come onto a roster.
    ///
    /// @param places units of the campaign to which it belongs, the one that keeps the registration first
    /// @param ownDue before which it is not due, whatever the unit's date
    record Coming(
            RosterMember member,
            List<Place> places,
            @Nullable Instant ownDue) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void enter(Campaign campaign, List<Coming> coming, Kind kind, LocalDate day, Instant now) {
        if (coming.isEmpty()) {
            return;
        }
        var decided = exemptions.decidedFor(
                coming.stream().map(each -> each.member().id()).toList(), day);
        var owed = new ArrayList<Registration>();
        var exempted = new ArrayList<Registration>();
        for (var each : coming) {
            var member = each.member();
            var by = campaign.exempt().contains(member.status())
                    ? ExemptBy.rule(member.status().name())
                    : decided.get(member.id());
            (by == null ? owed : exempted).add(register(campaign, each, by, now));
        }
        outbox.addAll(Registration.STREAM, owed, "owed");
        outbox.addAll(Registration.STREAM, exempted, "exempted");
        exemptions.enter(
                exempted.stream()
                        .map(each -> new Entered(each.id(), campaign.id(), each.memberId(), each.exemptBy()))
                        .toList(),
                now);
        var made = new ArrayList<>(owed);
        made.addAll(exempted);
        count(campaign, made, kind, day, now);
    }

    private void count(Campaign campaign, List<Registration> made, Kind kind, LocalDate day, Instant now) {
        var changes = new HashMap<UUID, Tally>();
        made.forEach(each -> changes.merge(each.unitId(), each.tally(), Tally::plus));
        var numbers = new UnitChanges();
        changes.forEach((unit, change) -> numbers.add(campaign.id(), unit, change, null));
        deltas.add(numbers, now);
        if (kind == Kind.FROZEN) {
            ledger.add(
                    changes.entrySet().stream()
                            .map(each -> new Change(
                                    campaign.id(),
                                    each.getKey(),
                                    kind,
                                    null,
                                    each.getValue().owes(),
                                    each.getValue().exempt(),
                                    day))
                            .toList(),
                    now);
        } else {
            ledger.add(
                    made.stream()
                            .map(each -> new Change(
                                    campaign.id(),
                                    each.unitId(),
                                    kind,
                                    each.memberId(),
                                    each.tally().owes(),
                                    each.tally().exempt(),
                                    day))
                            .toList(),
                    now);
        }
    }

    private Registration register(Campaign campaign, Coming coming, @Nullable ExemptBy exempt, Instant now) {
        var keeper = coming.places().getFirst();
        var registration = new Registration(
                new Registration.Keeper(
                        campaign.id(),
                        campaign.planId(),
                        campaign.obligationId(),
                        keeper.unitId(),
                        keeper.organisationId(),
                        keeper.dueAt()),
                coming.member().id(),
                coming.places().stream().map(Place::organisationId).distinct().toList(),
                exempt,
                now);
        registration.dueNotBefore(coming.ownDue());
        registrations.persist(registration);
        coming.places().stream()
                .collect(Collectors.toMap(Place::organisationId, Function.identity(), (first, again) -> first))
                .values()
                .forEach(place -> letReview(registration, place));
        return registration;
    }

    void letReview(Registration registration, Place place) {
        entities.persist(new RegistrationReviewer(registration, place.organisationId(), place.path()));
    }
}
