package vn.tiendo.reporting.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.fact.FactDeltas.Change;
import vn.tiendo.reporting.fact.FactDeltas.Key;
import vn.tiendo.reporting.organisation.Arrivals;

/// Parts and sums, written in one statement per batch.
@ApplicationScoped
class FactRepository {

    private static final String COLUMNS =
            "p.source, p.id, p.measure, p.breakdown, p.plan_id, p.day, p.amount, p.organisation_id, p.path";

    /// Where the organisation `o` stood when what the row `%1$s` tells of was so: on its day, or at the end of the
    /// year of its plan when that is over. Where it stands now when nothing is known of that.
    private static final String PLACE = """
        coalesce((select s.path from organisation_stand s,
            (select case when %1$s.plan_id = '00000000-0000-0000-0000-000000000000' then %1$s.day
               else (select make_date(k.year, 12, 31) from known_plan k
                      where k.id = %1$s.plan_id and k.year < %2$d) end as day) d
            where s.organisation_id = o.id and s.valid_from <= d.day and (s.valid_to is null or s.valid_to >= d.day)
            order by s.valid_from desc limit 1), o.path)\
        """;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Arrivals arrivals;

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /// The parts of these facts, locked in the order of their keys.
    List<FactPart> lock(FactSource source, Collection<UUID> ids) {
        return parts(
                "select " + COLUMNS + " from fact_part p where p.source = ? and p.id = any(?)"
                        + " order by p.source, p.id, p.measure, p.breakdown for update",
                (connection, select) -> {
                    select.setString(1, source.name());
                    select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                });
    }

    /// @return these parts with the paths they are summed along; none for organisations that are not known
    List<FactPart> placed(List<FactPart> unplaced) {
        return parts(
                "select " + COLUMNS.replace("p.path", place("p")) + """

             from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::date[], ?::int[], ?::uuid[])
               as p (source, id, measure, breakdown, plan_id, day, amount, organisation_id)
             left join reach_organisation o on o.id = p.organisation_id\
            """,
                (connection, select) -> bindRows(connection, select, unplaced));
    }

    private String place(String alias) {
        return PLACE.formatted(alias, Days.dayOf(clock.instant()).getYear());
    }

    /// The parts of known organisations that are not summed along the path at which these stood on their days.
    List<FactPart> lockElsewhere(Collection<UUID> organisations) {
        return parts(
                "select " + COLUMNS + """

                     from fact_part p join reach_organisation o on o.id = p.organisation_id
                    where p.organisation_id = any(?) and p.path is distinct from\
                    """ + " " + place("p")
                        + " order by p.source, p.id, p.measure, p.breakdown for update of p",
                (connection, select) -> select.setArray(1, connection.createArrayOf("uuid", organisations.toArray())));
    }

    /// Organisations that are known by now, although facts of theirs are not summed yet.
    List<UUID> arrived(int limit) {
        return arrivals.of("fact_part", "path", limit);
    }

    /// @return these parts where they are summed from now on
    List<FactPart> place(List<FactPart> moved) {
        return parts(
                "update fact_part p set path = " + place("p") + """

                  from reach_organisation o,
                       unnest(?::text[], ?::uuid[], ?::text[], ?::text[]) as m (source, id, measure, breakdown)
                 where o.id = p.organisation_id and p.source = m.source and p.id = m.id and p.measure = m.measure
                   and p.breakdown = m.breakdown
                returning """ + " " + COLUMNS,
                (connection, update) -> bindKeys(connection, update, moved));
    }

    void replace(List<FactPart> before, List<FactPart> after) {
        session.doWork(connection -> {
            delete(connection, before);
            insert(connection, after);
        });
    }

    void add(SortedMap<Key, Change> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var rows = List.copyOf(deltas.entrySet());
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                insert into fact_sum as s (path, measure, breakdown, plan_id, day, amount, facts)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::date[], ?::int[], ?::int[])
                on conflict on constraint one_sum_of_facts_per_day
                do update set amount = s.amount + excluded.amount, facts = s.facts + excluded.facts\
                """)) {
                array(connection, upsert, 1, "text", rows, row -> row.getKey().path());
                array(connection, upsert, 2, "text", rows, row -> row.getKey().measure());
                array(connection, upsert, 3, "text", rows, row -> row.getKey().breakdown());
                array(connection, upsert, 4, "uuid", rows, row -> row.getKey().planId());
                array(connection, upsert, 5, "date", rows, row -> row.getKey().day());
                array(connection, upsert, 6, "int", rows, row -> row.getValue().amount());
                array(connection, upsert, 7, "int", rows, row -> row.getValue().facts());
                upsert.executeUpdate();
            }
        });
    }

    private static void delete(Connection connection, List<FactPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("""
            delete from fact_part p
             using unnest(?::text[], ?::uuid[], ?::text[], ?::text[]) as m (source, id, measure, breakdown)
             where p.source = m.source and p.id = m.id and p.measure = m.measure and p.breakdown = m.breakdown\
            """)) {
            bindKeys(connection, delete, parts);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, List<FactPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
            insert into fact_part (source, id, measure, breakdown, plan_id, day, amount, organisation_id, path)
            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::date[], ?::int[],
                ?::uuid[], ?::text[])\
            """)) {
            bindRows(connection, insert, parts);
            array(connection, insert, 9, "text", parts, FactPart::path);
            insert.executeUpdate();
        }
    }

    private static void bindRows(Connection connection, PreparedStatement statement, List<FactPart> parts)
            throws SQLException {
        bindKeys(connection, statement, parts);
        array(connection, statement, 5, "uuid", parts, FactPart::planId);
        array(connection, statement, 6, "date", parts, FactPart::day);
        array(connection, statement, 7, "int", parts, FactPart::amount);
        array(connection, statement, 8, "uuid", parts, FactPart::organisationId);
    }

    private static void bindKeys(Connection connection, PreparedStatement statement, List<FactPart> parts)
            throws SQLException {
        array(connection, statement, 1, "text", parts, FactPart::source);
        array(connection, statement, 2, "uuid", parts, FactPart::id);
        array(connection, statement, 3, "text", parts, FactPart::measure);
        array(connection, statement, 4, "text", parts, FactPart::breakdown);
    }

    private List<FactPart> parts(String sql, Binding binding) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                binding.bind(connection, select);
                var found = new ArrayList<FactPart>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(part(rows));
                    }
                }
                return found;
            }
        });
    }

    private static FactPart part(ResultSet row) throws SQLException {
        return new FactPart(
                FactSource.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                Measure.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, LocalDate.class),
                row.getInt(7),
                row.getObject(8, UUID.class),
                row.getString(9));
    }

    private static <T> void array(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<T> rows,
            Function<T, ?> value)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf(
                        type,
                        rows.stream()
                                .map(value)
                                .map(one -> one instanceof Enum<?> word ? word.name() : one)
                                .toArray()));
    }
}
