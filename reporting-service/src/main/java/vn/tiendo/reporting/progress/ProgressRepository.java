package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.Line.Column;

/// Reads counts: rows of one organisation and of its direct children, however many organisations lie below.
@ApplicationScoped
class ProgressRepository {

    private static final String SUMS =
            Arrays.stream(Column.values()).map(Column::sql).collect(Collectors.joining(",\n"));

    private static final String CAMPAIGN = """
            left join known_campaign k
              on k.id = case when c.source = 'REGISTRATION' then cast(c.kind as uuid) end
            """;

    /// Counts of an organisation `o` wherever it has stood: what it settled stays in the tree of its day. The offset
    /// keeps PostgreSQL from reading the whole plan: each path is looked up by itself.
    private static final String COUNTS = """
            cross join lateral (select o.path
              union select s.path from organisation_stand s where s.organisation_id = o.id) stood
            left join lateral (select * from progress_count found
                 where found.plan_id = :plan and found.path = stood.path and found.total <> 0 offset 0) c on true
            """ + CAMPAIGN;

    static final String OWN = "select c.source, c.kind,\n" + SUMS + """

             from reach_organisation o
            """ + COUNTS + """
            where o.id = :organisation and c.plan_id is not null
            group by c.source, c.kind order by c.source, c.kind""";

    /// Worst first: most overdue, then most late reports, then most missing registrations.
    static final String CHILDREN = """
            select * from (
              select lines.*, cast(OVERDUE as numeric) * 1e20 + REPORTS_LATE * 1e12 + REGISTRATIONS_MISSING as badness
                from (
                  select o.id, o.code, o.name, o.kind,
            """ + SUMS + """

                    from reach_organisation o
            """ + COUNTS + """
                   where o.parent_id = :organisation
                   group by o.id
                  having o.valid_from <= :day and (o.valid_to is null or o.valid_to >= :day) or count(c.plan_id) > 0
                ) lines
            ) children
            where badness < :badness or badness = :badness and id > :after
            order by badness desc, id limit :limit""";

    private static final BigDecimal WORSE_THAN_ANY = new BigDecimal("1e40");

    @Inject
    EntityManager entities;

    record KindLine(Source source, String kind, Line line) {}

    record ChildLine(UUID id, String code, String name, String kind, Line line, BigDecimal badness) {
        Cursor position() {
            return new Cursor(badness.toPlainString(), id);
        }
    }

    List<KindLine> own(UUID plan, KnownOrganisation organisation, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(OWN, Tuple.class)
                .setParameter("plan", plan)
                .setParameter("organisation", organisation.id())
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .map(row -> new KindLine(Source.valueOf(row.get(0, String.class)), row.get(1, String.class), line(row)))
                .toList();
    }

    List<ChildLine> children(UUID plan, KnownOrganisation organisation, LocalDate day, PageRequest page) {
        var after = page.after();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(CHILDREN, Tuple.class)
                .setParameter("plan", plan)
                .setParameter("organisation", organisation.id())
                .setParameter("day", day)
                .setParameter("badness", after.map(ProgressRepository::badness).orElse(WORSE_THAN_ANY))
                .setParameter("after", after.map(Cursor::id).orElse(new UUID(0, 0)))
                .setParameter("limit", page.lookFor())
                .getResultList();
        return rows.stream()
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
}
