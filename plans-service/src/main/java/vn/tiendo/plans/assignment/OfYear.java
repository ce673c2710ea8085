package vn.tiendo.plans.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.tiendo.kit.time.Days;

/// Which occurrences something answers that a unit does for a year: its own plan, its own theme.
final class OfYear {

    private OfYear() {}

    /// Of several occurrences of one obligation the one of that year; a single one whatever year it belongs
    /// to, because what is for a year is made before the year begins. Therefore what came in before its year
    /// answers what was owed at the end of the year before, as by 15 December, unless something else did.
    ///
    /// @param all every occurrence of the obligations, settled ones too
    /// @param first when it came in first, corrections aside
    static List<Assignment> among(Collection<Assignment> all, int year, Instant first) {
        return all.stream().collect(Collectors.groupingBy(Assignment::obligationId)).values().stream()
                .flatMap(each -> each.size() == 1 ? each.stream() : answered(each, year, first).stream())
                .toList();
    }

    private static List<Assignment> answered(List<Assignment> occurrences, int year, Instant first) {
        if (Days.dayOf(first).getYear() < year) {
            var yearBefore = of(occurrences, year - 1);
            if (yearBefore.size() == 1 && yearBefore.getFirst().isOwedAtTheEndOf(year - 1, first)) {
                return yearBefore;
            }
        }
        return of(occurrences, year);
    }

    private static List<Assignment> of(List<Assignment> occurrences, int year) {
        var label = Integer.toString(year);
        return occurrences.stream()
                .filter(assignment -> assignment.occurrence().startsWith(label))
                .toList();
    }
}
