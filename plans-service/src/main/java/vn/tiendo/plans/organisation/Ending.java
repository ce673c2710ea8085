package vn.tiendo.plans.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.reach.KnownOrganisation;

/// An organisation that has ended, and who takes over what it leaves.
///
/// @param effectiveOn the first day on which it no longer exists
/// @param exceptions assignments that go to another successor than the default one
public record Ending(
        UUID organisationId,
        KnownOrganisation successor,
        LocalDate effectiveOn,
        Map<UUID, KnownOrganisation> exceptions) {

    public KnownOrganisation successorFor(UUID assignment) {
        return exceptions.getOrDefault(assignment, successor);
    }

    public LocalDate lastDay() {
        return effectiveOn.minusDays(1);
    }
}
