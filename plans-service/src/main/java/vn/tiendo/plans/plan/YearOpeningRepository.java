package vn.tiendo.plans.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class YearOpeningRepository implements PanacheRepositoryBase<YearOpening, UUID> {

    /// A plan in force whose document names no end and which is not known to be open through the year.
    Optional<Plan> nextBehind(int year) {
        return getEntityManager()
                .createQuery("""
                        from Plan p where p.words.periodTo is null and p.status = :issued and p.assignmentsOpenedAt is not null
                          and not exists (select 1 from YearOpening y where y.planId = p.id and y.year >= :year)
                        order by p.id""", Plan.class)
                .setParameter("issued", PlanStatus.ISSUED)
                .setParameter("year", year)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
