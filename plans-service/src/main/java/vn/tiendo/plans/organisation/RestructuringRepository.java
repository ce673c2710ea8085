package vn.tiendo.plans.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.Restructuring.Status;
import vn.tiendo.plans.organisation.RestructuringProblem.RestructuringNotFound;

@ApplicationScoped
class RestructuringRepository implements PanacheRepositoryBase<Restructuring, UUID> {

    /// A reach shows the restructurings that touch an organisation in it.
    private static String visible(Reach reach) {
        return """
                exists (select 1 from RestructuringTouch t join Organisation o on o.id = t.key.organisationId
                 where t.key.restructuringId = r.id and %s)""".formatted(reach.condition("o.path"));
    }

    Restructuring get(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from Restructuring r where r.id = :id and " + visible(reach), parameters)
                .firstResultOptional()
                .orElseThrow(RestructuringNotFound::new);
    }

    List<Restructuring> list(Reach reach, @Nullable Status status, @Nullable UUID organisation, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var where = new StringBuilder(visible(reach));
        if (status != null) {
            where.append(" and r.status = :status");
            parameters.put("status", status);
        }
        if (organisation != null) {
            where.append(" and exists (select 1 from RestructuringTouch s"
                    + " where s.key.restructuringId = r.id and s.key.organisationId = :organisation)");
            parameters.put("organisation", organisation);
        }
        page.after().ifPresent(after -> {
            where.append(" and r.id > :after");
            parameters.put("after", after.id());
        });
        return find("from Restructuring r where " + where + " order by r.id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    /// The restructuring to carry out next: planned ones whose day has come, and accepted ones in the order of arrival.
    Optional<UUID> nextDue(LocalDate today) {
        return getEntityManager()
                .createQuery(
                        "select r.id from Restructuring r where r.status in :open and r.dueOn <= :today"
                                + " order by r.dueOn, r.id",
                        UUID.class)
                .setParameter("open", Restructuring.OPEN)
                .setParameter("today", today)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// When the one that is being carried out was begun.
    Optional<Instant> executingSince() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(r.startedAt) from Restructuring r where r.status = :executing", Instant.class)
                .setParameter("executing", Status.EXECUTING)
                .getSingleResult());
    }

    Restructuring lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
