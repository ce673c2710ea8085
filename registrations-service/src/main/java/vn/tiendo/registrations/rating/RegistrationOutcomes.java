package vn.tiendo.registrations.rating;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What became of the registrations of members in a year: a criterion of their rating.
interface RegistrationOutcomes {

    /// @param owed registrations that the member owed, those it was exempt from not counted
    /// @param accepted of these accepted
    /// @param late of these received too late
    /// @param assessed of these assessed by the member itself
    record Outcome(int owed, int accepted, int late, int assessed) {

        static final Outcome NONE = new Outcome(0, 0, 0, 0);

        boolean isFulfilled() {
            return accepted >= owed;
        }
    }

    /// Members without any are absent.
    Map<UUID, Outcome> of(Collection<UUID> members, int year);
}
