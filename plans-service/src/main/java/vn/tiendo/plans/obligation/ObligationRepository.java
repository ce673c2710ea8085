package vn.tiendo.plans.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<Obligation, UUID> {

    List<Obligation> ofPlan(UUID plan) {
        return list("planId = ?1 order by position", plan);
    }

    List<Obligation> ofPlans(Collection<UUID> plans) {
        return list("planId in ?1 order by planId, position", plans);
    }

    List<Obligation> pageOfPlan(UUID plan, PageRequest page) {
        var after = page.after()
                .map(Cursor::key)
                .map(ObligationRepository::position)
                .orElse(-1);
        return find("planId = ?1 and position > ?2 order by position", plan, after)
                .page(0, page.lookFor())
                .list();
    }

    private static int position(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException notOurs) {
            throw new vn.tiendo.kit.problem.KitProblem.InvalidCursor();
        }
    }

    /// The next obligation of an issued plan whose assignments are not all open, oldest first.
    Optional<Obligation> nextToOpen(Collection<UUID> plans) {
        return find("planId in ?1 and openedAt is null order by planId, position", plans)
                .page(0, 1)
                .firstResultOptional();
    }

    List<Obligation> lineagesOf(Collection<UUID> ids) {
        return list("originId in (select o.originId from Obligation o where o.id in ?1)", ids);
    }

    List<Obligation> held(UUID plan, ObligationKind kind) {
        return find("planId = ?1 and kind = ?2 order by id", plan, kind)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void removeOf(UUID plan) {
        delete("planId", plan);
    }
}
