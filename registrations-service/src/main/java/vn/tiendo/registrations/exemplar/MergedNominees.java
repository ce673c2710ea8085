package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.member.MemberChange;

/// Nominations and good deeds of a record that was merged are the survivor's.
@ApplicationScoped
class MergedNominees {

    @Inject
    NominationRepository nominations;

    @Inject
    GoodDeedRepository deeds;

    @Inject
    Outbox outbox;

    void follow(@Observes MemberChange.All all) {
        for (var change : all.changes()) {
            if (change instanceof MemberChange.Merged merged) {
                var passed = nominations.toPassOn(merged.mergedId(), merged.memberId());
                passed.forEach(nomination -> nomination.passTo(merged.memberId()));
                outbox.addAll(Nomination.STREAM, passed, "amended");
                deeds.passOn(merged.mergedId(), merged.memberId());
            }
        }
    }
}
