package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.tiendo.registrations.member.MemberChange;

/// What was rated under a record that was merged belongs to the survivor; of two in one year, both stay where they are.
@ApplicationScoped
class MergedRatings {

    @Inject
    RatingRepository ratings;

    void follow(@Observes MemberChange.All all) {
        for (var change : all.changes()) {
            if (change instanceof MemberChange.Merged merged) {
                ratings.passOn(merged.mergedId(), merged.memberId());
            }
        }
    }
}
