package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.tiendo.registrations.member.MemberChange;

/// What a person asked for under a record that was merged is asked for under the one that survives: it goes on reading
/// it, does not decide about it, and what is granted reaches everything that is held on it.
@ApplicationScoped
class MergedRequests {

    @Inject
    RequestRepository requests;

    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            requests.passOn(merged.mergedId(), merged.memberId());
        }
    }
}
