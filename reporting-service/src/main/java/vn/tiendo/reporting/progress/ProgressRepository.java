package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads counts: rows of one organisation and of its direct children, however many organisations lie below.
@ApplicationScoped
class ProgressRepository {

    /// Most overdue first, then most late reports, then most missing registrations.
    private static final String BADNESS =
            "cast(OVERDUE as numeric) * 1e20 + (REPORTS_IN_LATE + REPORTS_MISSING) * 1e12" + " + REGISTRATIONS_MISSING";

    private static final Set<Column> DECISIVE =
            Set.of(Column.OVERDUE, Column.REPORTS_IN_LATE, Column.REPORTS_MISSING, Column.REGISTRATIONS_MISSING);

    private static final String ONE_PAGE = "where badness < :badness or badness = :badness and id > :after"
            + " order by badness desc, id limit :limit";

    /// Wherever an organisation `o` has stood: what it settled stays in the tree of its day.
    private static final String STOOD = """
            cross join lateral (select o.path
              union select s.path from organisation_stand s where s.organisation_id = o.id) stood
            """;

    /// The offset keeps PostgreSQL from reading the whole plan: each path is looked up by itself.
    private static final String COUNTS = STOOD + """
            left join lateral (select * from progress_count found
                 where found.plan_id = :plan and found.path = stood.path and found.total <> 0 offset 0) c on true
            """;

    /// All that changed up to a day: whole months, and the days between their end and it, which are added or taken off,
    /// whichever are fewer.
    static final String CHANGES = changes("");

    private static String changes(String which) {
        return STOOD + """
            left join lateral (
              select * from (select m.what, m.kind, m.total from progress_month m
                 where m.plan_id = :plan and m.path = stood.path and m.day < :monthsEnd WHICH offset 0) months
              union all
              select * from (select d.what, d.kind, d.total * cast(:sign as integer) from progress_day d
                 where d.plan_id = :plan and d.path = stood.path and d.day >= :daysFrom and d.day < :daysEnd WHICH
                 offset 0) days
            ) c on true
            """.replace("WHICH", which);
    }

    static final String OWN = "select c.source, c.kind,\n" + sums(Column::sumOfCounts) + """

             from reach_organisation o
            """ + COUNTS + """
            where o.id = :organisation and c.plan_id is not null
            group by c.source, c.kind order by c.source, c.kind""";

    static final String OWN_OF_A_DAY = """
            select c.what, c.kind, sum(c.total)
              from reach_organisation o
            """ + CHANGES + """
            where o.id = :organisation and c.what is not null
            group by c.what, c.kind having sum(c.total) <> 0 order by c.kind""";

    static final String CHILDREN =
            worstFirst("select o.id, o.code, o.name, o.kind,\n" + sums(Column::sumOfCounts) + """

             from reach_organisation o
            """ + COUNTS + """
                   where o.parent_id = :organisation
                   group by o.id
                  having o.valid_from <= :day and (o.valid_to is null or o.valid_to >= :day) or count(c.plan_id) > 0""");

    /// The children are those of the day: that stood directly below the place at which the organisation stood itself.
    /// The offsets keep PostgreSQL from reading all organisations at once.
    private static final String STOOD_BELOW = """
            (
              select below.organisation_id as id
                from (select s.path from organisation_stand s where s.organisation_id = :organisation
                         and s.valid_from <= :day and (s.valid_to is null or s.valid_to >= :day)
                      union all
                      select r.path from reach_organisation r where r.id = :organisation and not exists
                        (select from organisation_stand s where s.organisation_id = r.id offset 0)) here
                join organisation_stand below on below.parent_path = here.path
                 and below.valid_from <= :day and (below.valid_to is null or below.valid_to >= :day)
              union
              select r.id from reach_organisation r
               where r.parent_id = :organisation
                 and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day)
                 and not exists (select from organisation_stand s where s.organisation_id = r.id offset 0)
            )""";

    private static final String KNOWN =
            "cross join lateral (select * from reach_organisation known where known.id = child.id offset 0) o\n";

    /// All children are put in order by the few numbers that decide it; the others are added up for one page alone.
    static final String CHILDREN_OF_A_DAY = "select o.id, o.code, o.name, o.kind, child.badness,\n"
            + sums(Column::sumOfChanges) + "\nfrom (select * from (select o.id, " + BADNESS
            + " as badness from (select o.id,\n"
            + sums(DECISIVE, Column::sumOfChanges) + "\nfrom " + STOOD_BELOW + " child " + KNOWN
            + changes(DECISIVE.stream()
                    .map(column -> "'" + column + "'")
                    .collect(Collectors.joining(", ", "and what in (", ")")))
            + "group by o.id) o) children " + ONE_PAGE + ") child " + KNOWN + CHANGES
            + "group by o.id, o.code, o.name, o.kind, child.badness order by child.badness desc, o.id";

    static final String TREND = """
            select c.day, c.what, sum(c.total)
              from reach_organisation o
            """ + STOOD + """
             cross join lateral (select * from progress_day d
                 where d.plan_id = :plan and d.path = stood.path and d.day >= :from and d.day <= :day offset 0) c
             where o.id = :organisation
             group by c.day, c.what""";

    /// What was, is and will be due from day to day, as things stand now.
    private static final String DUE_DAYS = """
            select c.due_day, c.kind,
                   coalesce(sum(c.total) filter (where c.state not in ('WAIVED', 'TRANSFERRED')), 0),
                   coalesce(sum(c.total) filter (where c.state = 'OPEN'), 0),
                   coalesce(sum(c.total) filter (where c.state in ('SUBMITTED_LATE', 'DONE_LATE')), 0)
              from reach_organisation o
            """ + STOOD + """
             cross join lateral (select * from progress_count found
                 where found.plan_id = :plan and found.path = stood.path and found.source = 'ASSIGNMENT'
                   and found.due_day >= :from and found.due_day <= :to and found.total <> 0 offset 0) c
             where o.id = :organisation
             group by c.due_day, c.kind order by c.due_day, c.kind""";

    private static final int MIDDLE = 15;

    private static final BigDecimal WORSE_THAN_ANY = new BigDecimal("1e40");

    @Inject
    EntityManager entities;

    record KindLine(Source source, String kind, Line line) {}

    record ChildLine(UUID id, String code, String name, String kind, Line line, BigDecimal badness) {
        Cursor position() {
            return new Cursor(badness.toPlainString(), id);
        }
    }

    record DueDay(LocalDate day, String kind, long owed, long open, long late) {}

    record Change(LocalDate day, Column column, long total) {}

    private static String worstFirst(String lines) {
        return "select * from (select lines.*, " + BADNESS + " as badness from (\n" + lines + "\n) lines) children "
                + ONE_PAGE;
    }

    private static String sums(Function<Column, String> sum) {
        return sums(Set.of(Column.values()), sum);
    }

    private static String sums(Set<Column> columns, Function<Column, String> sum) {
        return columns.stream().sorted().map(sum).collect(Collectors.joining(",\n"));
    }

    /// @param day today, or a day to come
    List<KindLine> own(UUID plan, KnownOrganisation organisation, LocalDate day) {
        return tuples(entities.createNativeQuery(OWN, Tuple.class)
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("day", day))
                .stream()
                .map(row -> new KindLine(Source.valueOf(row.get(0, String.class)), row.get(1, String.class), line(row)))
                .toList();
    }

    List<KindLine> ownOf(LocalDate day, UUID plan, KnownOrganisation organisation) {
        return tuples(upTo(day, entities.createNativeQuery(OWN_OF_A_DAY, Tuple.class))
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id()))
                .stream()
                .map(row -> {
                    var what = Column.valueOf(row.get(0, String.class));
                    var total = row.get(2, Number.class).longValue();
                    return new KindLine(
                            what.source(), row.get(1, String.class), Line.of(column -> column == what ? total : 0L));
                })
                .toList();
    }

    List<ChildLine> children(UUID plan, KnownOrganisation organisation, LocalDate day, PageRequest page) {
        return children(
                entities.createNativeQuery(CHILDREN, Tuple.class)
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("day", day),
                page);
    }

    List<ChildLine> childrenOf(LocalDate day, UUID plan, KnownOrganisation organisation, PageRequest page) {
        return children(
                upTo(day, entities.createNativeQuery(CHILDREN_OF_A_DAY, Tuple.class))
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("day", day),
                page);
    }

    private static Query upTo(LocalDate day, Query query) {
        var month = day.withDayOfMonth(1);
        var ahead = day.getDayOfMonth() > MIDDLE;
        return query.setParameter("monthsEnd", ahead ? month.plusMonths(1) : month)
                .setParameter("daysFrom", ahead ? day.plusDays(1) : month)
                .setParameter("daysEnd", ahead ? month.plusMonths(1) : day.plusDays(1))
                .setParameter("sign", ahead ? -1 : 1);
    }

    /// What changed from day to day, both included.
    List<Change> changes(UUID plan, KnownOrganisation organisation, LocalDate from, LocalDate to) {
        return tuples(entities.createNativeQuery(TREND, Tuple.class)
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("from", from)
                        .setParameter("day", to))
                .stream()
                .map(row -> new Change(
                        row.get(0, LocalDate.class),
                        Column.valueOf(row.get(1, String.class)),
                        row.get(2, Number.class).longValue()))
                .toList();
    }

    List<DueDay> dueDays(UUID plan, KnownOrganisation organisation, LocalDate from, LocalDate to) {
        return tuples(entities.createNativeQuery(DUE_DAYS, Tuple.class)
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("from", from)
                        .setParameter("to", to))
                .stream()
                .map(row -> new DueDay(
                        row.get(0, LocalDate.class),
                        row.get(1, String.class),
                        row.get(2, Number.class).longValue(),
                        row.get(3, Number.class).longValue(),
                        row.get(4, Number.class).longValue()))
                .toList();
    }

    private static List<ChildLine> children(Query query, PageRequest page) {
        var after = page.after();
        return tuples(query.setParameter(
                                "badness",
                                after.map(ProgressRepository::badness).orElse(WORSE_THAN_ANY))
                        .setParameter("after", after.map(Cursor::id).orElse(new UUID(0, 0)))
                        .setParameter("limit", page.lookFor()))
                .stream()
                .map(row -> new ChildLine(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        line(row),
                        row.get("badness", BigDecimal.class)))
                .toList();
    }

    private static BigDecimal badness(Cursor cursor) {
        try {
            return new BigDecimal(cursor.key());
        } catch (NumberFormatException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }

    private static Line line(Tuple row) {
        return Line.of(column -> row.get(column.alias(), Number.class).longValue());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }
}
