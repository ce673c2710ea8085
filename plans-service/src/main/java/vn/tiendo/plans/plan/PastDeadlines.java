package vn.tiendo.plans.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind.Opens;

/// Finds what was due before the document that demands it existed.
final class PastDeadlines {

    private PastDeadlines() {}

    /// The codes of obligations whose last on-time day had passed at every occurrence for one of the levels
    /// that owe them: lower levels may have to be ready earlier.
    ///
    /// A window that is open on the issue date ends later and passes; a fact reported as done has no due
    /// day; and what an amendment takes over as it stood was dated by the plan that it amends.
    ///
    /// @param readings when an obligation falls due, for each level
    /// @param replaced the amended plan's obligations by id
    static List<String> of(
            List<Obligation> obligations,
            Function<Obligation, List<List<Occurrence>>> readings,
            LocalDate issueDate,
            Map<UUID, Obligation> replaced) {
        return obligations.stream()
                .filter(each -> each.opens() == Opens.ASSIGNMENT || each.opens() == Opens.CAMPAIGN)
                .filter(each -> each.deadline() != null && each.deadline().type() != DeadlineType.COMPLETED_ON)
                .filter(each -> each.status() != Obligation.Status.COMPLETED)
                .filter(each -> !isTakenOver(each, replaced))
                .filter(each -> readings.apply(each).stream()
                        .anyMatch(level -> level.stream().allMatch(occurrence -> isPast(occurrence, issueDate))))
                .map(Obligation::code)
                .toList();
    }

    private static boolean isTakenOver(Obligation obligation, Map<UUID, Obligation> replaced) {
        var before = obligation.replacesId() == null ? null : replaced.get(obligation.replacesId());
        return before != null
                && Objects.equals(before.deadline(), obligation.deadline())
                && Objects.equals(before.slack(), obligation.slack());
    }

    private static boolean isPast(Occurrence occurrence, LocalDate issueDate) {
        return occurrence.lastDay() != null && occurrence.lastDay().isBefore(issueDate);
    }
}
