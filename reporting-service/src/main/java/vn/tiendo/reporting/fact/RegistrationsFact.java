package vn.tiendo.reporting.fact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/// The fields that figures need of `registrations.unit-summary.v1`.
public record RegistrationsFact(
        UUID id,
        UUID planId,
        UUID organisationId,
        int owes,
        int submitted,
        int accepted,
        int exempt,
        int returned,
        int late)
        implements Fact {

    public RegistrationsFact {
        requireNonNull(id);
        requireNonNull(planId);
        requireNonNull(organisationId);
    }

    @Override
    public FactSource source() {
        return FactSource.REGISTRATION;
    }

    /// Zeros as well: that nobody is exempt is known, and other than nothing known.
    @Override
    public List<FactPart> parts() {
        return List.of(
                part(Measure.REGISTRATIONS_OWED, owes),
                part(Measure.REGISTRATIONS_SUBMITTED, submitted),
                part(Measure.REGISTRATIONS_ACCEPTED, accepted),
                part(Measure.REGISTRATIONS_EXEMPT, exempt),
                part(Measure.REGISTRATIONS_RETURNED, returned),
                part(Measure.REGISTRATIONS_LATE, late));
    }

    private FactPart part(Measure measure, int amount) {
        return FactPart.ofPlan(id, measure, planId, amount, organisationId);
    }
}
