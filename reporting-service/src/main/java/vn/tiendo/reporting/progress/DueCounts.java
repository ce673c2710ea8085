package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// What was due in a period, of one plan or of all, as things stand today: rows of one organisation and of its direct
/// children, however many organisations lie below.
@ApplicationScoped
public class DueCounts {

    private static final BigDecimal WORSE_THAN_ANY = new BigDecimal("1e40");

    private static final Set<State> IN = EnumSet.of(
            State.SUBMITTED, State.SUBMITTED_LATE, State.DONE, State.DONE_LATE, State.ACCEPTED, State.ACCEPTED_LATE);

    private static final Set<State> LATE = EnumSet.of(State.SUBMITTED_LATE, State.DONE_LATE, State.ACCEPTED_LATE);

    private static final Set<State> EXCUSED = EnumSet.of(State.WAIVED, State.TRANSFERRED, State.EXEMPT);

    /// A thing is owed unless it was waived, transferred or exempted; what was returned is neither in nor missing.
    private static final String SUMS =
            sums(Source.ASSIGNMENT) + ",\n" + sums(Source.REGISTRATION) + ",\n" + sums(Source.REPORT);

    private static final String COUNTS = """
            cross join lateral (select o.path
              union select s.path from organisation_stand s where s.organisation_id = o.id) stood
            left join lateral (select * from progress_count found
                 where found.path = stood.path and found.due_day >= :from and found.due_day <= :to
                   and (cast(:plan as uuid) is null or found.plan_id = cast(:plan as uuid)) and found.total <> 0 offset 0) c on true
            """;

    private static final String OWN = "select " + SUMS + """

             from reach_organisation o
            """ + COUNTS + """
            where o.id = :organisation""";

    private static final String CHILDREN = """
            select * from (
              select lines.*, cast(ASSIGNMENT_MISSING as numeric) * 1e20 + (ASSIGNMENT_LATE + REPORT_MISSING) * 1e12
                       + REGISTRATION_MISSING as badness
                from (
                  select o.id, o.code, o.name, o.kind,
            """ + SUMS + """

                    from reach_organisation o
            """ + COUNTS + """
                   where o.parent_id = :organisation
                   group by o.id
                  having o.valid_from <= :to and (o.valid_to is null or o.valid_to >= :from) or count(c.plan_id) > 0
                ) lines
            ) children
            where badness < :badness or badness = :badness and id > :after
            order by badness desc, id limit :limit""";

    @Inject
    EntityManager entities;

    /// @param owed whatever became of it, but not what was waived, transferred or exempted
    /// @param late in, but too late
    /// @param missing not in although its last day is over
    public record Due(long owed, long in, long late, long missing) {}

    public record Unit(UUID id, String code, String name, String kind, Map<Source, Due> due, BigDecimal badness) {
        public Cursor position() {
            return new Cursor(badness.toPlainString(), id);
        }
    }

    /// @param plan null for all plans
    public record Question(UUID organisation, @Nullable UUID plan, LocalDate from, LocalDate to, LocalDate today) {}

    public Map<Source, Due> own(Question question) {
        return due(rows(bound(OWN, question)).getFirst());
    }

    /// Direct children, worst first.
    public List<Unit> children(Question question, PageRequest page) {
        var after = page.after();
        var query = bound(CHILDREN, question)
                .setParameter("badness", after.map(DueCounts::badness).orElse(WORSE_THAN_ANY))
                .setParameter("after", after.map(Cursor::id).orElse(new UUID(0, 0)))
                .setParameter("limit", page.lookFor());
        return rows(query).stream()
                .map(row -> new Unit(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        due(row),
                        row.get("badness", BigDecimal.class)))
                .toList();
    }

    private Query bound(String sql, Question question) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("organisation", question.organisation)
                .setParameter(
                        "plan",
                        Optional.ofNullable(question.plan).map(UUID::toString).orElse(null))
                .setParameter("from", question.from)
                .setParameter("to", question.to)
                .setParameter("today", question.today);
    }

    private static String sums(Source source) {
        var name = source.name();
        return String.join(
                ",\n",
                sum(name, "owed", "c.total - (" + State.sum(EXCUSED) + ")", "true"),
                sum(name, "in", State.sum(IN), "true"),
                sum(name, "late", State.sum(LATE), "true"),
                sum(name, "missing", "c.open", "c.due_day < :today"));
    }

    private static String sum(String source, String what, String number, String condition) {
        return "coalesce(sum(%s) filter (where c.source = '%s' and %s), 0) as %s_%s"
                .formatted(number, source, condition, source.toLowerCase(Locale.ROOT), what);
    }

    private static Map<Source, Due> due(Tuple row) {
        var due = new EnumMap<Source, Due>(Source.class);
        for (var source : Source.values()) {
            due.put(
                    source,
                    new Due(
                            number(row, source, "owed"),
                            number(row, source, "in"),
                            number(row, source, "late"),
                            number(row, source, "missing")));
        }
        return due;
    }

    private static long number(Tuple row, Source source, String what) {
        return row.get(source.name().toLowerCase(Locale.ROOT) + "_" + what, Number.class)
                .longValue();
    }

    private static BigDecimal badness(Cursor cursor) {
        try {
            return new BigDecimal(cursor.key());
        } catch (NumberFormatException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
