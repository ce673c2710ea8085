package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/// Tells whether a plan asks anything of a subtree: one look at its counts per root, whatever lies below.
@ApplicationScoped
public class BoundByPlan {

    @Inject
    EntityManager entities;

    /// @param roots paths of the roots of subtrees
    public boolean anyIn(UUID plan, List<String> roots) {
        if (roots.isEmpty()) {
            return false;
        }
        return !entities.createNativeQuery("""
            select 1 from progress_count
             where plan_id = :plan and path in (:roots) and source = 'ASSIGNMENT' and total <> 0 limit 1\
            """)
                .setParameter("plan", plan)
                .setParameter("roots", roots)
                .getResultList()
                .isEmpty();
    }
}
