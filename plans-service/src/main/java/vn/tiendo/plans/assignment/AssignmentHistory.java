package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Keeps who or what changed an assignment, and when, in the transaction of the change.
@ApplicationScoped
public class AssignmentHistory {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Actor actor, Assignment assignment, String what) {
        entities.persist(AssignmentChange.by(actor.id(), assignment, what, clock.instant()));
    }

    /// @param fact what has caused it: `plan`, `report`, `registrations`, `activity`, `nominations`, `theme`,
    /// `calendar` …
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(String fact, Collection<Assignment> assignments, String what) {
        var now = clock.instant();
        assignments.forEach(assignment -> entities.persist(AssignmentChange.from(fact, assignment, what, now)));
    }

    /// Oldest first.
    List<AssignmentChange> of(UUID assignment, PageRequest page) {
        return entities.createQuery(
                        "from AssignmentChange c where c.assignmentId = ?1 and c.id > ?2 order by c.id",
                        AssignmentChange.class)
                .setParameter(1, assignment)
                .setParameter(2, page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(page.lookFor())
                .getResultList();
    }
}
