package vn.tiendo.plans.intake;

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
import vn.tiendo.plans.intake.ImportProblem.ImportNotFound;
import vn.tiendo.plans.intake.TableImport.Status;

@ApplicationScoped
class TableImportRepository implements PanacheRepositoryBase<TableImport, UUID> {

    private static final List<Status> UNDER_WAY = List.of(Status.WAITING, Status.RUNNING);

    /// An import is its sender's own thing.
    TableImport get(UUID id, String subject, Actor actor) {
        return findByIdOptional(id)
                .filter(found -> found.subject().equals(subject) && found.isOf(actor))
                .orElseThrow(ImportNotFound::new);
    }

    List<TableImport> of(Actor actor, String subject, PageRequest page) {
        var before = page.after().map(Cursor::id);
        return find(
                        "subject = ?1 and submitterIssuer = ?2 and submitterSubject = ?3 and id < ?4 order by id desc",
                        subject,
                        actor.issuer(),
                        actor.subject(),
                        before.orElse(new UUID(-1L, -1L)))
                .page(0, page.lookFor())
                .list();
    }

    /// One that failed before waits behind those that did not.
    Optional<TableImport> nextToTake() {
        return find("status in ?1 order by failures, id", UNDER_WAY).firstResultOptional();
    }

    /// Locked until the end of the transaction, so that nobody else takes the same rows.
    TableImport locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ImportNotFound::new);
    }

    /// @return how many rows were forgotten
    int forgetRowsOfThoseCompletedBefore(Instant moment, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from table_import_row where (import_id, number) in
                          (select r.import_id, r.number from table_import_row r join table_import i on i.id = r.import_id
                            where i.completed_at < ?1 limit ?2)""")
                .setParameter(1, moment)
                .setParameter(2, most)
                .executeUpdate();
    }
}
