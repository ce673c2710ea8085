package vn.tiendo.plans.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.imports.PlanImport.Status;
import vn.tiendo.plans.imports.PlanImportProblem.PlanImportNotFound;

@ApplicationScoped
class PlanImportRepository implements PanacheRepositoryBase<PlanImport, UUID> {

    private static final String OF_SUBMITTER = "submitterIssuer = ?1 and submitterSubject = ?2";

    /// An import is its sender's own thing.
    PlanImport get(UUID id, Actor actor) {
        return findByIdOptional(id).filter(found -> found.isOf(actor)).orElseThrow(PlanImportNotFound::new);
    }

    /// Locked until the end of the transaction, and as it is now: whatever else changes it waits or is over.
    PlanImport locked(PlanImport found) {
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    Optional<PlanImport> lockedById(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Locked as well: the import that a plan came of.
    Optional<PlanImport> ofPlan(UUID plan) {
        return find("planId", plan).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<PlanImport> of(Actor actor, PageRequest page) {
        return find(
                        OF_SUBMITTER + " and id < ?3 order by id desc",
                        actor.issuer(),
                        actor.subject(),
                        page.after().map(Cursor::id).orElse(new UUID(-1L, -1L)))
                .page(0, page.lookFor())
                .list();
    }

    long openOf(Actor actor) {
        return count(OF_SUBMITTER + " and status <> ?3", actor.issuer(), actor.subject(), Status.CONFIRMED);
    }

    /// One that failed before waits behind those that did not.
    Optional<PlanImport> nextToRead() {
        return find("status = ?1 order by failures, id", Status.WAITING).firstResultOptional();
    }

    List<PlanImport> unconfirmedSince(Instant moment, int most) {
        return find("status <> ?1 and submittedAt < ?2 order by submittedAt", Status.CONFIRMED, moment)
                .page(0, most)
                .list();
    }

    List<PlanImport> confirmedBefore(Instant moment, int most) {
        return find("confirmedAt < ?1 order by confirmedAt", moment)
                .page(0, most)
                .list();
    }
}
