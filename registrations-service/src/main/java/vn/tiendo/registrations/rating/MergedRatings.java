package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.registrations.member.MemberChange;

/// What was rated under a record that was merged belongs to the survivor. Of two ratings of one period the one that has
/// come further counts, or else the survivor's; the other is set aside and leaves the numbers of its group.
@ApplicationScoped
class MergedRatings {

    @Inject
    RatingRepository ratings;

    @Inject
    RatingGroupRepository groups;

    @Inject
    RatingRuleRepository rules;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    void follow(@Observes MemberChange.All all) {
        for (var merged : all.merges()) {
            passOn(merged.mergedId(), merged.memberId());
        }
    }

    private void passOn(UUID from, UUID to) {
        var known = ratings.ofMember(to);
        for (var rating : ratings.ofMember(from)) {
            var twin = known.stream().filter(rating::isTwinOf).findFirst();
            twin.ifPresent(other -> setAside(rating.isFurtherThan(other) ? other : rating));
            rating.passTo(to);
            ratings.flush(); // one at a time: only one of a period counts at any moment
        }
    }

    private void setAside(Rating rating) {
        var group = groups.lock(rating.groupId());
        var rule = rules.findById(group.ruleId());
        rating.setAside(clock.instant());
        Optional.ofNullable(rating.decidedGrade())
                .ifPresent(grade -> group.count(grade, null, rule.cap(group.isCapRaised())));
        ratings.flush();
        audit.record(currentActor.get(), null, "set-aside-rating", "rating", rating.id(), rating.decidedGrade(), null);
    }
}
