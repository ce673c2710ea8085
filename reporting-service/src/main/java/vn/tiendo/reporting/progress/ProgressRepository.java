package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            "cast(OVERDUE as numeric) * 1e20 + (REPORTS_IN_LATE + REPORTS_MISSING) * 1e12 + REGISTRATIONS_MISSING";

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

    /// All that changed up to a day, by which rows [UpTo] says.
    private static String changes(String which) {
        return STOOD + """
            left join lateral (
              select * from (select 1 as sign, m.* from progress_change m
                 where m.plan_id = :plan and m.path = stood.path WHICH and m.stretch = 'MONTH' and m.day < :monthsEnd
                 offset 0) months
              union all
              select * from (select cast(:sixthsSign as integer), s.* from progress_change s
                 where s.plan_id = :plan and s.path = stood.path WHICH and s.stretch = 'SIXTH'
                   and s.day >= :sixthsFrom and s.day < :sixthsEnd offset 0) sixths
              union all
              select * from (select cast(:daysSign as integer), d.* from progress_change d
                 where d.plan_id = :plan and d.path = stood.path WHICH and d.stretch = 'DAY'
                   and d.day >= :daysFrom and d.day < :daysEnd offset 0) days
            ) c on true
            """.replace("WHICH", which);
    }

    private static final String OF_ALL_KINDS = "and kind = '" + ChangeCell.ALL + "'";

    static final String OWN = "select c.source, c.kind,\n" + sums(Column::sumOfCounts) + """

             from reach_organisation o
            """ + COUNTS + """
            where o.id = :organisation and c.plan_id is not null
            group by c.source, c.kind order by c.source, c.kind""";

    static final String OWN_OF_A_DAY = "select c.kind,\n" + sums(Column::sumOfChanges) + """

             from reach_organisation o
            """ + changes("") + """
            where o.id = :organisation and c.kind is not null
            group by c.kind order by c.kind""";

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

    static final String CHILDREN_OF_A_DAY =
            worstFirst("select o.id, o.code, o.name, o.kind,\n" + sums(Column::sumOfChanges) + "\nfrom " + STOOD_BELOW
                    + """
             child
             cross join lateral (select * from reach_organisation known where known.id = child.id offset 0) o
            """ + changes(OF_ALL_KINDS) + "group by o.id, o.code, o.name, o.kind");

    static final String TREND = "select c.day,\n" + sums(Column::sumOfChanges) + """

              from reach_organisation o
            """ + STOOD + """
             cross join lateral (select 1 as sign, d.* from progress_change d
                 where d.plan_id = :plan and d.path = stood.path and d.kind = '' and d.stretch = 'DAY'
                   and d.day >= :from and d.day <= :day offset 0) c
             where o.id = :organisation
             group by c.day""";

    /// What was, is and will be due from day to day, as things stand now.
    private static final String DUE_DAYS = """
            select c.due_day, c.kind,
                   sum(c.total - c.waived - c.transferred), sum(c.open), sum(c.submitted_late + c.done_late)
              from reach_organisation o
            """ + STOOD + """
             cross join lateral (select * from progress_count found
                 where found.plan_id = :plan and found.path = stood.path and found.source = 'ASSIGNMENT'
                   and found.due_day >= :from and found.due_day <= :to and found.total <> 0 offset 0) c
             where o.id = :organisation
             group by c.due_day, c.kind order by c.due_day, c.kind""";

    private static final BigDecimal WORSE_THAN_ANY = new BigDecimal("1e40");

    @Inject
    EntityManager entities;

    /// What an organisation has itself and below it, and the assignments of each kind that it has any of.
    record Own(Line sum, SortedMap<String, Line> assignmentsByKind) {}

    record ChildLine(UUID id, String code, String name, String kind, Line line, BigDecimal badness) {
        Cursor position() {
            return new Cursor(badness.toPlainString(), id);
        }
    }

    record DueDay(LocalDate day, String kind, long owed, long open, long late) {}

    record Change(LocalDate day, Line line) {}

    private static String worstFirst(String lines) {
        return "select * from (select lines.*, " + BADNESS + " as badness from (\n" + lines + "\n) lines) children "
                + ONE_PAGE;
    }

    private static String sums(Function<Column, String> sum) {
        return Arrays.stream(Column.values()).map(sum).collect(Collectors.joining(",\n"));
    }

    /// @param day today, or a day to come
    Own own(UUID plan, KnownOrganisation organisation, LocalDate day) {
        var sum = Line.NOTHING;
        var byKind = new TreeMap<String, Line>();
        for (var row : tuples(entities.createNativeQuery(OWN, Tuple.class)
                .setParameter("plan", plan)
                .setParameter("organisation", organisation.id())
                .setParameter("day", day))) {
            var line = line(row);
            sum = sum.plus(line);
            if (Source.valueOf(row.get(0, String.class)) == Source.ASSIGNMENT) {
                byKind.put(row.get(1, String.class), line);
            }
        }
        return new Own(sum, byKind);
    }

    Own ownOf(LocalDate day, UUID plan, KnownOrganisation organisation) {
        var byKind = new TreeMap<String, Line>();
        for (var row : tuples(upTo(day, entities.createNativeQuery(OWN_OF_A_DAY, Tuple.class))
                .setParameter("plan", plan)
                .setParameter("organisation", organisation.id()))) {
            byKind.put(row.get(0, String.class), line(row));
        }
        var sum = Optional.ofNullable(byKind.remove(ChangeCell.ALL)).orElse(Line.NOTHING);
        byKind.values().removeIf(Line::isNothing);
        return new Own(sum, byKind);
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
        var rows = UpTo.theEndOf(day);
        return query.setParameter("monthsEnd", rows.monthsEnd())
                .setParameter("sixthsFrom", rows.sixths().from())
                .setParameter("sixthsEnd", rows.sixths().end())
                .setParameter("sixthsSign", rows.sixths().sign())
                .setParameter("daysFrom", rows.days().from())
                .setParameter("daysEnd", rows.days().end())
                .setParameter("daysSign", rows.days().sign());
    }

    /// What changed from day to day, both included.
    List<Change> changes(UUID plan, KnownOrganisation organisation, LocalDate from, LocalDate to) {
        return tuples(entities.createNativeQuery(TREND, Tuple.class)
                        .setParameter("plan", plan)
                        .setParameter("organisation", organisation.id())
                        .setParameter("from", from)
                        .setParameter("day", to))
                .stream()
                .map(row -> new Change(row.get(0, LocalDate.class), line(row)))
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
