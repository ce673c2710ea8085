package vn.tiendo.plans.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the plans of this system that a document may cite; the plans answer it.
public interface CitedPlans {

    /// An issued plan.
    ///
    /// @param gone it has been superseded or recalled
    /// @param replacement what superseded it, as it is cited
    record CitedPlan(
            UUID id,
            DocumentNumber number,
            LocalDate issueDate,
            boolean gone,
            @Nullable String replacement) {}

    /// The issued plans of organisations along one line of the tree that carry one of the numbers, and those named.
    ///
    /// @param numberKeys numbers with symbols, as [DocumentNumber#key] gives them
    List<CitedPlan> issued(Set<String> lineage, Collection<String> numberKeys, Collection<UUID> ids);
}
