package vn.tiendo.reporting.progress;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that progress reads of `registrations.unit-summary.v1`. What is missing is not taken over: that changes
/// with the day, and the campaign's last day tells it.
public record CountedRegistrations(
        UUID id,
        UUID campaignId,
        UUID planId,
        UUID organisationId,
        int owes,
        int submitted,
        int accepted,
        int exempt,
        int returned,
        int late,
        @Nullable Instant completedAt)
        implements Counted {

    public CountedRegistrations {
        requireNonNull(id);
        requireNonNull(campaignId);
        requireNonNull(planId);
        requireNonNull(organisationId);
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        add(parts, State.OWES, owes);
        add(parts, State.SUBMITTED, submitted);
        add(parts, State.ACCEPTED, accepted);
        add(parts, State.EXEMPT, exempt);
        add(parts, State.RETURNED, returned);
        add(parts, State.LATE, late);
        return parts;
    }

    private void add(List<Part> parts, State state, int total) {
        if (total != 0) {
            parts.add(new Part(
                    Source.REGISTRATION,
                    id,
                    campaignId.toString(),
                    Part.NEVER,
                    state,
                    total,
                    planId,
                    organisationId,
                    completedAt));
        }
    }
}
