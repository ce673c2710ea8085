package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Which organisation was, or is, late with what: one row of an index per item of the page, whatever lies below.
@ApplicationScoped
public class LateAssignments {

    /// Everything in these states of which the day is over is late.
    private static final String LATE = """
            select p.id, p.path, p.organisation_id, o.code, o.name, p.plan_id, k.title, p.kind, p.due_day, p.stages
              from progress_part p join reach_organisation o on o.id = p.organisation_id
              left join known_plan k on k.id = p.plan_id
             where p.source = 'ASSIGNMENT' and p.state in ('OPEN', 'SUBMITTED_LATE', 'DONE_LATE')
               and p.due_day >= :from and p.due_day <= :to and p.due_day < :today
               and p.path >= :subtree and p.path < :subtreeEnd
               and (cast(:plan as uuid) is null or p.plan_id = cast(:plan as uuid))
               and (p.due_day, p.path, p.id) > (:afterDay, :afterPath, :afterId)
             order by p.due_day, p.path, p.id limit :limit""";

    @Inject
    EntityManager entities;

    /// @param receivedOn null while it is not in
    public record Late(
            UUID assignmentId,
            String path,
            UUID organisationId,
            String organisationCode,
            String organisationName,
            UUID planId,
            @Nullable String planTitle,
            String kind,
            LocalDate dueDay,
            @Nullable LocalDate receivedOn) {
        public Cursor position() {
            return new Cursor(dueDay + " " + path, assignmentId);
        }
    }

    /// Longest late first.
    ///
    /// @param subtree path of the organisation at the top
    public List<Late> in(DueCounts.Question question, String subtree, PageRequest page) {
        var after = page.after();
        var query = entities.createNativeQuery(LATE, Tuple.class)
                .setParameter("from", question.from())
                .setParameter("to", question.to())
                .setParameter("today", question.today())
                .setParameter(
                        "plan",
                        Optional.ofNullable(question.plan()).map(UUID::toString).orElse(null))
                .setParameter("subtree", subtree)
                .setParameter("subtreeEnd", Reach.endOf(subtree))
                .setParameter("afterDay", after.map(LateAssignments::day).orElse(Stage.BEGINNING))
                .setParameter("afterPath", after.map(LateAssignments::path).orElse(""))
                .setParameter("afterId", after.map(Cursor::id).orElse(new UUID(0, 0)))
                .setParameter("limit", page.lookFor());
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Late(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, UUID.class),
                        row.get(6, String.class),
                        row.get(7, String.class),
                        row.get(8, LocalDate.class),
                        receivedOn(Stage.parse(row.get(9, String.class)))))
                .toList();
    }

    private static @Nullable LocalDate receivedOn(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.state() == State.SUBMITTED_LATE || stage.state() == State.DONE_LATE)
                .map(Stage::from)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(
                    cursor.key().substring(0, Math.max(0, cursor.key().indexOf(' '))));
        } catch (DateTimeException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }

    private static String path(Cursor cursor) {
        return cursor.key().substring(cursor.key().indexOf(' ') + 1);
    }
}
