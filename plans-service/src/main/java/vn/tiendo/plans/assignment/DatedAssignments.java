package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.obligation.ObligationKind;

/// What organisations owe by which day, as calendars show it.
@ApplicationScoped
public class DatedAssignments {

    @Inject
    AssignmentRepository assignments;

    @Inject
    Clock clock;

    /// An assignment with a day.
    ///
    /// @param lastDay last on-time day as things stand
    /// @param until first instant that is too late, as things stand
    /// @param changedAt when its state last changed
    public record DatedAssignment(
            UUID id,
            long version,
            UUID planId,
            UUID organisationId,
            ObligationKind kind,
            String subject,
            String occurrence,
            LocalDate lastDay,
            Instant until,
            Standing standing,
            int requiredCount,
            int recordedCount,
            @Nullable Instant fulfilledAt,
            Instant changedAt) {

        static DatedAssignment of(Assignment assignment, Instant now) {
            var until = Objects.requireNonNull(assignment.openUntil());
            return new DatedAssignment(
                    assignment.id(),
                    assignment.version(),
                    assignment.planId(),
                    assignment.organisationId(),
                    assignment.kind(),
                    assignment.demand().subject(),
                    assignment.occurrence(),
                    Days.dayOf(until.minusMillis(1)),
                    until,
                    assignment.standing(now),
                    assignment.tally().required(),
                    assignment.tally().recorded(),
                    assignment.fulfilledAt(),
                    assignment.updatedAt());
        }
    }

    /// The assignments of organisations that are due between two days, the ones ahead before those behind.
    ///
    /// @param limit so many at most; those farthest from today are left out
    public List<DatedAssignment> of(Collection<UUID> organisations, LocalDate from, LocalDate to, int limit) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var today = Days.dayOf(now);
        var found = new ArrayList<>(assignments.dueFrom(organisations, today, to, limit));
        if (found.size() < limit) {
            found.addAll(assignments.dueBefore(organisations, from, today, limit - found.size()));
        }
        return found.stream()
                .map(assignment -> DatedAssignment.of(assignment, now))
                .toList();
    }
}
