package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.member.MemberChange;
import vn.tiendo.registrations.summary.UnitChanges;
import vn.tiendo.registrations.summary.UnitDeltas;

/// Two records were one person: what was registered goes on under the one that survives.
///
/// Where both had a registration in a campaign, the one that has come further goes on; the other stays readable under
/// the merged record.
@ApplicationScoped
class MergedMembers {

    /// From nothing done to everything done; that the cell has decided comes after what waits for the member.
    private static final List<RegistrationStatus> ADVANCE = List.of(
            RegistrationStatus.LEFT,
            RegistrationStatus.OWED,
            RegistrationStatus.EXEMPT,
            RegistrationStatus.RETURNED,
            RegistrationStatus.SUBMITTED,
            RegistrationStatus.ACCEPTED,
            RegistrationStatus.CLOSED);

    /// Holds the place of one of two that change places, because a member has one registration per campaign.
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    RegistrationRepository registrations;

    @Inject
    UnitDeltas deltas;

    @Inject
    RosterLedger ledger;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            pass(merged.mergedId(), merged.memberId());
        }
    }

    private void pass(UUID merged, UUID survivor) {
        var kept = new HashMap<UUID, Registration>();
        registrations.list("memberId = ?1", survivor).forEach(each -> kept.put(each.campaignId(), each));
        var passed = new ArrayList<Registration>();
        var gaveWay = new ArrayList<Registration>();
        for (var each : registrations.list("memberId = ?1 order by id", merged)) {
            var other = kept.get(each.campaignId());
            if (other == null) {
                each.passToMember(survivor);
                passed.add(each);
            } else if (advance(each) > advance(other)) {
                changePlaces(each, survivor, other, merged);
                passed.add(each);
                gaveWay.add(other);
            } else {
                gaveWay.add(each);
            }
        }
        giveWay(gaveWay, clock.instant());
        outbox.addAll(Registration.STREAM, passed, "member-merged");
        outbox.addAll(Registration.STREAM, gaveWay, "left");
        letExemptionsFollow(Stream.concat(passed.stream(), gaveWay.stream()));
    }

    /// The plan's rule goes by who the survivor is, so what it exempts is no further than what is owed.
    private static int advance(Registration registration) {
        var status = registration.status();
        var ruled =
                status == RegistrationStatus.EXEMPT && registration.exemptBy().isRule();
        return ADVANCE.indexOf(ruled ? RegistrationStatus.OWED : status);
    }

    private void changePlaces(Registration ahead, UUID survivor, Registration behind, UUID merged) {
        behind.passToMember(NOBODY);
        registrations.flush();
        ahead.passToMember(survivor);
        registrations.flush();
        behind.passToMember(merged);
    }

    private void giveWay(List<Registration> behind, Instant now) {
        var changes = new ArrayList<Change>();
        var numbers = new UnitChanges();
        for (var each : behind) {
            var before = each.tally();
            each.giveWay(now);
            var change = each.tally().minus(before);
            numbers.add(each.campaignId(), each.unitId(), change, null);
            changes.add(new Change(
                    each.campaignId(),
                    each.unitId(),
                    Kind.LEFT,
                    each.memberId(),
                    change.owes(),
                    change.exempt(),
                    Days.dayOf(now)));
        }
        deltas.add(numbers, now);
        ledger.add(changes, now);
    }

    private void letExemptionsFollow(Stream<Registration> changed) {
        entities.createNativeQuery("""
                        update exemption e set member_id = r.member_id from registration r
                         where r.id = e.registration_id and r.id = any(?1)""")
                .setParameter(1, changed.map(Registration::id).toArray(UUID[]::new))
                .executeUpdate();
    }
}
