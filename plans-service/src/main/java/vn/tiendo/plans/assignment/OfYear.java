package vn.tiendo.plans.assignment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Which occurrences something answers that a unit does for a year: its own plan, its own theme.
final class OfYear {

    private OfYear() {}

    /// Of several occurrences of one obligation the one of that year; a single one whatever year it belongs
    /// to, because what is for a year is made before the year begins.
    ///
    /// @param all every occurrence of the obligations, settled ones too
    static List<Assignment> among(Collection<Assignment> all, int year) {
        var label = Integer.toString(year);
        return all.stream().collect(Collectors.groupingBy(Assignment::obligationId)).values().stream()
                .flatMap(each -> each.size() == 1
                        ? each.stream()
                        : each.stream()
                                .filter(assignment -> assignment.occurrence().startsWith(label)))
                .toList();
    }
}
