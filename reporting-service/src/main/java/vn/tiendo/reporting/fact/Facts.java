package vn.tiendo.reporting.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Answers what the system already knows of an organisation and of everything below it.
@ApplicationScoped
public class Facts {

    private static final String IN_SPAN = """
        (c.plan_id = '00000000-0000-0000-0000-000000000000' and c.day between :from and :to
         or c.plan_id in (select k.id from known_plan k where k.year = :year))\
        """;

    /// Where an organisation stands, and where it stood: what is of the days before it moved lies there.
    private static final String PLACES = """
        (select cast(:path as text) collate "C" as path
          union select s.path from organisation_stand s where s.organisation_id = :organisation)\
        """;

    @Inject
    EntityManager entities;

    /// The days that figures cover; registrations count for the year in which the span ends.
    public record Span(LocalDate from, LocalDate to) {
        public Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A span ends after it begins");
            }
        }

        int year() {
            return to.getYear();
        }
    }

    /// @param breakdown the form, empty for what has none
    /// @param facts how many facts the amount is made of
    public record Sum(Measure measure, String breakdown, long amount, long facts) {}

    /// One fact behind a figure.
    public record Source(
            FactSource source, UUID id, UUID organisationId, String breakdown, LocalDate day, int amount) {}

    /// At the organisation and below it: the rows of the paths at which it stood, whatever lies below.
    ///
    /// @param path where it stands now
    public List<Sum> sums(UUID organisation, String path, Span span) {
        return sums(
                query("fact_sum c where c.path in " + PLACES, "sum(c.facts)").setParameter("path", path),
                organisation,
                span);
    }

    /// At the organisation itself, without what lies below it.
    public List<Sum> ownSums(UUID organisation, Span span) {
        return sums(query("fact_part c where c.organisation_id = :organisation", "count(*)"), organisation, span);
    }

    /// The facts behind one measure, in the order of their ids.
    ///
    /// @param path where the organisation stands now
    public List<Source> page(
            UUID organisation, String path, Measure measure, String breakdown, Span span, PageRequest page) {
        var query = entities.createNativeQuery(
                        "select c.source, c.id, c.organisation_id, c.breakdown, c.day, c.amount from " + PLACES + """

                             w join fact_part c on c.measure = :measure and c.path >= w.path
                               and c.path < left(w.path, -1) || '0'
                            where (:breakdown = '' or c.breakdown = :breakdown)
                              and (c.id > :afterId or c.id = :afterId and c.breakdown > :afterForm)
                              and\
                           """
                                + IN_SPAN + " order by c.id, c.breakdown",
                        Tuple.class)
                .setParameter("measure", measure.name())
                .setParameter("path", path)
                .setParameter("organisation", organisation)
                .setParameter("breakdown", breakdown)
                .setParameter("afterId", page.after().map(Cursor::id).orElse(FactPart.NO_PLAN))
                .setParameter("afterForm", page.after().map(Cursor::key).orElse(""));
        return rows(bind(query, span).setMaxResults(page.lookFor())).stream()
                .map(row -> new Source(
                        FactSource.valueOf(row.get(0, String.class)),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4, LocalDate.class),
                        row.get(5, Integer.class)))
                .toList();
    }

    private Query query(String where, String facts) {
        return entities.createNativeQuery(
                "select c.measure, c.breakdown, cast(sum(c.amount) as bigint), cast(" + facts + " as bigint) from "
                        + where + " and " + IN_SPAN
                        + " group by c.measure, c.breakdown order by c.measure, c.breakdown",
                Tuple.class);
    }

    private static List<Sum> sums(Query query, UUID organisation, Span span) {
        return rows(bind(query, span).setParameter("organisation", organisation)).stream()
                .map(row -> new Sum(
                        Measure.valueOf(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class)))
                .filter(sum -> sum.facts() != 0)
                .toList();
    }

    private static Query bind(Query query, Span span) {
        return query.setParameter("from", span.from())
                .setParameter("to", span.to())
                .setParameter("year", span.year());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
