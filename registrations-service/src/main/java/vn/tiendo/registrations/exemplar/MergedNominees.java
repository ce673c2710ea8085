package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.member.MemberChange;

/// Nominations and good deeds of a record that was merged are the survivor's. Of two nominations by one unit
/// in one year the one that has come further counts, or else the survivor's; the other gives way, so that no
/// quota counts one twice.
@ApplicationScoped
class MergedNominees {

    @Inject
    NominationRepository nominations;

    @Inject
    GoodDeedRepository deeds;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            passOn(merged.mergedId(), merged.memberId());
            deeds.passOn(merged.mergedId(), merged.memberId());
        }
    }

    private void passOn(UUID from, UUID to) {
        var known = nominations.ofMember(to);
        var passed = nominations.ofMember(from);
        var gone = new ArrayList<Nomination>();
        for (var nomination : passed) {
            known.stream().filter(nomination::isTwinOf).findFirst().ifPresent(twin -> {
                if (nomination.isFurtherThan(twin)) {
                    twin.giveWayTo(nomination, clock.instant());
                    gone.add(twin);
                } else {
                    nomination.giveWayTo(twin, clock.instant());
                }
            });
        }
        outbox.addAll(Nomination.STREAM, gone, "rejected"); // flushed: the place of the one that counts is free
        for (var nomination : passed) {
            nomination.passTo(to, nominations.commendedIn(nomination.year() - 1, to, null));
        }
        known.forEach(nomination -> nomination.learn(nominations.commendedIn(nomination.year() - 1, to, null)));
        outbox.addAll(Nomination.STREAM, passed, "amended");
    }
}
