package vn.tiendo.registrations.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What rosters need of exemptions; these themselves are a subject of their own.
public interface RosterExemptions {

    /// A member who comes onto a roster as exempt, or becomes exempt by the plan's rule later.
    record Entered(UUID registrationId, UUID campaignId, UUID memberId, ExemptBy by) {}

    /// Decisions of cells that hold on a day, of those members who have one.
    Map<UUID, ExemptBy> decidedFor(Collection<UUID> members, LocalDate day);

    /// Those of some registrations whose members gave an exemption up: no rule exempts them unasked again.
    Set<UUID> givenUp(Collection<UUID> registrations);

    /// To be called in the transaction that writes the registrations.
    void enter(List<Entered> entered, Instant now);

    /// A registration of a member who was exempt was accepted.
    void optedIn(UUID registration, Instant now);

    /// The rule of the plan no longer names the member's status.
    void ruleEnded(UUID registration, Instant now);
}
