package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.tiendo.plans.calendar.CalendarShift;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.DueGroupRepository.Due;

/// Works out which open deadlines a change of the calendar moves, and to which day: each is read by the calendar before
/// and after it. Preview and move are the same computation.
@ApplicationScoped
public class CalendarConsequences {

    @Inject
    DueGroupRepository groups;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    DeadlineReading reading;

    /// How an obligation is read before and after.
    private record Reading(Function<String, List<Occurrence>> before, Function<String, List<Occurrence>> after) {}

    /// The groups that move, each with its new reading.
    record Consequences(CalendarShift shift, Map<DueGroup, Occurrence> targets) {

        long total() {
            return targets.keySet().stream().mapToLong(DueGroup::size).sum();
        }

        Occurrence targetOf(Due due) {
            return Objects.requireNonNull(targets.get(due.group()));
        }
    }

    /// @param today nobody is made late by a change: a deadline never moves forward to a day that has passed
    Consequences of(CalendarShift shift, LocalDate today) {
        var readings = new HashMap<UUID, Reading>();
        var targets = new LinkedHashMap<DueGroup, Occurrence>();
        for (var group : groups.touched(shift)) {
            var read = readings.computeIfAbsent(group.obligationId(), id -> readingOf(group, shift));
            target(group, read, today).ifPresent(to -> targets.put(group, to));
        }
        return new Consequences(shift, targets);
    }

    private Reading readingOf(DueGroup group, CalendarShift shift) {
        Plan plan = plans.findById(group.planId());
        Obligation obligation = obligations.find(group.obligationId()).orElseThrow();
        return new Reading(reading.of(plan, obligation, shift.before()), reading.of(plan, obligation, shift.after()));
    }

    /// A day that differs from its reading, because it was set otherwise, stays what it is.
    private static Optional<Occurrence> target(DueGroup group, Reading reading, LocalDate today) {
        var before =
                occurrence(group, reading.before).filter(read -> group.dueDay().equals(read.lastDay()));
        return before.flatMap(read -> occurrence(group, reading.after))
                .filter(read -> read.lastDay() != null && !Objects.equals(read.lastDay(), group.dueDay()))
                .filter(read -> !isLostTime(group.dueDay(), Objects.requireNonNull(read.lastDay()), today));
    }

    private static Optional<Occurrence> occurrence(DueGroup group, Function<String, List<Occurrence>> read) {
        return read.apply(group.path()).stream()
                .filter(occurrence -> occurrence.label().equals(group.occurrence()))
                .findFirst();
    }

    private static boolean isLostTime(LocalDate from, LocalDate to, LocalDate today) {
        return to.isBefore(from) && to.isBefore(today);
    }

    /// The assignments that move, in the order of ids.
    List<Due> page(Consequences consequences, UUID after, int limit) {
        return groups.page(
                consequences.shift(), List.copyOf(consequences.targets().keySet()), after, limit);
    }
}
