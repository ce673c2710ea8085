package vn.tiendo.registrations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.tiendo.registrations.member.MemberChange;
import vn.tiendo.registrations.member.MemberSubjects;

/// Two records were one person: what it said last, under whichever of them, counts. The acts stay where they were said.
@ApplicationScoped
class MergedConsents {

    @Inject
    ConsentRepository consents;

    @Inject
    MemberSubjects members;

    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            var last = consents.lastOf(members.idsOf(merged.memberId())).get(ConsentPurpose.PHONE_MESSAGES);
            if (last != null) {
                members.allowPhone(merged.memberId(), last.isGiven());
            }
        }
    }
}
