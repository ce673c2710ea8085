package vn.tiendo.reporting.fact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
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

    @Override
    public List<FactPart> parts() {
        var parts = new ArrayList<FactPart>();
        add(parts, Measure.REGISTRATIONS_OWED, owes);
        add(parts, Measure.REGISTRATIONS_SUBMITTED, submitted);
        add(parts, Measure.REGISTRATIONS_ACCEPTED, accepted);
        add(parts, Measure.REGISTRATIONS_EXEMPT, exempt);
        add(parts, Measure.REGISTRATIONS_RETURNED, returned);
        add(parts, Measure.REGISTRATIONS_LATE, late);
        return parts;
    }

    private void add(List<FactPart> parts, Measure measure, int amount) {
        if (amount != 0) {
            parts.add(FactPart.ofPlan(id, measure, planId, amount, organisationId));
        }
    }
}
