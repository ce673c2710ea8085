package vn.tiendo.registrations.registration;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an accepted registration was assessed by its member, commented on, used in a rating, and closed.
@Embeddable
record FollowThrough(
        @Nullable Instant assessedAt,
        @Nullable Instant commentedAt,
        @Nullable Instant ratedAt,
        @Nullable Instant closedAt) {

    static final FollowThrough NOTHING = new FollowThrough(null, null, null, null);

    /// Again as often as the member likes, until the collective has had its say.
    FollowThrough assessed(Instant now) {
        if (commentedAt != null) {
            throw new RegistrationProblem.AlreadyCommented();
        }
        return new FollowThrough(now, commentedAt, ratedAt, closedAt);
    }

    FollowThrough commented(Instant now) {
        if (assessedAt == null) {
            throw new RegistrationProblem.NotAssessed();
        }
        return new FollowThrough(assessedAt, now, ratedAt, closedAt);
    }

    FollowThrough rated(Instant now) {
        return new FollowThrough(assessedAt, commentedAt, now, closedAt);
    }

    FollowThrough closed(Instant now) {
        if (ratedAt == null) {
            throw new RegistrationProblem.NotRated();
        }
        return new FollowThrough(assessedAt, commentedAt, ratedAt, now);
    }
}
