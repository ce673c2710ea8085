package vn.tiendo.reporting.fact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// The fields that figures need of `registrations.nomination.v1`: each step counts on the day on which it was taken. A
/// rejected or withdrawn nomination counts nothing.
public record NominationFact(
        UUID id,
        UUID organisationId,
        @Nullable String form,
        String status,
        @Nullable Integer campaignYear,
        @Nullable Instant proposedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant reportedAt,
        @Nullable Instant commendedAt)
        implements Fact {

    /// Each of these says that the steps before it were taken as well.
    private static final List<String> STEPS = List.of("PROPOSED", "APPROVED", "REPORTED", "COMMENDED", "FOLLOWED_UP");

    public NominationFact {
        requireNonNull(id);
        requireNonNull(organisationId);
        requireNonNull(status);
    }

    @Override
    public FactSource source() {
        return FactSource.NOMINATION;
    }

    @Override
    public List<FactPart> parts() {
        var reached = STEPS.indexOf(status);
        var parts = new ArrayList<FactPart>();
        add(parts, reached, 0, Measure.NOMINATIONS_PROPOSED, proposedAt);
        add(parts, reached, 1, Measure.NOMINATIONS_APPROVED, approvedAt);
        add(parts, reached, 2, Measure.NOMINATIONS_REPORTED, reportedAt);
        add(parts, reached, 3, Measure.NOMINATIONS_COMMENDED, commendedAt);
        return parts;
    }

    /// A step without an instant of its own is of the day of the next one that has one, else of the campaign's year.
    private void add(List<FactPart> parts, int reached, int step, Measure measure, @Nullable Instant taken) {
        if (reached < step) {
            return;
        }
        var day = taken != null ? Days.dayOf(taken) : dayAfter(step);
        if (day != null) {
            parts.add(FactPart.on(source(), id, measure, form, day, 1, organisationId));
        }
    }

    private @Nullable LocalDate dayAfter(int step) {
        var instants = new Instant[] {proposedAt, approvedAt, reportedAt, commendedAt};
        for (int next = step + 1; next < instants.length; next++) {
            if (instants[next] != null) {
                return Days.dayOf(instants[next]);
            }
        }
        return campaignYear == null ? null : LocalDate.of(campaignYear, 1, 1);
    }
}
