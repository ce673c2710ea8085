package vn.tiendo.registrations.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.tiendo.registrations.member.MemberChange;

/// The reviews of a record that was merged are the survivor's; what both were recorded for stays once.
@ApplicationScoped
class MergedReviews {

    @Inject
    MemberReviewRepository reviews;

    @Inject
    Clock clock;

    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            reviews.passOn(merged.mergedId(), merged.memberId(), clock.instant());
        }
    }
}
