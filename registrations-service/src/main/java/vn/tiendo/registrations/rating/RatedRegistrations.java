package vn.tiendo.registrations.rating;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;

/// What became of the registrations of members in a year: a criterion of their rating.
interface RatedRegistrations {

    /// @param owed registrations that the member owed, those it was exempt from not counted
    /// @param accepted of these accepted
    /// @param late of these received too late
    /// @param assessed of these assessed by the member itself
    record Outcome(int owed, int accepted, int late, int assessed) {

        static final Outcome NONE = new Outcome(0, 0, 0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(
                    owed + other.owed, accepted + other.accepted, late + other.late, assessed + other.assessed);
        }

        boolean isFulfilled() {
            return accepted >= owed;
        }
    }

    /// Members without any are absent.
    Map<UUID, Outcome> of(Collection<UUID> members, int year);

    /// The member's rating is final: what it had registered in the year has been used.
    void markUsed(UUID member, int year, Actor actor, @Nullable HeldPost post, Instant now);
}
