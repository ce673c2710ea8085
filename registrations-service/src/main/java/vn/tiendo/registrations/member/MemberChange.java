package vn.tiendo.registrations.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// One thing that changed about who a member is or where it belongs.
///
/// [All] is fired as a CDI event inside the transaction of the change: observers take part in it, so that what hangs on
/// members (rosters, reviewers, registrations) changes with them or not at all.
public sealed interface MemberChange {

    UUID memberId();

    /// A membership that begins, now or on a day to come; also each of somebody who is new.
    record Joined(UUID memberId, UUID organisationId, LocalDate from) implements MemberChange {}

    /// A membership that ends without another in its place.
    record Left(UUID memberId, UUID organisationId, LocalDate lastDay) implements MemberChange {}

    /// The member takes its record along: both organisations go on seeing what was registered.
    ///
    /// @param path of the organisation that receives it
    record Transferred(UUID memberId, UUID fromOrganisationId, UUID toOrganisationId, String path, LocalDate on)
            implements MemberChange {}

    /// @param status that holds from today on
    record StandingChanged(UUID memberId, MemberCategory category, MemberStatus status) implements MemberChange {}

    /// Two records were one person; what hangs on the merged one belongs to the survivor from now on.
    record Merged(UUID memberId, UUID mergedId) implements MemberChange {}

    /// Everything that tells who the member was is gone; facts and instants stay.
    record Erased(UUID memberId) implements MemberChange {}

    /// The changes of one transaction; an import has hundreds.
    record All(List<MemberChange> changes) {

        public List<Merged> merges() {
            return changes.stream()
                    .filter(Merged.class::isInstance)
                    .map(Merged.class::cast)
                    .toList();
        }
    }
}
